"""Telephone numbers by shape, however they are spaced or spoken; drama and mistyped numbers too."""

import regex

from models.redaction.recognisers.shape import (
    CERTAIN,
    LIKELY,
    PLAUSIBLE,
    Found,
    Shape,
    ShapeRecogniser,
)
from models.redaction.recognisers.spoken_digits import Unit, run_from
from models.text import EntityType

START = regex.compile(
    r"(?<![\w£./:])\(?(?=[0o]\d|0[ ]\d|oh\b|zero\b|nought\b|o\s*(?:\d|seven|one|two)|0\s?[(a-z-])",
    regex.IGNORECASE,
)
ABROAD = regex.compile(r"(?<![\w])(?:\+|00[ ]?)(?=[1-9]\d{0,2}\b|[1-9]\d{6,})")
ASKED = regex.compile(
    r"(?:\b(?:tel|phone|mob(?:ile)?|ring|rang|call(?:ed)?|text|txt|number|landline|fax|ext)\b[^\n]{0,25})$",
    regex.IGNORECASE,
)
TIMES = regex.compile(r"\d\d[.:]\d\d\D{1,3}\d\d[.:]\d\d")
FEWEST, USUAL, MOST, MOST_ABROAD = 10, 11, 12, 13
_SAID = r"(?:double|zero|oh|one|two|three|four|five|six|seven|eight|nine|\d+)"


class PhoneRecogniser(ShapeRecogniser):
    """Finds ten or eleven digits that begin as a British number does, and international ones."""

    type: EntityType = "PHONE"
    shapes = (
        Shape(
            r"\b(?:ext(?:ension|n)?\.?)[ ](?:no\.?[ ]|number[ ])?(?P<it>\d(?:[ ]?\d){2,5})\b",
            PLAUSIBLE,
        ),
        Shape(
            rf"\bext(?:ension|n)?\.?\s(?P<it>{_SAID}(?:[\s-]{{0,2}}{_SAID}){{1,4}})\b", PLAUSIBLE
        ),
        Shape(
            r"""\b(?:tel|telephone|phone(?:[ ]no)?|mob(?:ile)?|landline|fax)\b\.?:?[ ]
            (?P<it>\d{5,8}|\d{3}[ ]\d{3,4})\b(?![/:.]\d)""",
            PLAUSIBLE,
        ),
        Shape(r"(?<![\w])\+\d{1,3}[ -]?(?:\(0\)[ -]?)?(?:\d[ -]?){7,11}\d\b", CERTAIN),
    )

    def find(self, text: str) -> list[Found]:
        """Return the shapes' matches and every run of digits, written or spoken, to ring."""
        found = super().find(text)
        at = 0
        while (match := START.search(text, at)) is not None:
            at = match.end() + 1
            asked = ASKED.search(text, max(0, match.start() - 40), match.start()) is not None
            kept = _whole_number(run_from(text, match.end(), MOST), FEWEST - asked)
            if kept and TIMES.search(text, match.start(), kept[-1].end) is None:
                found.append(Found(match.start(), kept[-1].end, LIKELY))
                at = kept[-1].end
        for match in ABROAD.finditer(text):
            kept = _whole_number(run_from(text, match.end(), MOST_ABROAD), FEWEST)
            if kept:
                found.append(Found(match.start(), kept[-1].end, LIKELY))
        return found


def _whole_number(units: list[Unit], fewest: int) -> list[Unit]:
    """Return the pieces that make a whole number.

    Eleven digits where they come out so, else all of them.
    """
    total = 0
    for i, unit in enumerate(units):
        total += len(unit.digits)
        if total == USUAL:
            return units[: i + 1]
    return units if total >= fewest else []
