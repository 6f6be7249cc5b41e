"""What must hold whatever happened to any process: nothing lost, doubled or saved by halves."""

from collections import Counter
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from service import audit
from service.database import Database
from service.tables.audit_entry import AuditEntry
from service.tables.case_note import CaseNote
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from service.tables.visit import Visit
from service.tables.work_item import WorkItem

TASKS_OF_A_NOTE = 2


def broken_invariants(database: Database) -> list[str]:
    """Return what does not hold, in words; nothing where all holds."""
    faults: list[str] = []
    with database.read() as session:
        faults += [f"audit chain: {broken}" for broken in audit.verify(session)]
        if session.connection().exec_driver_sql("PRAGMA foreign_key_check").first():
            faults.append("a reference leads nowhere")
        items = {item.visit_id: item for item in session.scalars(select(WorkItem))}
        visits = session.scalars(select(Visit)).all()
        if {visit.id for visit in visits} != set(items):
            faults.append("a visit has no work item")
        notes = count_by(session, select(CaseNote.visit_id))
        tasks = count_by(session, select(Task.visit_id))
        decisions = count_by(
            session, select(Task.visit_id).join(TriageDecision, TriageDecision.task_id == Task.id)
        )
        told = count_by(session, entries_of("visit_prepared"))
        recorded = count_by(session, entries_of("visit_recorded"))
    for visit in visits:
        done = items[visit.id].state == "done"
        saved = (notes[visit.id], tasks[visit.id], decisions[visit.id], told[str(visit.id)])
        if saved != ((1, TASKS_OF_A_NOTE, TASKS_OF_A_NOTE, 1) if done else (0, 0, 0, 0)):
            faults.append(f"a visit is half saved: {saved}")
        if recorded[str(visit.id)] != 1:
            faults.append("a visit was recorded without its audit entry, or with two")
        if done != (visit.state == "prepared"):
            faults.append("a visit and its work item disagree")
    return faults


def count_by(session: Session, query: Select[Any]) -> Counter[Any]:
    """Count the rows of each first column."""
    return Counter(session.scalars(query))


def entries_of(action: str) -> Select[Any]:
    """Return the question which visits have an audit entry of this action."""
    return select(AuditEntry.subject_id).where(AuditEntry.action == action)
