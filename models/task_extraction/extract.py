"""Finding the tasks of a note: what we still have to do, each with the words that caused it."""

from collections.abc import Iterator

from models.reading.unit import Unit
from models.task_extraction.asks import asks
from models.task_extraction.due import due_date, due_words
from models.task_extraction.owner import owner_of
from models.task_extraction.splitting import parts_of
from models.task_extraction.task import Task
from models.text import RedactedText, Span, VisitDetails

_ASKED = ("todo", "conditional", "pending_decision")
# Below this the reader is so unsure of "nothing to do" that the words may say otherwise.
_SURE_OF_NOTHING = 0.75
_SURE_OF_A_TASK = 0.35


def extract(
    redacted: RedactedText, units: tuple[Unit, ...], visit: VisitDetails
) -> tuple[Task, ...]:
    """Return the tasks of a redacted note in its order; no tasks is a valid answer."""
    return tuple(
        _task(redacted.text, span, pending=unit.reading.action != "todo", visit=visit)
        for unit in units
        if _holds_task(unit)
        for span in _spans(redacted.text, unit)
    )


def _holds_task(unit: Unit) -> bool:
    reading = unit.reading
    if reading.kind == "noise":
        return False
    if reading.action in _ASKED:
        return any(character.isalpha() for character in unit.text)
    if reading.action != "none" or reading.kind == "quote":
        return False
    unsure = reading.confidence.get("action", 0.0) < _SURE_OF_NOTHING
    likely = sum(reading.confidence.get(f"action:{name}", 0.0) for name in _ASKED)
    return (unsure or likely >= _SURE_OF_A_TASK) and asks(unit.text)


def _spans(text: str, unit: Unit) -> Iterator[Span]:
    """Cut a unit into its tasks; a condition and what follows from it stay together."""
    if unit.reading.action == "conditional":
        yield unit.span
        return
    yield from parts_of(text, unit.span)


def _task(text: str, span: Span, *, pending: bool, visit: VisitDetails) -> Task:
    words = text[span.start : span.end]
    when = due_words(words)
    return Task(
        text=" ".join(words.split()),
        span=span,
        owner=owner_of(words),
        due=due_date(when, visit.date) if when else None,
        due_words=when,
        pending=pending,
    )
