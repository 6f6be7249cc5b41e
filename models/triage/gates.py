"""The gates a task must pass before anyone but the social worker may do it, read from the note's words."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from guidance.cue import Cues, cues
from guidance.library import Guidance
from guidance.rule import Gate, Rule
from models.triage.passage import Passage


@dataclass(frozen=True)
class Stopped:
    """The gate that stopped a task and the words of the note that mattered, none where the note is silent."""

    gate: Gate
    words: str | None


class Gates:
    """The gates of one version of the guidance, ready to be read."""

    def __init__(self, guidance: Guidance) -> None:
        self.wording = guidance.wording
        self.gates: tuple[tuple[Gate, Cues, Cues, Cues], ...] = tuple(
            (
                gate,
                cues(gate.fails_when, self.wording),
                cues(gate.shown_when, self.wording),
                cues(gate.unless, self.wording),
            )
            for gate in guidance.gates
        )

    def check(self, rule: Rule, passage: Passage) -> Stopped | None:
        """Return the first gate a task under a rule fails or leaves unknown, or none."""
        plain = self.wording.for_matching(f"{passage.words} . . . . {passage.about_it}")
        for gate, fails, shown, unless in self.gates:
            if gate.id not in rule.gates:
                continue
            failed = fails.find(plain)
            if failed and not unless.find(plain):
                return Stopped(gate, failed.cue)
            if gate.id in rule.must_show and not shown.find(plain):
                return Stopped(gate, None)
        return None

    def signs(self, words: str, around: str) -> list[float]:
        """Return, gate by gate, what a task's words and the note around it say: 1 where they fail or show it."""
        here, there = self.wording.for_matching(words), self.wording.for_matching(around)
        both = f"{here} . . . . {there}"
        return [
            float(bool(cue.find(place)))
            for _, fails, shown, unless in self.gates
            for cue, place in (
                (fails, here),
                (fails, there),
                (shown, here),
                (shown, there),
                (unless, both),
            )
        ]


_READY: WeakKeyDictionary[Guidance, Gates] = WeakKeyDictionary()


def gates_of(guidance: Guidance) -> Gates:
    """Return the gates of a version of the guidance, made ready once."""
    ready = _READY.get(guidance)
    if ready is None:
        ready = _READY[guidance] = Gates(guidance)
    return ready
