"""What must hold whatever happened to any process: nothing lost, doubled or saved by halves."""

from sqlalchemy import func, select

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
        visits = session.scalars(select(Visit)).all()
        items = {item.visit_id: item for item in session.scalars(select(WorkItem))}
        if len(items) != len(visits):
            faults.append("a visit has no work item, or two")
        for visit in visits:
            done = items[visit.id].state == "done"
            notes = session.scalar(
                select(func.count()).select_from(CaseNote).where(CaseNote.visit_id == visit.id)
            )
            tasks = session.scalars(select(Task.id).where(Task.visit_id == visit.id)).all()
            decisions = session.scalar(
                select(func.count())
                .select_from(TriageDecision)
                .where(TriageDecision.task_id.in_(tasks))
            )
            told = session.scalar(
                select(func.count())
                .select_from(AuditEntry)
                .where(
                    AuditEntry.subject_id == str(visit.id), AuditEntry.action == "visit_prepared"
                )
            )
            recorded = session.scalar(
                select(func.count())
                .select_from(AuditEntry)
                .where(
                    AuditEntry.subject_id == str(visit.id), AuditEntry.action == "visit_recorded"
                )
            )
            expected = (1, TASKS_OF_A_NOTE, TASKS_OF_A_NOTE, 1) if done else (0, 0, 0, 0)
            if (notes, len(tasks), decisions, told) != expected:
                faults.append(f"a visit is half saved: {(notes, len(tasks), decisions, told)}")
            if recorded != 1:
                faults.append("a visit was recorded without its audit entry, or with two")
            if done != (visit.state == "prepared"):
                faults.append("a visit and its work item disagree")
    return faults
