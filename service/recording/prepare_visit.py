"""The worker's part: open a claimed visit's note, prepare it, and save the whole result at once."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from models.text import Service, VisitDetails, VisitNote
from service import audit, clock
from service.database import Database
from service.identity_vault.vault import CaseSeal, Vault
from service.jobs.work_items import Claim, finish
from service.tables.case_note import CaseNote
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from service.tables.visit import Visit

PreparedNote = Mapping[str, Any]
PrepareNote = Callable[[VisitNote], PreparedNote]

DECISION_FIELDS = (
    "rule",
    "reason",
    "would_change_it",
    "confidence",
    "who",
    "reserved_to",
    "automation",
)
OWN_COLUMNS = frozenset(
    {"text", "restored_text", "start", "end", "outcome", "due", *DECISION_FIELDS}
)


def prepare_visit(database: Database, vault: Vault, held: Claim, prepare: PrepareNote) -> None:
    """Prepare a claimed visit; no transaction is open while the models work.

    Raises:
        Fenced: the work item went to another worker meanwhile; nothing was saved.
    """
    with database.write() as session:
        note = open_note(session, vault, held)
    prepared = prepare(note)
    with database.write() as session:
        save(session, vault, held, prepared)


def open_note(session: Session, vault: Vault, held: Claim) -> VisitNote:
    """Open the note, and say on the audit trail that it was opened."""
    audit.record(session, held.worker, "note_opened_to_prepare", held.subject)
    visit = session.get_one(Visit, held.visit_id)
    seal = vault.open_case(session, visit.case_id)
    text = seal.open_text("visit", "sealed_note", visit.id, visit.sealed_note)
    service = cast("Service | None", visit.service)
    return VisitNote(text, VisitDetails(visit.visit_type, visit.visit_date, service))


def save(session: Session, vault: Vault, held: Claim, prepared: PreparedNote) -> None:
    """Save the draft, its tasks, their decisions and the audit entry: all of them or none.

    Raises:
        Fenced: the work item went to another worker; nothing may be saved.
    """
    finish(session, held)
    visit = session.get_one(Visit, held.visit_id)
    visit.state = "prepared"
    seal, draft_id = vault.open_case(session, visit.case_id), uuid4()
    body = {key: value for key, value in prepared.items() if key not in ("id", "tasks")}
    versions = prepared["versions"]
    session.add(
        CaseNote(
            id=draft_id,
            visit_id=visit.id,
            version=1,
            work_item_id=held.work_item_id,
            sealed_body=seal.seal_json("case_note", "sealed_body", draft_id, body),
            guidance_version=versions["guidance"],
            product_version=versions["recordwell"],
            created_at=clock.now(),
        )
    )
    for ordinal, task in enumerate(prepared["tasks"], start=1):
        save_task(session, seal, visit, ordinal, task)
    session.flush()
    audit.record(session, held.worker, "visit_prepared", held.subject)


def save_task(
    session: Session, seal: CaseSeal, visit: Visit, ordinal: int, task: Mapping[str, Any]
) -> None:
    """Save one task and the decision the line made on it."""
    task_id = uuid4()
    details = {key: value for key, value in task.items() if key not in OWN_COLUMNS}
    session.add(
        Task(
            id=task_id,
            visit_id=visit.id,
            team_id=visit.team_id,
            ordinal=ordinal,
            sealed_text=seal.seal("task", "sealed_text", task_id, task["text"]),
            sealed_restored_text=seal.seal(
                "task", "sealed_restored_text", task_id, task["restored_text"]
            ),
            sealed_details=seal.seal_json("task", "sealed_details", task_id, details),
            span_start=task["start"],
            span_end=task["end"],
            due=date.fromisoformat(task["due"]) if task["due"] else None,
            outcome=task["outcome"],
            state="proposed",
            created_at=clock.now(),
        )
    )
    session.flush()
    save_decision(session, seal, task_id, task)


def save_decision(session: Session, seal: CaseSeal, task_id: UUID, task: Mapping[str, Any]) -> None:
    """Save the line's own decision: the first, which nothing later alters."""
    decision_id, rule = uuid4(), task["rule"] or {}
    body = {name: task[name] for name in DECISION_FIELDS}
    session.add(
        TriageDecision(
            id=decision_id,
            task_id=task_id,
            sequence=1,
            outcome=task["outcome"],
            rule_id=rule.get("id"),
            rule_version=rule.get("version"),
            sealed_body=seal.seal_json("triage_decision", "sealed_body", decision_id, body),
            decided_at=clock.now(),
        )
    )
