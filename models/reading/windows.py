"""Laying a note's units out for the encoder: role words for placeholders, windows with context."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.text import PLACEHOLDER, Person, Span

_CORE, _BEFORE, _AFTER = 160, 48, 24  # tokens of a window: its own units, and context either side
_WORD_FOR = {
    "PERSON": "someone", "ADDRESS": "address", "POSTCODE": "", "PHONE": "number", "EMAIL": "email",
    "DOB": "birthday", "NHS_NUMBER": "number", "NINO": "number", "CASE_ID": "number",
    "OTHER_ID": "number", "VEHICLE": "car", "BANK": "account", "HANDLE": "account",
    "ORG": "organisation", "PLACE": "town",
}  # fmt: skip


@dataclass(frozen=True)
class Window:
    """Some units of a note as token ids, each unit's tokens, and its number in the note."""

    ids: tuple[int, ...]
    units: tuple[tuple[int, int, int], ...]  # unit number, first token, token after the last


def roles(people: Sequence[Person]) -> dict[str, str]:
    """Return the role word of each placeholder whose role the note gives."""
    return {person.placeholder: person.role for person in people if person.role}


def render(text: str, role_of: Mapping[str, str]) -> tuple[str, list[int]]:
    """Return a text with words for its placeholders, and where each character of it now begins."""
    out, moved = "", []
    at = 0
    for match in PLACEHOLDER.finditer(text):
        for character in text[at : match.start()]:
            moved.append(len(out))
            out += character
        moved.extend([len(out)] * len(match.group()))
        out += role_of.get(match.group()) or _WORD_FOR[match.group(1)]
        at = match.end()
    for character in text[at:]:
        moved.append(len(out))
        out += character
    return out, [*moved, len(out)]


def windows(
    text: str, units: Sequence[Span], role_of: Mapping[str, str], tokeniser: Any
) -> list[Window]:
    """Cut a note into windows of whole units, each unit read once with what stands round it."""
    rendered, moved = render(text, role_of)
    encoded = tokeniser(
        rendered, add_special_tokens=False, return_offsets_mapping=True, verbose=False
    )
    ids, offsets = encoded["input_ids"], encoded["offset_mapping"]
    starts = [start for start, _ in offsets]
    ends = [end for _, end in offsets]
    ranges = []
    for span in units:
        first = bisect_right(ends, moved[span.start])
        last = bisect_left(starts, moved[span.end])
        ranges.append((first, max(first, last)))
    found: list[Window] = []
    group: list[int] = []
    for number, (_, last) in enumerate(ranges):
        if group and last - ranges[group[0]][0] > _CORE:
            found.append(_window(ids, ranges, group, tokeniser))
            group = []
        group.append(number)
    if group:
        found.append(_window(ids, ranges, group, tokeniser))
    return found


def _window(
    ids: Sequence[int], ranges: Sequence[tuple[int, int]], group: Sequence[int], tokeniser: Any
) -> Window:
    begin = max(0, ranges[group[0]][0] - _BEFORE)
    end = min(ranges[group[-1]][1] + _AFTER, begin + _BEFORE + _CORE + _AFTER)
    kept = tuple(
        (
            number,
            1 + min(ranges[number][0] - begin, end - begin),
            1 + min(ranges[number][1], end) - begin,
        )
        for number in group
    )
    return Window(
        (tokeniser.cls_token_id, *ids[begin:end], tokeniser.sep_token_id),
        tuple((n, first, max(first + 1, last)) for n, first, last in kept),
    )
