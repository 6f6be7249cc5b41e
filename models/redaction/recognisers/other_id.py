"""Other bodies' references: UPN, court, police, Home Office, licences; any long run of digits."""

import regex

from models.redaction.recognisers.shape import LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_CODE = r"""(?:(?-i:[A-Z]{1,4}|[a-z]{1,2}(?=[ ]?\d))[ /.-]{0,3})?\d[\w]*
    (?:[ ]?[/*-][ ]?[\w]+|[ ]\d+){0,4}(?!\w)"""
_NAMED = r"""(?:crime|incident|custody|exhibit|collar|coll|badge|warrant|tenancy|licen[cs]e|
    passport|psspt|visa|brp|home[ ]office|h\.?o\.?|upn|uln|urn|uprn|gmc|nmc|hcpc|swe|prison|pnc|
    hospital|claim|complaint|council[ ]tax|rent(?:[ ]a/c)?|order|invoice|po|policy|account|court|
    unit|req|job|share[ ]code|gwf|barcode|plan|reference|ref|id|enrol(?:ment)?|student|patient|
    membership)"""
_LINK = r"""(?:[ ](?:ref(?:erence)?|id|no|num|nos|number|code|log|card)\b)*\.?[ ]?
    (?:is|was|:|\#|=|-|–)?[ ]?"""
NOT_A_CODE = regex.compile(
    r"^(?:\d{1,2}[./]\d{1,2}(?:[./](?:\d{2}|\d{4}))?|(?:19|20)\d\d|[a-z]{1,4}[ .].*|\d{1,2}\D*)$"
)
FEWEST_DIGITS = 3


class OtherIdRecogniser(ShapeRecogniser):
    """Finds references by their own shape or by what is named before them."""

    type: EntityType = "OTHER_ID"
    shapes = (
        Shape(r"(?<!\w)[A-HJ-NP-RT-Z][ ]?\d(?:[ ]?\d){10}[ ]?[\dA-Z](?!\w)"),  # UPN
        Shape(r"(?<!\w)[A-Z]{2}[ ]?\d[ ]?\d[ ]?[A-Z][ ]?(?:\d[ ]?){4}\d(?!\w)"),  # family court
        Shape(r"(?<!\w)[A-Z]\d{7}(?:/\d{1,2})?(?!\w)"),  # Home Office
        Shape(r"(?<!\w)(?:GWF|UAN|ARC|BRP|SW)[ ]?\d(?:[ ]?\d){5,11}(?!\w)"),
        Shape(r"(?<!\w)[A-Z]\d{4}[A-Z]{2}(?!\w)", LIKELY, ignore_case=False),  # prison
        Shape(r"(?<!\w)[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}(?!\w)"),  # driving licence
        Shape(
            r"""\b(?:log|cad|incident)\b(?:[ ](?:no|number|ref))?\.?:?[ ]?[("]?
            (?P<it>\d(?:[ ]\d){2,4}|\d{1,5}[ ]?(?:of[ ]|/|[ ])[ ]?
            (?:\d{1,2}[ ]?[a-z]{3,9}|\d{1,2}[/.]\d{1,2}
            (?:[/.]\d{2,4})?|\d{4,6})|\d{3,6}(?![:./]\d))(?!\w)"""
        ),
        Shape(rf"\b{_NAMED}\b{_LINK}(?P<it>{_CODE})", PLAUSIBLE),
        Shape(
            r"\b(?:pc|ds|dc|sgt|pcso)[ ](?:no\.?[ ])?(?P<it>\d{3,5}(?:[A-Z]{2})?)(?!\w)", PLAUSIBLE
        ),
        Shape(r"(?<![\w£$€.,])\d{6,}(?!\w|[.,]\d)", PLAUSIBLE),  # the last net
        Shape(r"(?<!\w)[A-Z]{1,4}[/-]?\d{5,}(?:[/-]\w{1,4})?(?!\w)", PLAUSIBLE),
        Shape(r"(?<!\w)\d{2}/\d{3,6}/\d{2,4}(?!\w)", PLAUSIBLE),
        Shape(r"(?<!\w)[A-Z]{2,4}/\d{2,5}(?:/\d{2,6})?(?!\w)", PLAUSIBLE, ignore_case=False),
        Shape(r"(?<!\w)\d{4}-\d{4}-\d{2,4}(?!\w)", PLAUSIBLE),
    )

    def keeps(self, match: "regex.Match[str]", text: str) -> bool:  # noqa: ARG002 - the family's signature
        """Leave dates, years and small numbers readable where only a word suggests a code."""
        if "it" not in match.re.groupindex:
            return True
        surface = match.group("it")
        digits = sum(c.isdigit() for c in surface)
        return digits >= FEWEST_DIGITS and NOT_A_CODE.match(surface) is None
