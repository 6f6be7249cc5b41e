"""Bank details: sort codes, account numbers, cards and IBANs."""

from models.redaction.recognisers.shape import CERTAIN, LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_SORT = r"(?<![\d£/.-])\d\d[ -]\d\d[ -]\d\d"
_ACCOUNT = r"\d(?:[ ]?\d){6,7}(?!\d)"
_BETWEEN = r"[ ,/]{1,4}(?:(?:acc(?:ount|t)?|a/c|and|no)\.?[ ]?(?:no\.?[ ])?)?"
_SAID = r"(?:sort(?:[ ]code)?|s/c|acc(?:ount|t)?|a/c|bank)"


class BankRecogniser(ShapeRecogniser):
    """Finds a sort code with an account number beside it, or either after the words for it."""

    type: EntityType = "BANK"
    shapes = (
        Shape(rf"{_SORT}(?={_BETWEEN}{_ACCOUNT})", CERTAIN),
        Shape(rf"{_SORT}[ ,/]{{1,4}}{_ACCOUNT}", CERTAIN),
        Shape(rf"(?<={_SORT}{_BETWEEN}){_ACCOUNT}", CERTAIN),
        Shape(
            rf"""\b{_SAID}\b\.?(?:[ ](?:no|number|num|code|details))?\.?[ ]?(?:is|:|\#|-|–)?[ ]?
            (?P<it>\d\d[ -]?\d\d[ -]?\d\d(?!\d)|{_ACCOUNT})"""
        ),
        Shape(
            r"""\b(?:acc(?:ount|t)?|a/c|card)\b(?:[ ](?:no|number))?[ ](?:ending|ends)[ ](?:in[ ])?
            (?P<it>\d{3,4})\b""",
            LIKELY,
        ),
        # Three pairs that are no date, for there is no such month.
        Shape(r"(?<![\d-])\d\d-(?:[3-9]\d|1[3-9]|2\d)-\d\d(?![\d-])", PLAUSIBLE),
        Shape(r"(?<!\w)(?:\d{4}[ -]?){3}\d{4}(?!\w)"),
        Shape(r"(?<!\w)[A-Z]{2}\d\d[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){10,18}(?!\w)"),
    )
