"""Words of care that name nobody: teams, benefits, drugs, conditions, kin; times of day.

The name finder's findings are held against this list, so that what makes a record worth reading
stays readable. Two-letter abbreviations are left out: they may be somebody's initials.
"""

import re
from pathlib import Path

import yaml

_STORED = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
CAPITALS = frozenset(_STORED["capitals"].split())
# The same abbreviations as hurried writers type them; short ones are names too ("Ace", "Pip").
LOWER = frozenset(w.lower() for w in CAPITALS if len(w) > 3) | {"pip", "nhs", "dwp", "dla"}  # noqa: PLR2004
WORDS = frozenset(_STORED["words"].split())
_TIME = r"(?:[01]?\d|2[0-3])[:.]?[0-5]\d(?:\s?hrs)?"
CLOCK = re.compile(rf"{_TIME}(?:\s?[-–]\s?{_TIME})?", re.IGNORECASE)
CLOCK_RANGE = re.compile(rf"{_TIME}\s?[-–]\s?{_TIME}", re.IGNORECASE)
_UNIT = (
    r"(?:mgs?|mcg|ml|mls|cm|mm|kg|g|oz|lbs?|st|hrs?|mins?|yrs?|yo|wks?|mths?|days?|pm|am|x|k|%|wd)"
)
SHORTHAND = re.compile(
    rf"""(?:[a-z]{{1,3}})?\d{{1,3}}[ ]?{_UNIT}|x\d+|\d{{1,3}}/\d{{1,3}}|[£$€].*|
    ss?\.?\d{{1,3}}[a-z]?|y(?:ea)?r?\d{{1,2}}|\d{{1,3}}\+\d""",
    re.IGNORECASE | re.VERBOSE,
)
_EDGES = ".,;:!?()[]\"'“”‘’"
EMERGENCY = frozenset({"111", "101", "999", "112"})
# Months and days that are also names stay with the name finder.
_FEWEST_FIGURES = 3
_LONGEST = 60  # characters of a word of shorthand


def names_nobody(word: str) -> bool:
    """Say whether a word is on the list, in the form in which it names nobody."""
    return word in CAPITALS or word.casefold().rstrip(".") in WORDS or word in LOWER


def is_clock_time(surface: str) -> bool:
    """Say whether a surface is a time of day written in four figures."""
    return CLOCK.fullmatch(surface) is not None


def is_bare_figure(surface: str) -> bool:
    """Say whether a surface has too few figures to be anybody's number."""
    digits = sum(c.isdigit() for c in surface)
    return digits == len(surface) and (digits < _FEWEST_FIGURES or surface in EMERGENCY)


def is_shorthand(text: str, start: int, end: int) -> bool:
    """Say whether a finding is only part of a word of shorthand: "x3", "2/52", "YP14yrs"."""
    # Only so far: in a note without spaces every finding would walk the whole of it.
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    if end - start > _LONGEST:
        return False
    word = text[start:end].strip(_EDGES)
    return SHORTHAND.fullmatch(word) is not None or CLOCK_RANGE.fullmatch(word) is not None
