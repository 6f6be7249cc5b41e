"""Reading the gates in a line's words: which fail, which are shown, which stay unknown."""

from dataclasses import dataclass

from guidance.cue import CueIndex, Match
from guidance.library import Guidance
from guidance.rule import Gate, Rule


@dataclass(frozen=True)
class Stopped:
    """The gate that stopped a task, and the words that mattered, none where the note is silent."""

    gate: Gate
    words: str | None


class GateWords:
    """The gates of one version of the guidance, ready to be read."""

    def __init__(self, guidance: Guidance) -> None:
        self.gates = guidance.gates
        self.wording = guidance.wording
        self._index = CueIndex(
            {
                (gate.id, says): words
                for gate in guidance.gates
                for says, words in (
                    ("fails", gate.fails_when),
                    ("shown", gate.shown_when),
                    ("unless", gate.unless),
                )
            },
            guidance.wording,
        )

    def read(self, plain: str) -> dict[tuple[str, str], Match]:
        """Return what a line says of each gate: "fails", "shown" or "unless", with its words."""
        return self._index.find(plain)

    def stopped(self, rule: Rule, plain: str) -> Stopped | None:
        """Return the first gate a line under a rule fails or leaves unknown, or none."""
        said = self.read(plain)
        for gate in self.gates:
            if gate.id not in rule.gates:
                continue
            failed = said.get((gate.id, "fails"))
            if failed and (gate.id, "unless") not in said:
                return Stopped(gate, failed.cue)
            if gate.id in rule.must_show and (gate.id, "shown") not in said:
                return Stopped(gate, None)
        return None
