"""Which placeholder each mention gets.

One per person or value through the note, never one for two people.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.redaction.merge import Stretch
from models.redaction.words import NAME_PART, fold, squeeze

TITLE = re.compile(
    r"\b(mr|mrs|ms|miss|mx|dr|prof|sgt|insp|cllr|rev|fr|pc|ds|dc|pcso)\.?\s+$", re.IGNORECASE
)
INITIALS = 3  # as many letters as initials have at most
WOMAN = frozenset({"mrs", "ms", "miss"})


@dataclass
class _OnePerson:
    """One person while names are gathered: every full form seen, as folded parts."""

    forms: set[tuple[str, ...]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def holds(self, parts: tuple[str, ...]) -> bool:
        """Say whether parts may be a shorter form of this name, an initial counting for a part."""
        return any(_fits(parts, form) for form in self.forms)


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) > len(full):
        return False
    if len(short) == 1:
        return short[0] in full if len(short[0]) > 1 else False
    at = 0
    for part in short:
        while at < len(full) and not (
            full[at] == part or (len(part) == 1 and full[at].startswith(part))
        ):
            at += 1
        if at == len(full):
            return False
        at += 1
    return short[0] == full[0] or len(short[0]) == 1


def _parts(surface: str) -> tuple[str, ...]:
    return tuple(fold(part) for part in NAME_PART.findall(surface))


def _title(text: str, start: int) -> str:
    match = TITLE.search(text[max(0, start - 8) : start])
    word = match.group(1).lower() if match else ""
    return "ms" if word in WOMAN else word


def _initials(parts: tuple[str, ...]) -> str:
    return "".join(part[0] for part in parts)


def same_person(stretches: Sequence[Stretch], text: str) -> dict[Stretch, int]:
    """Return a number for each mention, the same for those the note makes one person of.

    A shorter form joins a fuller one only where exactly one fits; a title with a surname
    ("Mrs Obi") joins only a name seen with that title, since families share surnames.
    """
    people: list[_OnePerson] = []
    number: dict[Stretch, int] = {}
    exact: dict[tuple[str, tuple[str, ...]], int] = {}
    full_first = sorted(
        stretches,
        key=lambda s: (-len(_parts(text[s.start : s.end])), not _title(text, s.start), s.start),
    )
    for one in full_first:
        parts = _parts(text[one.start : one.end]) or (fold(text[one.start : one.end]),)
        title = _title(text, one.start)
        key = (title if len(parts) == 1 else "", parts)
        if key not in exact:
            exact[key] = _join(people, parts, title if len(parts) == 1 else "")
        people[exact[key]].forms.add(parts)
        if title:
            people[exact[key]].titles.add(title)
        number[one] = exact[key]
    return number


def _join(people: list[_OnePerson], parts: tuple[str, ...], title: str) -> int:
    reversed_form = (*parts[1:], parts[0])
    fitting = [
        i
        for i, person in enumerate(people)
        if (person.holds(parts) or reversed_form in person.forms)
        and (not title or title in person.titles)
    ]
    joined = "".join(parts)
    if (
        not fitting
        and not title
        and 1 < len(joined) <= INITIALS
        and all(len(p) == 1 or len(parts) == 1 for p in parts)
    ):
        fitting = [
            i
            for i, person in enumerate(people)
            if any(len(f) > 1 and _initials(f) == joined for f in person.forms)
        ]
    if len(fitting) == 1:
        return fitting[0]
    people.append(_OnePerson({parts}, {title} if title else set()))
    return len(people) - 1


def number_placeholders(stretches: Sequence[Stretch], text: str) -> list[str]:
    """Return each stretch's placeholder, numbered by type in the order of the note."""
    persons = same_person([s for s in stretches if s.type == "PERSON"], text)
    given: dict[tuple[str, object], str] = {}
    counts: dict[str, int] = {}
    placeholders = []
    for one in stretches:
        surface = text[one.start : one.end]
        identity: object = persons[one] if one.type == "PERSON" else (squeeze(surface) or surface)
        if (one.type, identity) not in given:
            counts[one.type] = counts.get(one.type, 0) + 1
            given[one.type, identity] = f"[{one.type}_{counts[one.type]}]"
        placeholders.append(given[one.type, identity])
    return placeholders
