"""Text of the note that already looks like a placeholder of ours.

It is hidden too, so that restoring cannot be fooled.
"""

from models.redaction.recognisers.shape import CERTAIN, Shape, ShapeRecogniser
from models.text import PLACEHOLDER, EntityType


class LookalikeRecogniser(ShapeRecogniser):
    """Finds placeholder-shaped text such as [PERSON_1]."""

    type: EntityType = "OTHER_ID"
    shapes = (Shape(PLACEHOLDER.pattern, CERTAIN, ignore_case=False),)
