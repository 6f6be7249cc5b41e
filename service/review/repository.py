"""Every query of review: each takes who is asking, and finds nothing that is not theirs."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from service.access.signed_in import SignedIn
from service.errors import NotFound, NotPrepared
from service.tables.case import Case
from service.tables.case_note import CaseNote
from service.tables.delegation import Delegation
from service.tables.person import Person
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from service.tables.visit import Visit


def own_visit(session: Session, person: SignedIn, visit_id: UUID) -> tuple[Visit, Case]:
    """Return a visit of this practitioner, with its case.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.execute(
        select(Visit, Case)
        .join(Case, Case.id == Visit.case_id)
        .where(
            Visit.id == visit_id,
            Visit.author_id == person.person_id,
            Visit.team_id == person.team_id,
            Case.erased_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1]


def case_notes(session: Session, visit: Visit) -> Sequence[CaseNote]:
    """Return every version of a visit's case note, the newest first.

    Raises:
        NotPrepared: there is none yet.
    """
    found = session.scalars(
        select(CaseNote).where(CaseNote.visit_id == visit.id).order_by(CaseNote.version.desc())
    ).all()
    if not found:
        raise NotPrepared
    return found


def tasks_of(session: Session, visit: Visit) -> Sequence[Task]:
    """Return the tasks of a visit in the order of its note."""
    return session.scalars(
        select(Task).where(Task.visit_id == visit.id).order_by(Task.ordinal)
    ).all()


def own_task(session: Session, visit: Visit, task_id: UUID) -> Task:
    """Return one task of a visit that has already been found.

    Raises:
        NotFound: the visit has no such task.
    """
    task = session.get(Task, task_id)
    if task is None or task.visit_id != visit.id:
        raise NotFound
    return task


def decisions_of(session: Session, tasks: Sequence[Task]) -> dict[UUID, list[TriageDecision]]:
    """Return the decisions on each task, the first first."""
    found = session.scalars(
        select(TriageDecision)
        .where(TriageDecision.task_id.in_([task.id for task in tasks]))
        .order_by(TriageDecision.sequence)
    )
    grouped: dict[UUID, list[TriageDecision]] = defaultdict(list)
    for decision in found:
        grouped[decision.task_id].append(decision)
    return grouped


def newest_delegations(session: Session, tasks: Sequence[Task]) -> dict[UUID, Delegation]:
    """Return the newest delegation of each task that has one."""
    found = session.scalars(
        select(Delegation)
        .where(Delegation.task_id.in_([task.id for task in tasks]))
        .order_by(Delegation.picked_up_at)
    )
    return {delegation.task_id: delegation for delegation in found}


def names_of(session: Session, people: Sequence[UUID | None]) -> dict[UUID, str]:
    """Return the names of colleagues by their ids."""
    wanted = {person_id for person_id in people if person_id is not None}
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    return {row.id: row.name for row in rows}
