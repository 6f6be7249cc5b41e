"""What the recognisers found, made into stretches that do not overlap.

The union by character, one type each.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from models.text import EntityType

EXACT: tuple[EntityType, ...] = (
    "EMAIL",
    "NHS_NUMBER",
    "BANK",
    "NINO",
    "PHONE",
    "DOB",
    "CASE_ID",
    "VEHICLE",
    "POSTCODE",
    "HANDLE",
    "OTHER_ID",
)
NAMES: tuple[EntityType, ...] = ("ADDRESS", "ORG", "PERSON", "PLACE")


@dataclass(frozen=True, order=True)
class Stretch:
    """A stretch of the note that is personal data of one type."""

    start: int
    end: int
    type: EntityType
    score: float


def _joined(stretches: list[Stretch], ranks: tuple[EntityType, ...]) -> list[Stretch]:
    """Join overlapping stretches.

    The surest, then the longest, then the first in rank gives the type.
    """
    groups: list[list[Stretch]] = []
    for one in sorted(stretches):
        if groups and one.start < max(s.end for s in groups[-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    joined = []
    for group in groups:
        best = max(
            group, key=lambda s: (s.score == 1.0, s.end - s.start, -ranks.index(s.type), s.score)
        )
        joined.append(
            Stretch(
                group[0].start, max(s.end for s in group), best.type, max(s.score for s in group)
            )
        )
    return joined


def _cut_out(stretch: Stretch, holes: list[Stretch], text: str) -> list[Stretch]:
    """Return what is left of a name once the numbers inside it have their own types."""
    left, at = [], stretch.start
    for hole in holes:
        if hole.start < stretch.end and hole.end > at:
            left.append((at, hole.start))
            at = max(at, hole.end)
    left.append((at, stretch.end))
    trimmed = (_trim(start, end, text) for start, end in left)
    return [Stretch(a, b, stretch.type, stretch.score) for a, b in trimmed if a < b]


def _trim(start: int, end: int, text: str) -> tuple[int, int]:
    """Return the stretch without punctuation at either end, but with the stop of a last initial."""
    letters = [i for i in range(start, end) if text[i].isalnum()]
    if not letters:
        return start, start
    first, last = letters[0], letters[-1] + 1
    initial = last - first == 1 or text[last - 2] in " ."
    return first, last + (initial and text[last:end].startswith("."))


def merge(found: Iterable[Stretch], text: str) -> list[Stretch]:
    """Return stretches in order, none overlapping, that together hide every character found.

    Numbers keep their own types where they lie inside a name or an address.
    """
    all_found = [one for one in found if one.start < one.end]
    exact = _joined([one for one in all_found if one.type in EXACT], EXACT)
    whole = [one for one in exact if not _swallowed(one, all_found)]
    names = _joined([one for one in all_found if one.type in NAMES], NAMES)
    swallowing = [one for one in exact if one not in whole]
    names = _joined(
        [*names, *(Stretch(s.start, s.end, _kind_over(s, names), s.score) for s in swallowing)],
        NAMES,
    )
    rest = [piece for name in names for piece in _cut_out(name, whole, text)]
    return sorted([*whole, *rest])


def _swallowed(one: Stretch, found: list[Stretch]) -> bool:
    """Say whether a doubtful number is only part of an address and needs no type of its own."""
    return one.type == "OTHER_ID" and any(
        s.type == "ADDRESS" and s.start <= one.start and one.end <= s.end for s in found
    )


def _kind_over(one: Stretch, names: list[Stretch]) -> EntityType:
    return next(s.type for s in names if s.start <= one.start and one.end <= s.end)
