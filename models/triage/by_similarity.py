"""How near a task lies to each rule's wording and examples, by the meaning of the words."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from guidance.library import Guidance
from models.encoder import meanings

Vectors = NDArray[np.float32]


def encode(texts: Sequence[str]) -> Vectors:
    """Return one vector of length one for each text."""
    vectors: Vectors = meanings(texts).numpy()
    return vectors


class RuleSpace:
    """Every rule's title, examples and contrasted lines of one version as vectors."""

    def __init__(self, guidance: Guidance) -> None:
        lines: list[str] = []
        owners: list[int] = []
        place = {rule.id: index for index, rule in enumerate(guidance.rules)}
        for index, rule in enumerate(guidance.rules):
            for line in (rule.title, *rule.examples):
                lines.append(guidance.wording.spelt_out(line))
                owners.append(index)
            for counter in rule.counter_examples:
                lines.append(guidance.wording.spelt_out(counter.line))
                owners.append(place[counter.instead])
        order = np.argsort(np.array(owners), kind="stable")
        self.vectors = _guidance_lines(lines)[order]
        owned = np.array(owners)[order]
        self.starts = np.searchsorted(owned, np.arange(len(guidance.rules)))

    def nearness(self, vectors: Vectors) -> Vectors:
        """Return tasks by rules: how near each task is to the nearest line of each rule."""
        near: Vectors = np.maximum.reduceat(vectors @ self.vectors.T, self.starts, axis=1)
        return near


# Lines of guidance only, never of a note: an edited version encodes only what was edited.
_LINES: dict[str, Vectors] = {}


def _guidance_lines(lines: Sequence[str]) -> Vectors:
    new = sorted(set(lines) - _LINES.keys())
    if new:
        _LINES.update(zip(new, encode(new), strict=True))
    return np.stack([_LINES[line] for line in lines])


_READY: WeakKeyDictionary[Guidance, RuleSpace] = WeakKeyDictionary()


def rule_space(guidance: Guidance) -> RuleSpace:
    """Return the vectors of a version of the guidance, worked out when it is first asked for."""
    ready = _READY.get(guidance)
    if ready is None:
        ready = _READY[guidance] = RuleSpace(guidance)
    return ready
