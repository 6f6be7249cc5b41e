"""Persons after a title: "Mr Price", "ms okafor-hughes", "PC Best"."""

import regex
from wordfreq import zipf_frequency

from models.redaction.recognisers.shape import LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_PARTICLE = r"(?:(?:de|la|van|von|bin|al|el|del|da|dos|ap|ní|mac|ó)[ ])?"
_REST = r"[\p{L}\p{M}]*(?:['’-](?!s\b)\p{L}[\p{L}\p{M}]*){0,3}"
_NAME = rf"{_PARTICLE}\p{{Lu}}{_REST}(?<=\p{{L}}\p{{L}})"
_NOT = r"""(?:and|or|at|in|on|of|to|is|was|who|with|re|for|not|no|has|had|the|said|says|will|came|
    rang|about|from|but|also|by|did|does|if|as|that|then|there|when|so|be|been)"""
COMMON = 4.4  # a word in lower case this frequent is not taken for a surname


class TitledPersonRecogniser(ShapeRecogniser):
    """Finds the name after a courtesy or professional title; the title itself stays readable."""

    type: EntityType = "PERSON"
    shapes = (
        Shape(
            rf"""\b(?i:mr|mrs|ms|miss|mx|dr|prof|sgt|insp|cllr|rev|pc|ds|dc|pcso)\.?[ ]
            (?P<it>{_NAME})""",
            LIKELY,
            ignore_case=False,
        ),
        Shape(
            rf"\b(?:mr|mrs|ms)\.?[ ](?P<it>(?!{_NOT}\b)\p{{L}}{_REST}(?<=\p{{L}}\p{{L}}))(?!\w)",
            PLAUSIBLE,
        ),
    )

    def keeps(self, match: "regex.Match[str]", text: str) -> bool:
        """Leave a very common word in lower case readable: "told mr where to go"."""
        name = match.group("it")
        shouted = text[match.start() : match.start("it")].isupper() and name.isupper()
        return not ((name.islower() or shouted) and zipf_frequency(name, "en") > COMMON)
