"""Postcodes: whole, mistyped, and the first half alone where the words before it say so."""

import regex

from models.redaction.recognisers.shape import LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|"
    "EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|"
    "LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|"
    "SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|ZZ|B|E|G|L|M|N|S|W"
)
_INWARD = r"\d[ ]?[ABD-HJLNP-UW-Z]{2}"
NOT_INWARD = regex.compile(
    r"\d\s?(?:st|nd|rd|th|yr|hr|wk|pm|am|lb|ft|pt|up|to|on|of|or|at|as|by|do|no|so|we|he|ax|x\d)$",
    regex.IGNORECASE,
)


class PostcodeRecogniser(ShapeRecogniser):
    """Finds British postcodes; "a3 1st" and "YP14yrs" stay readable."""

    type: EntityType = "POSTCODE"
    shapes = (
        Shape(rf"(?<![\w£/])(?:{AREAS})\d[A-Z\d]?[ \t]{{0,3}}{_INWARD}(?!\w)"),
        Shape(r"(?<![\w£/])[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}(?!\w)", LIKELY, ignore_case=False),
        Shape(
            rf"(?<![\w£/])(?:{AREAS})[ ]?\d{{1,2}}[ ]{{1,2}}\d[ ]?[A-Z]{{2}}(?!\w)",
            PLAUSIBLE,
            ignore_case=False,
        ),
        Shape(
            rf"""\b(?:in|near|round|around|from|area|patch)\b:?[ ]
            (?P<it>(?!S\d|M\d\b)(?:{AREAS})\d{{1,2}}[A-Z]?)(?![\w/]|\s?%)""",
            PLAUSIBLE,
        ),
        Shape(
            r"""\bp(?:ost)?[ /]?code\b\W{0,3}(?:is\W)?
            (?P<it>[A-Z]{1,2}\d[A-Z\d]?(?:[ ]?\d[ ]?[A-Z]{0,2})?(?!\w))""",
            PLAUSIBLE,
        ),
    )

    def keeps(self, match: "regex.Match[str]", text: str) -> bool:  # noqa: ARG002 - the family's signature
        """Leave ordinals, units and little words after a lettered number readable."""
        surface = match.group("it") if "it" in match.re.groupindex else match.group()
        return NOT_INWARD.search(surface) is None or surface.isupper()
