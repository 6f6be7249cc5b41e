"""How right the reading heads are on authors they were not trained on, with intervals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from models.reading.features import HEADS
from models.training.unit_heads_corpus import LabelledUnit

_Z = 1.96
TASK_THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)


@dataclass(frozen=True)
class Held:
    """A unit of an author the heads had not seen, and their probabilities for it."""

    author: str
    unit: LabelledUnit
    odds: dict[str, list[float]]

    def said(self, head: str) -> str:
        """Return the likeliest value of a field."""
        odds = self.odds[head]
        return HEADS[head][max(range(len(odds)), key=odds.__getitem__)]


def wilson(right: int, of: int) -> str:
    """Return a share with its 95 % Wilson interval, or say that it was not measured."""
    if not of:
        return "not measured (n=0)"
    share = right / of
    middle = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
    half = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / (1 + _Z**2 / of)
    return f"{share:.3f} ({middle - half:.3f} to {middle + half:.3f}, n={of})"


def figures(held: Sequence[Held]) -> Iterator[str]:
    """Yield the lines of the model card: accuracy by field, then action classes and tasks."""
    yield f"authors held out: {', '.join(sorted({h.author for h in held}))}"
    for head in HEADS:
        right = sum(h.said(head) == getattr(h.unit, head) for h in held)
        yield f"{head}: {wilson(right, len(held))}"
    for value in HEADS["action"]:
        said = [h for h in held if h.said("action") == value]
        true = [h for h in held if h.unit.action == value]
        both = sum(h.unit.action == value for h in said)
        yield f"action {value}: {_both_ways(both, len(true), len(said))}"
    tasks = {"todo", "conditional"}
    places = [HEADS["action"].index(value) for value in sorted(tasks)]
    for threshold in TASK_THRESHOLDS:
        said = [h for h in held if sum(h.odds["action"][p] for p in places) >= threshold]
        true = [h for h in held if h.unit.action in tasks]
        both = sum(h.unit.action in tasks for h in said)
        yield f"task from {threshold}: {_both_ways(both, len(true), len(said))}"


def _both_ways(both: int, true: int, said: int) -> str:
    return f"recall {wilson(both, true)}, precision {wilson(both, said)}"
