"""Finding the tasks of a note: what we still have to do, each with the words that caused it."""

from collections.abc import Iterator

from models.reading.unit import Unit
from models.task_extraction.asks import asks, reports, said_outright
from models.task_extraction.due import due_date, due_words
from models.task_extraction.fragments import finishes
from models.task_extraction.owner import owner_of
from models.task_extraction.splitting import parts_of, trimmed
from models.task_extraction.task import Task
from models.text import RedactedText, Span, VisitDetails

_ASKED = ("todo", "conditional", "pending_decision")
# Below this the reader is so unsure of "nothing to do" that the words may say otherwise.
_SURE_OF_NOTHING = 0.75
_SURE_OF_A_TASK = 0.35
# Below this the words themselves must ask, or say who or by when.
_FAIRLY_SURE = 0.45
_LONG = 200  # characters: the reader cuts what is typed shorter than this, but not what is dictated


def extract(
    redacted: RedactedText, units: tuple[Unit, ...], visit: VisitDetails
) -> tuple[Task, ...]:
    """Return the tasks of a redacted note in its order; no tasks is a valid answer."""
    found: list[tuple[Span, bool]] = []
    before: Unit | None = None  # the unit just before, where it ends in a task
    for unit in units:
        asked = _holds_task(unit)
        if before and finishes(redacted.text, before.span, unit, asked=asked):
            last, pending = found[-1]
            found[-1] = (Span(last.start, trimmed(redacted.text, unit.span).end), pending)
        elif asked:
            pending = unit.reading.action != "todo"
            found += [(span, pending) for span in _spans(redacted.text, unit)]
        else:
            before = None
            found += [(span, False) for span in _spoken(unit)]
            continue
        before = unit if found else None
    return tuple(_task(redacted.text, span, pending=p, visit=visit) for span, p in found)


def _holds_task(unit: Unit) -> bool:
    reading = unit.reading
    if reading.kind == "noise":
        return False
    if reading.action in _ASKED:
        return any(map(str.isalpha, unit.text)) and not reports(unit.text) and _is_likely(unit)
    if reading.action != "none" or reading.kind == "quote":
        return False
    unsure = reading.confidence.get("action", 0.0) < _SURE_OF_NOTHING
    return (unsure or _likelihood(unit) >= _SURE_OF_A_TASK) and asks(unit.text)


def _spoken(unit: Unit) -> Iterator[Span]:
    """Yield what a long spoken paragraph says outright must be done, whatever else it tells."""
    if len(unit.text) >= _LONG and unit.reading.kind not in ("noise", "quote"):
        for start, end in said_outright(unit.text):
            yield Span(unit.span.start + start, unit.span.start + end)


def _is_likely(unit: Unit) -> bool:
    """Say whether the reader is fairly sure of a task, or the words say so themselves."""
    says_so = asks(unit.text) or due_words(unit.text) or owner_of(unit.text)
    return bool(says_so) or _likelihood(unit) >= _FAIRLY_SURE or not unit.reading.confidence


def _likelihood(unit: Unit) -> float:
    odds = unit.reading.confidence
    if not any(f"action:{name}" in odds for name in _ASKED):
        return odds.get("action", 1.0) if unit.reading.action in _ASKED else 0.0
    return sum(odds.get(f"action:{name}", 0.0) for name in _ASKED)


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
