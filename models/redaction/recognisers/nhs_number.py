"""NHS numbers in any spacing; a wrong check digit is masked all the same."""

from models.redaction.recognisers.shape import CERTAIN, LIKELY, PLAUSIBLE, Shape, ShapeRecogniser
from models.text import EntityType

LENGTH = 10


def check_digit_holds(digits: str) -> bool:
    """Say whether ten digits carry the right modulus 11 check digit."""
    if len(digits) != LENGTH:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


class NhsNumberRecogniser(ShapeRecogniser):
    """Finds NHS numbers with and without the letters NHS before them."""

    type: EntityType = "NHS_NUMBER"
    shapes = (
        Shape(r"(?<![\d£.])\d{3}[ .-]{1,2}\d{3}[ .-]{1,2}\d{4}(?!\d)"),
        Shape(r"(?<![\w£.])[1-9]\d{9}(?!\w)", PLAUSIBLE),
        Shape(
            r"""\b(?:nhs|chi|h&c)\b(?:[ ]?(?:no|number|num|nr|\#|id))?\.?[ ]?
            (?:is|was|:|=|-|–|given[ ]as)?[ ]?
            (?P<it>\d(?:[ .-]{0,3}\d){6,11})(?!\d)""",
        ),
    )

    def score_of(self, surface: str, score: float) -> float:
        """Raise the score where the check digit holds."""
        return (
            CERTAIN
            if check_digit_holds("".join(c for c in surface if c.isdigit()))
            else min(score, LIKELY)
        )
