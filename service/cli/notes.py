"""`recordwell redact`, `prepare` and `triage`: notes in, JSON Lines out, no server."""

import argparse
from datetime import date
from typing import Any, get_args

from guidance.library import Guidance, load
from models.drafting.templates import visit_types
from models.exchange import as_json, decision_as_json, redaction_as_json, span_of
from models.limits import NoteRefused, refuse_unusable
from models.pipeline import PREPARATION_REFUSALS, prepare
from models.redaction.redact import redact
from models.text import Service, VisitDetails, VisitNote
from models.triage.decision import TriageDecision
from models.triage.triage import triage
from service.cli.lines import Item, answer_each, read_bytes, read_items

REFUSALS: tuple[type[Exception], ...] = (NoteRefused, *PREPARATION_REFUSALS)


def run_redact(arguments: argparse.Namespace) -> int:
    """Redact every note given."""

    def answer(item: Item) -> Item:
        note = note_of(item)
        refuse_unusable(note.text)
        return redaction_as_json(redact(note), item.get("id"))

    return answer_each(items_of(arguments), answer, REFUSALS)


def run_prepare(arguments: argparse.Namespace) -> int:
    """Take every note given the whole way."""
    guidance = load()

    def answer(item: Item) -> Item:
        return as_json(prepare(note_of(item), guidance), item.get("id"))

    return answer_each(items_of(arguments), answer, REFUSALS)


def run_triage(arguments: argparse.Namespace) -> int:
    """Triage one task of every note given: the note, and the words in it that are the task."""
    guidance = load()

    def answer(item: Item) -> Item:
        return {"id": item.get("id")} | decision_as_json(triage_item(item, guidance))

    return answer_each(items_of(arguments), answer, REFUSALS)


def triage_item(item: Item, guidance: Guidance) -> TriageDecision:
    """Triage the task an input marks in its text."""
    note = note_of(item)
    refuse_unusable(note.text)
    span = span_of(item) if is_span(item) else None
    if span is None or not note.text[span.start : span.end].strip():
        raise NoteRefused("no_task", '"start" and "end" do not mark any words of the note.')
    redaction = redact(note)
    return triage(redaction.redacted, redaction.to_redacted(span), guidance, note.visit)


def items_of(arguments: argparse.Namespace) -> Any:
    """Read the notes a command names."""
    return read_items(read_bytes(arguments.file), arguments.file, jsonl=arguments.jsonl)


def is_span(item: Item) -> bool:
    """Say whether an item marks a stretch that lies inside its text."""
    start, end = item.get("start"), item.get("end")
    whole = all(isinstance(value, int) and not isinstance(value, bool) for value in (start, end))
    return whole and 0 <= item["start"] < item["end"] <= len(item["text"])


def note_of(item: Item) -> VisitNote:
    """Build the visit note of one input, refusing visit details that are none."""
    visit = item.get("visit")
    if visit is None:
        return VisitNote(item["text"])
    if not isinstance(visit, dict):
        raise NoteRefused("bad_visit", '"visit" is not an object.')
    kind, service = visit.get("type"), visit.get("service")
    if kind is not None and not (isinstance(kind, str) and kind in visit_types()):
        raise NoteRefused(
            "unknown_visit_type", "The visit type is not one of: " + ", ".join(visit_types()) + "."
        )
    if service is not None and service not in get_args(Service):
        raise NoteRefused("unknown_service", "The service is neither children nor adults.")
    return VisitNote(
        item["text"], VisitDetails(type=kind, date=date_of(visit.get("date")), service=service)
    )


def date_of(value: object) -> date | None:
    """Read a visit's date, year first."""
    if value is None:
        return None
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:  # weeks and bare digits are dates to Python
        raise NoteRefused("bad_date", "The visit's date is not a date like 2026-11-22.")
    return found
