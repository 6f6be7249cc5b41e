"""E-mail addresses, written or dictated; no list of domains is looked up anywhere."""

from models.redaction.recognisers.shape import CERTAIN, LIKELY, Shape, ShapeRecogniser
from models.text import EntityType

_ENDING = r"(?:com|net|org|info|co|uk|gov|ac|nhs|sch|ie|eu|example|test|me|io)"


class EmailRecogniser(ShapeRecogniser):
    """Finds e-mail addresses by their shape alone."""

    type: EntityType = "EMAIL"
    shapes = (
        Shape(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", CERTAIN),
        Shape(rf"(?<![\w.+-])[\w.+'-]{{1,64}}\s?(?:@|\(at\)|\[at\])\s?[\w-]{{1,63}}(?:\s?\.\s?[\w-]{{1,63}}){{0,4}}\s?\.\s?{_ENDING}\b"),
        Shape(
            # No part can be cut in two ways: a ruled line of dashes or underscores is read once.
            rf"""(?<![\w.])[\w'-]{{1,64}}+(?:(?:\s(?:dot|underscore|dash|hyphen)\s|\.)[\w'-]{{1,64}}+){{0,5}}\s(?:at|@)\s
            [\w-]++(?:(?:\sdot\s|\.)[\w-]++){{0,4}}(?:\sdot\s|\.){_ENDING}\b""",
            LIKELY,
        ),
    )  # fmt: skip
