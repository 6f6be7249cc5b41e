"""Units made by hand, as the reader would give them."""

from models.reading.unit import Action, Reading, Unit
from models.text import RedactedText, Span


def read_as(*parts: tuple[str, Action]) -> tuple[RedactedText, tuple[Unit, ...]]:
    """Return a note of one line for each part, and its units with the actions given."""
    text = "\n".join(words for words, _ in parts)
    units = []
    at = 0
    for words, action in parts:
        reading = Reading(
            "other", "unknown", "plan_action", action, "stated", confidence={"action": 0.95}
        )
        units.append(Unit(Span(at, at + len(words)), words, reading))
        at += len(words) + 1
    return RedactedText(text), tuple(units)
