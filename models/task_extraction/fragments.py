"""Whether a stretch of a line only finishes the task before it, and belongs to its words."""

import re

from models.reading.unit import Unit
from models.task_extraction.asks import asks
from models.text import Span

_CARRIES_ON = re.compile(r"^\s*(?:[+&]|(?:and|so|but|because|which|who|or)\b)", re.IGNORECASE)
_ADDS = re.compile(r"^\s*[+&]")
_WHO_ALONE = re.compile(
    r"^\W*(?:me|i|fsw|swa|sw|bs|admin|duty|the office)"
    r"(?:,?\s+not\s+[\w ]{1,20})?(?:\s+(?:pls|please))?\W*$",
    re.IGNORECASE,
)


def finishes(text: str, before: Span, unit: Unit, *, asked: bool) -> bool:
    """Say whether a unit only finishes the task that ends just before it on the same line."""
    if "\n" in text[before.end : unit.span.start]:
        return False
    if _WHO_ALONE.match(unit.text):
        return True
    if asked:
        return _CARRIES_ON.match(unit.text) is not None and not asks(unit.text)
    return unit.reading.kind == "plan_action" and _ADDS.match(unit.text) is not None
