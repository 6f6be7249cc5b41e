"""Units made by hand, as the reader would give them."""

from models.reading.unit import Action, Reading, Unit
from models.text import RedactedText, Span


def read_as(*parts: tuple[str, Action]) -> tuple[RedactedText, tuple[Unit, ...]]:
    """Return a note of one line for each part, and its units with the actions given."""
    return _read("\n", parts)


def read_on_one_line(*parts: tuple[str, Action]) -> tuple[RedactedText, tuple[Unit, ...]]:
    """Return a note of one line, and its units with the actions given."""
    return _read(". ", parts)


def _read(
    between: str, parts: tuple[tuple[str, Action], ...]
) -> tuple[RedactedText, tuple[Unit, ...]]:
    text = between.join(words for words, _ in parts)
    units = []
    at = 0
    for words, action in parts:
        reading = Reading(
            "other", "unknown", "plan_action", action, "stated", confidence={"action": 0.95}
        )
        units.append(Unit(Span(at, at + len(words)), words, reading))
        at += len(words) + len(between)
    return RedactedText(text), tuple(units)
