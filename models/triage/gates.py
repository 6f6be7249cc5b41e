"""The gates a task must pass before anyone but the social worker may do it, read from the note."""

from weakref import WeakKeyDictionary

from guidance.gate_words import GateWords, Stopped
from guidance.library import Guidance
from guidance.rule import Rule
from models.triage.passage import Passage

_APART = " . . . . "  # more than a phrase may span, so that no words are found across two stretches


def check_gates(rule: Rule, passage: Passage, guidance: Guidance) -> Stopped | None:
    """Return the first gate a task under a rule fails or leaves unknown, or none."""
    words = gate_words(guidance)
    plain = words.wording.for_matching(passage.words) + _APART
    return words.stopped(rule, plain + words.wording.for_matching(passage.about_it))


def gate_signs(passage: Passage, guidance: Guidance) -> list[float]:
    """Return, gate by gate, what a task's words and the note around it say: 1 where they do."""
    words = gate_words(guidance)
    here = words.read(words.wording.for_matching(passage.words))
    there = words.read(words.wording.for_matching(passage.around))
    return [
        float(sign in said)
        for gate in words.gates
        for sign in ((gate.id, "fails"), (gate.id, "shown"), (gate.id, "unless"))
        for said in (here, there)
    ]


_READY: WeakKeyDictionary[Guidance, GateWords] = WeakKeyDictionary()


def gate_words(guidance: Guidance) -> GateWords:
    """Return the gates of a version of the guidance, made ready once."""
    ready = _READY.get(guidance)
    if ready is None:
        ready = _READY[guidance] = GateWords(guidance)
    return ready
