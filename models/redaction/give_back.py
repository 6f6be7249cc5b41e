"""What the name finder takes that names nobody is given back, so that the record stays readable."""

import re

from models.redaction.care_words import is_bare_figure, is_clock_time, is_shorthand, names_nobody
from models.redaction.name_finder_stretches import FoundStretch
from models.redaction.name_finder_windows import WORD
from models.redaction.name_words import FUNCTIONS
from models.redaction.ordinary_words import is_ordinary
from models.redaction.recognisers.spoken_digits import REPEAT, SAID
from models.redaction.weak_findings import is_weak
from models.text import ENTITY_TYPES

WORDED = frozenset({"PERSON", "ORG", "PLACE"})
CODED = frozenset(
    {"PHONE", "POSTCODE", "NHS_NUMBER", "NINO", "CASE_ID", "OTHER_ID", "VEHICLE", "BANK"}
)
EDGE_ROLES = frozenset(
    ("nurse", "worker", "carer", "officer", "manager", "teacher", "solicitor", "social")
)
FEWEST_FIGURES = 2
LONG_WORD = 3
FRAGMENT = 2  # characters of a piece broken off a code


def give_back(found: list[FoundStretch], text: str) -> list[FoundStretch]:
    """Return the findings without those that name nobody, each without such words at its ends."""
    beside = [_is_beside(i, found, text) for i in range(len(found))]
    return [
        one
        for one, spared in zip(found, beside, strict=True)
        if spared
        or (not _is_shorthand(one, text) and _narrow(one, text) and not is_weak(one, text))
    ]


def _is_beside(i: int, found: list[FoundStretch], text: str) -> bool:
    """Say whether a small finding is the end of a larger one beside it: "hb" of "hb/09/441"."""
    one = found[i]
    kind = ENTITY_TYPES[one.type]
    if is_clock_time(text[one.start : one.end]) or (
        kind != "ADDRESS" and is_shorthand(text, one.start, one.end)
    ):
        return False
    small = one.end - one.start <= FRAGMENT
    for other in found[max(0, i - 1) : i + 2]:
        gap = text[min(one.end, other.end) : max(one.start, other.start)]
        if other is one or len(gap) > 1 or "\n" in gap:
            continue
        if kind in CODED and ENTITY_TYPES[other.type] in CODED and (small or not gap):
            return True
        if kind == "ADDRESS" and ENTITY_TYPES[other.type] in ("ADDRESS", "PLACE"):
            return True
    return False


def _is_shorthand(one: FoundStretch, text: str) -> bool:
    kind, surface = ENTITY_TYPES[one.type], text[one.start : one.end]
    if kind == "DOB" and surface.startswith(("19", "20")):
        return False  # a year, though it reads as a time of day too
    if kind == "ADDRESS":
        lone = surface.islower() and surface.isalpha() and is_ordinary(surface)
        return lone or re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", surface) is not None
    if is_clock_time(surface) or is_shorthand(text, one.start, one.end):
        return True
    return is_bare_figure(surface)


def _narrow(one: FoundStretch, text: str) -> bool:
    """Take words that name nobody off both ends; say whether anything is left."""
    kind = ENTITY_TYPES[one.type]
    alone = text[one.start : one.end].isalpha()
    if kind not in WORDED and kind not in CODED and not alone:
        return True
    idle = _IDLE.get(kind, _is_no_code if kind in CODED else names_nobody)
    words = list(WORD.finditer(text, one.start, one.end))
    kept = list(words)
    while kept and idle(kept[0].group()):
        kept.pop(0)
    while kept and idle(kept[-1].group()):
        kept.pop()
    if not kept:
        return False
    if kept[0] is not words[0]:
        one.start = kept[0].start()
    if kept[-1] is not words[-1]:
        one.end = kept[-1].end()
    surface = text[one.start : one.end]
    return kind not in CODED or "/" in surface or _holds_figures(surface, kind)


def _is_no_person(word: str) -> bool:
    """Say whether a word at the edge of a person is a role or a function word."""
    return word in EDGE_ROLES or (word in FUNCTIONS and len(word) > 1) or names_nobody(word)


_IDLE = {"PERSON": _is_no_person}


def _is_no_code(word: str) -> bool:
    """Say whether a word can be no part of a number or code: letters only, and no spoken figure."""
    return word.isalpha() and len(word) >= LONG_WORD and word.casefold() not in {*SAID, *REPEAT}


def _holds_figures(surface: str, kind: str) -> bool:
    spoken = sum(word.casefold() in SAID for word in re.findall(r"[^\W\d_]+", surface))
    return sum(c.isdigit() for c in surface) + spoken >= (
        1 if kind == "POSTCODE" else FEWEST_FIGURES
    )
