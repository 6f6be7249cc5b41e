"""Vehicle registrations: the pattern of today with a real age code, older ones beside a vehicle."""

import regex

from models.redaction.recognisers.shape import LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

SHORTHAND = regex.compile(
    r"(?:yrs?|wks?|mths?|hrs|day|min|old|mos|the|and|for|was|who|but|its|pay|mum|dad|nan|off|she|not"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mg|ml|kg|am|pm|st|nd|rd|th|x)$",
    regex.IGNORECASE,
)
_LITTLE = (
    r"(?:of|at|to|til|on|in|is|by|no|yp|cp|as|or|so|up|we|he|be|do|my|me|an|for|and|was|age|x)"
)
_AGE = r"(?:0[2-9]|[12]\d|5[1-9]|[67]\d)"
_VEHICLE = r"""(?i:reg(?:istration)?|plate|index|vrm|car|van|cab|taxi|golf|corsa|audi|bmw|transit
    |astra|prius|moped|motability|running)"""


class VehicleRecogniser(ShapeRecogniser):
    """Finds number plates; "YP14yrs" and "CP10wks" are not number plates."""

    type: EntityType = "VEHICLE"
    shapes = (
        Shape(rf"(?<!\w)[A-HJ-PR-Y][A-Z]{_AGE}[ ]{{0,2}}[A-Z0][A-Z]{{2}}(?!\w)"),
        Shape(rf"(?<!\w)(?!{_LITTLE}[ ])[A-HJ-PR-Y][A-Z][ ]{_AGE}[ ]?[A-Z0][A-Z]{{2}}(?!\w)"),
        Shape(
            rf"""\b{_VEHICLE}\b[^\w\n]{{0,3}}(?P<it>[A-HJ-PR-Y][ ]?[A-Z][ ]?{_AGE}
            [ ;-]{{0,3}}(?:space[ ])?[A-Z0][ ]?[A-Z][ ]?[A-Z])(?!\w)""",
            LIKELY,
        ),
        Shape(
            rf"""\b{_VEHICLE}\b[^\w\n]{{0,3}}(?:no[ .]|number[ ]|is[ ]|was[ ])?
            (?P<it>(?!{_LITTLE}\b)[A-Z]{{1,3}}[ ]?\d{{1,4}}[ ]?[A-Z]{{0,3}})(?!\w)""",
            PLAUSIBLE,
            ignore_case=False,
        ),
        Shape(
            rf"\b{_VEHICLE}\b[^\w\n]{{0,3}}(?P<it>\d{{1,4}}[ ]?[A-Z]{{2,3}})(?!\w)",
            PLAUSIBLE,
            ignore_case=False,
        ),
    )

    def keeps(self, match: "regex.Match[str]", text: str) -> bool:  # noqa: ARG002 - the family's signature
        """Leave ages, weeks, doses and months readable."""
        surface = match.group("it") if "it" in match.re.groupindex else match.group()
        return SHORTHAND.search(surface) is None
