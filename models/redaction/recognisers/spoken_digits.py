"""Numbers as people say and type them.

"oh seven", "double six", "07 984 551 207", "o7five8nine".
"""

from dataclasses import dataclass

import regex

_DIGITS = """oh=0 o=0 zero=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7
    eight=8 nine=9"""
_LARGER = """ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17
    eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80
    ninety=90 hundred=00 thousand=000"""
SAID = dict(pair.split("=") for pair in f"{_DIGITS} {_LARGER}".split())
REPEAT = {"double": 2, "triple": 3, "treble": 3}
_ONE = "|".join(sorted(SAID, key=len, reverse=True))
UNIT = regex.compile(
    rf"(?:(double|triple|treble)[\s-]*)?(?:(\d+)|({_ONE})(?![a-z]{{2}}))", regex.IGNORECASE
)
GAP = regex.compile(
    r"(?:,?\s+(?:then|and|space|dash)\s+|[ \t]*[-–—.,;()]{1,2}[ \t]*|[ \t]{1,3}|)(?=[\w(+])",
    regex.IGNORECASE,
)


@dataclass(frozen=True)
class Unit:
    """One piece of a spoken number: where it is and the digits it says."""

    start: int
    end: int
    digits: str
    spoken: bool


def unit_at(text: str, at: int) -> Unit | None:
    """Return the piece of a number that starts here, if one does."""
    match = UNIT.match(text, at)
    if match is None:
        return None
    times, figures, word = match.groups()
    if word is not None:
        inside = match.end() < len(text) and text[match.end()].isalpha()
        if inside and unit_at(text, match.end()) is None:
            return None
        figures = SAID[word.lower()]
    if times is not None:
        figures = figures[0] * REPEAT[times.lower()] + figures[1:]
    return Unit(match.start(), match.end(), figures, spoken=word is not None or times is not None)


def run_from(text: str, at: int, most: int) -> list[Unit]:
    """Return the pieces of the number that starts here, of at most so many digits."""
    units: list[Unit] = []
    total = 0
    while True:
        unit = unit_at(text, at)
        if unit is None or total + len(unit.digits) > most:
            return units
        units.append(unit)
        total += len(unit.digits)
        gap = GAP.match(text, unit.end)
        if gap is None or (gap.end() == unit.end and not (text[unit.end].isalnum())):
            return units
        at = gap.end()
