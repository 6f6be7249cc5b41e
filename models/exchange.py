"""The JSON of the command-line contract: offsets are into the note exactly as given."""

from typing import Any

from models.drafting.draft import CaseNoteDraft, DraftSentence
from models.pipeline import Prepared
from models.redaction.redaction import Redaction
from models.redaction.restore import restore
from models.task_extraction.task import Task
from models.text import Span
from models.triage.decision import TriageDecision

SCHEMA = 1


def redaction_as_json(redaction: Redaction, identity: object) -> dict[str, Any]:
    """Return what `recordwell redact` writes for one note."""
    return {
        "schema": SCHEMA,
        "id": identity,
        "redacted_text": redaction.redacted.text,
        "entities": [
            {
                "start": entity.start,
                "end": entity.end,
                "type": entity.type,
                "placeholder": entity.placeholder,
                "score": round(entity.score, 4),
            }
            for entity in redaction.entities
        ],
        "people": [
            {"placeholder": person.placeholder, "role": person.role}
            for person in redaction.redacted.people
        ],
        "notices": list(redaction.notices),
    }


def as_json(prepared: Prepared, identity: object) -> dict[str, Any]:
    """Return what `recordwell prepare` writes for one note."""
    return redaction_as_json(prepared.redaction, identity) | {
        "draft": draft_as_json(prepared.draft, prepared.redaction),
        "tasks": [
            task_as_json(task, decision, prepared.redaction) for task, decision in prepared.tasks
        ],
        "versions": prepared.versions,
        "timings_ms": prepared.timings_ms,
    }


def draft_as_json(draft: CaseNoteDraft, redaction: Redaction) -> dict[str, Any]:
    """Return a draft with its spans moved back to the note as given."""
    return {
        "template": draft.template,
        "headings": [
            {
                "key": heading.key,
                "title": heading.title,
                "sentences": [sentence_as_json(s, redaction) for s in heading.sentences],
            }
            for heading in draft.headings
        ],
        "not_recorded": list(draft.not_recorded),
        "set_aside": [
            {"start": original.start, "end": original.end, "reason": aside.reason}
            for aside in draft.set_aside
            for original in (redaction.to_original(aside.span),)
        ],
    }


def sentence_as_json(sentence: DraftSentence, redaction: Redaction) -> dict[str, Any]:
    """Return one sentence, redacted and restored, with the stretches its words came from."""
    originals = [redaction.to_original(span) for span in sentence.spans]
    return {
        "text": sentence.text,
        "restored_text": restore(sentence.text, redaction.key, sentence.spans),
        "spans": [[span.start, span.end] for span in originals],
        "kind": sentence.kind,
        "speaker": sentence.speaker,
        "flags": list(sentence.flags),
    }


def task_as_json(task: Task, decision: TriageDecision, redaction: Redaction) -> dict[str, Any]:
    """Return one task with its triage decision."""
    original = redaction.to_original(task.span)
    return {
        "text": task.text,
        "restored_text": restore(task.text, redaction.key, (task.span,)),
        "start": original.start,
        "end": original.end,
        **decision_as_json(decision),
        "owner": task.owner,
        "due": task.due.isoformat() if task.due else None,
        "due_words": task.due_words,
        "pending": task.pending,
    }


def decision_as_json(decision: TriageDecision) -> dict[str, Any]:
    """Return one triage decision and the rule it cites."""
    rule = decision.rule
    return {
        "outcome": decision.outcome,
        "rule": None
        if rule is None
        else {
            "id": rule.id,
            "version": rule.version,
            "title": rule.title,
            "basis": rule.basis,
            "source": rule.source,
        },
        "reason": decision.reason,
        "would_change_it": decision.would_change_it,
        "confidence": round(decision.confidence, 4),
        "who": decision.who,
        "reserved_to": decision.reserved_to,
        "automation": decision.automation,
    }


def span_of(item: dict[str, Any]) -> Span:
    """Return the span a JSON object names by `start` and `end`."""
    return Span(int(item["start"]), int(item["end"]))
