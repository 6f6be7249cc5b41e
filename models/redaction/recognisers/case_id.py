"""The council's own case and person numbers, known by the words before them."""

from models.redaction.recognisers.shape import Shape, ShapeRecogniser
from models.text import EntityType

_CODE = r"(?:[A-Z]{1,4}[ /-]{0,3})?\d(?:[ /-]{0,3}\d){2,10}(?:[ /-]?[A-Z])?(?!\w)"
_SYSTEM = r"(?:lcs|ics|ll|liquid[ ]?logic|mosaic|eclipse|care[ ]?first|frameworki|azeus|pid|swift)"


class CaseIdRecogniser(ShapeRecogniser):
    """Finds numbers after a record system's name, or after "case", "person" or "client" number."""

    type: EntityType = "CASE_ID"
    shapes = (
        Shape(
            rf"""\b{_SYSTEM}\b(?:[ ](?:id|no|number|ref|person|pid|case))*\.?[ ]?
            (?:is|was|:|\#|=|-|–)?[ ]{{0,2}}(?P<it>{_CODE})"""
        ),
        Shape(
            rf"""\b(?:case|person|client|service[ ]user|file)[ ]
            (?:id|no|num|number|ref(?:erence)?)\b\.?[ ]?(?:is|:|\#|=|-)?[ ]?(?P<it>{_CODE})"""
        ),
        Shape(
            rf"""\bour[ ](?:id|no|num|number|ref(?:erence)?)\b\.?[ ]?(?:is|:|\#|=|-)?[ ]?
            (?P<it>{_CODE})"""
        ),
        Shape(
            r"""(?<!\w)(?P<it>(?:ASC|LCS|LL|ICS|CSC|PID)[ ]?-[ ]?\d(?:[ -]?\d){3,9}(?:/\w)?)
            (?!\w)"""
        ),
    )
