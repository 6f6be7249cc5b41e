"""Dates of birth in any form, but only where the words beside them say birth."""

from models.redaction.recognisers.shape import Shape, ShapeRecogniser
from models.text import EntityType

MONTH = r"""(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|
    sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"""
ORDINAL = r"""(?:(?:twenty|thirty)[ -]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|
    ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|
    nineteenth|twentieth|thirtieth)"""
YEAR_WORDS = r"""(?:(?:nineteen|twenty|two[ ]thousand(?:[ ]and)?|oh|hundred|ten|eleven|twelve|
    thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|
    two|three|four|five|six|seven|eight|nine)[ -]?){1,4}"""
YEAR = rf"(?:'?\d{{4}}|['’]?\d{{2}}|{YEAR_WORDS})"
DAY = rf"(?:\d{{1,2}}(?:[ ]?(?:st|nd|rd|th))?|{ORDINAL})"
_DASH = r"[ ]?[./\-–—][ ]?"
NUMERIC = rf"""\d{{1,2}}{_DASH}(?:\d{{1,2}}|[ivx]{{1,4}}){_DASH}(?:\d{{4}}|\d{{2}})(?!\d)
    |\d{{1,2}}[ ]\d{{1,2}}[ ](?:\d{{4}}|\d{{2}})(?!\d)
    |\d{{4}}-\d\d-\d\d|(?<!\d)\d{{6}}(?!\d)|(?<!\d)\d{{8}}(?!\d)"""
WRITTEN = rf"""(?:the[ ])?{DAY}(?:[ ]of)?(?:[ ]the)?[ ,]+
    (?:{MONTH}|\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})\b(?:[ ,]+{YEAR}\b)?"""
AMERICAN = rf"{MONTH}[ ](?:the[ ])?{DAY}(?:[ ,]+{YEAR}\b)?"
DATE = rf"(?:{NUMERIC}|{WRITTEN}|{AMERICAN})"
BIRTH = r"""(?:d\.?[ ]?o\.?[ ]?b\.?s?|date[ ]of[ ]birth|born|birth[ -]?day|b-?day|birthdate|
    birth[ ]date)"""


class DobRecogniser(ShapeRecogniser):
    """Finds dates of birth after the words that announce one."""

    type: EntityType = "DOB"
    shapes = (
        Shape(
            rf"""\b{BIRTH}(?:\b|(?<=\.))[ ]?(?:is|was|on|as|given[ ]as|given|now|:|=|-|–|\(|,|\#|
            real[ ]dob[ ]is|should[ ]be|[ ]){{0,4}}[ ]?(?P<it>{DATE})"""
        ),
        Shape(rf"\b(?:b|born)\.?[ ](?:on[ ])?(?P<it>{NUMERIC}|{WRITTEN})"),
        Shape(
            rf"""\b(?:turn(?:s|ed|ing)|will[ ]be)[ ]\w+[ ]on[ ]
            (?P<it>{DATE}|the[ ]\d{{1,2}}(?:st|nd|rd|th))"""
        ),
        Shape(rf"(?P<it>(?<![\d/.])(?:{NUMERIC}))[ ]?(?:\(?dob\)?|d\.o\.b)\b"),
        Shape(r"\bborn[ ](?:in[ ])?(?P<it>(?:19|20)\d\d)\b"),
    )
