"""The line a note walks, in one call: redact, read and draft, extract tasks, triage."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version

from guidance.library import Guidance
from models.drafting.compose import DraftIncomplete, draft
from models.drafting.draft import CaseNoteDraft
from models.limits import NoteRefused, refuse_unusable
from models.reading.read import read
from models.redaction.redact import redact
from models.redaction.redaction import Redaction
from models.redaction.refusals import RedactionIncomplete
from models.task_extraction.extract import extract
from models.task_extraction.task import Task
from models.text import Span, VisitNote
from models.triage.decision import TriageDecision
from models.triage.triage import triage_all


class NoteNotAccountedFor(Exception):
    """Some character of the note is in no sentence, no task and no set-aside stretch."""


# What stops one note and says so; anything else is a fault of the product.
PREPARATION_REFUSALS: tuple[type[Exception], ...] = (
    NoteRefused,
    RedactionIncomplete,
    DraftIncomplete,
    NoteNotAccountedFor,
)


@dataclass(frozen=True)
class Prepared:
    """A visit note after the whole line: what a practitioner reviews."""

    redaction: Redaction
    draft: CaseNoteDraft
    tasks: tuple[tuple[Task, TriageDecision], ...]
    versions: dict[str, object]
    timings_ms: dict[str, float]


def prepare(note: VisitNote, guidance: Guidance) -> Prepared:
    """Take a visit note the whole way; any step that fails stops it.

    Raises:
        NoteRefused: the text is empty, too long or holds characters no record can keep.
        RedactionIncomplete: some recogniser did not finish, so nothing may pass on.
        DraftIncomplete, NoteNotAccountedFor: a character of the note would have been lost.
    """
    refuse_unusable(note.text)
    clock = Stopwatch()
    with clock.step("redact"):
        redaction = redact(note)
    redacted = redaction.redacted
    with clock.step("draft"):
        units = read(redacted, note.visit)
        case_note = draft(redacted, units, note.visit)
    with clock.step("tasks"):
        tasks = extract(redacted, units, note.visit)
    with clock.step("triage"):
        decisions = triage_all(redacted, [task.span for task in tasks], guidance, note.visit)
    prepared = Prepared(
        redaction=redaction,
        draft=case_note,
        tasks=tuple(zip(tasks, decisions, strict=True)),
        versions={
            "recordwell": version("recordwell"),
            "models": dict(redaction.versions),
            "guidance": guidance.version,
        },
        timings_ms=clock.milliseconds(),
    )
    refuse_unaccounted(prepared)
    return prepared


def refuse_unaccounted(prepared: Prepared) -> None:
    """Raise `NoteNotAccountedFor` unless every non-space character has a place."""
    text = prepared.redaction.redacted.text
    held = bytearray(len(text))
    for span in accounted_spans(prepared):
        held[span.start : span.end] = b"\x01" * (span.end - span.start)
    if any(not held[i] and not character.isspace() for i, character in enumerate(text)):
        raise NoteNotAccountedFor


def accounted_spans(prepared: Prepared) -> Iterator[Span]:
    """Yield every stretch of the redacted note that a sentence, a task or a set-aside holds."""
    for heading in prepared.draft.headings:
        for sentence in heading.sentences:
            yield from sentence.spans
    for task, _ in prepared.tasks:
        yield task.span
    for aside in prepared.draft.set_aside:
        yield aside.span


class Stopwatch:
    """Times the steps of one note."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.steps: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step."""
        began = time.perf_counter()
        yield
        self.steps[name] = time.perf_counter() - began

    def milliseconds(self) -> dict[str, float]:
        """Return each step and the total in milliseconds, to a tenth."""
        seconds = self.steps | {"total": time.perf_counter() - self.started}
        return {name: round(1000 * value, 1) for name, value in seconds.items()}
