"""National Insurance numbers: any prefix, with or without the last letter."""

from models.redaction.recognisers.shape import LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

_SIX = r"\d[ ]?\d[ -]?\d[ ]?\d[ -]?\d[ ]?\d"


class NinoRecogniser(ShapeRecogniser):
    """Finds National Insurance numbers; two letters and a date ("on 12 10 24") are not one."""

    type: EntityType = "NINO"
    shapes = (
        Shape(rf"(?<!\w)[A-Z][ ]?[A-Z][ -]?{_SIX}[ -]?[A-D](?!\w)"),
        Shape(r"(?<!\w)(?!YP|CP|PO|ID|NO|OF)[A-Z]{2}\d{6}(?!\w)", PLAUSIBLE, ignore_case=False),
        Shape(
            rf"""\b(?:ni(?:no)?|n\.i\.?|nat(?:ional)?[ ]ins(?:urance)?)\b(?:[ ](?:no|number|num))?
            \.?[ ]?(?:is|:|-)?[ ]?
            (?P<it>[A-Z][ ]?[A-Z][ -]?{_SIX}(?:[ -]?[A-Z](?!\w))?)""",
            LIKELY,
        ),
    )
