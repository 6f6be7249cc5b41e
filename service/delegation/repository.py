"""Every query of delegation: it finds only delegable tasks of signed visits of one's own team."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from service.access.signed_in import SignedIn
from service.errors import NotFound
from service.tables.case import Case
from service.tables.delegation import Delegation
from service.tables.person import Person
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from service.tables.visit import Visit

MOST = 200


@dataclass(frozen=True)
class Offer:
    """A task that was offered to business support, with the visit it came from and whom to ask."""

    task: Task
    visit: Visit
    practitioner: str
    delegation: Delegation | None


def offers(person: SignedIn) -> Select[Task, Visit, str, Delegation]:
    """Every task this person's team was offered: all that delegation can see is made of this."""
    return (
        select(Task, Visit, Person.name, Delegation)
        .join(Visit, Visit.id == Task.visit_id)
        .join(Case, Case.id == Visit.case_id)
        .join(Person, Person.id == Visit.author_id)
        .outerjoin(Delegation, and_(Delegation.task_id == Task.id, Delegation.ended_at.is_(None)))
        .where(
            Task.team_id == person.team_id,
            Task.outcome == "delegable",
            Task.released_at.is_not(None),
            Visit.state == "signed_off",
            Case.erased_at.is_(None),
        )
    )


def queue(session: Session, person: SignedIn) -> list[Offer]:
    """Return the tasks nobody has picked up, the soonest due first."""
    rows = session.execute(
        offers(person)
        .where(Task.state == "released")
        .order_by(Task.due.is_(None), Task.due, Task.released_at, Task.id)
        .limit(MOST)
    )
    return [Offer(*row) for row in rows]


def held(session: Session, person: SignedIn) -> list[Offer]:
    """Return the tasks this person has picked up, the soonest due first."""
    rows = session.execute(
        offers(person)
        .where(Task.state == "picked_up", Delegation.person_id == person.person_id)
        .order_by(Task.due.is_(None), Task.due, Task.id)
        .limit(MOST)
    )
    return [Offer(*row) for row in rows]


def finished(session: Session, person: SignedIn) -> Sequence[Delegation]:
    """Return what this person completed or handed back, the newest first."""
    return session.scalars(
        select(Delegation)
        .join(Task, Task.id == Delegation.task_id)
        .where(
            Delegation.person_id == person.person_id,
            Delegation.ended_at.is_not(None),
            Task.team_id == person.team_id,
            Task.outcome == "delegable",
        )
        .order_by(Delegation.ended_at.desc())
        .limit(50)
    ).all()


def find_offer(session: Session, person: SignedIn, task_id: UUID) -> Offer:
    """Return a task that is free, or in this person's own hands.

    Raises:
        NotFound: there is none, or it is not theirs to see: both look the same.
    """
    row = session.execute(
        offers(person).where(
            Task.id == task_id,
            or_(
                Task.state == "released",
                and_(Task.state == "picked_up", Delegation.person_id.is_not(None)),
            ),
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    return Offer(*row)


def tasks_by_id(session: Session, person: SignedIn, ids: Sequence[UUID]) -> dict[UUID, Offer]:
    """Return offered tasks by their ids, whatever became of them."""
    rows = session.execute(offers(person).where(Task.id.in_(ids)))
    return {row[0].id: Offer(*row) for row in rows}


def newest_decision(session: Session, task: Task) -> TriageDecision:
    """Return the decision that stands."""
    return session.scalars(
        select(TriageDecision)
        .where(TriageDecision.task_id == task.id)
        .order_by(TriageDecision.sequence.desc())
        .limit(1)
    ).one()


def holder_name(session: Session, delegation: Delegation) -> str:
    """Return who has a task."""
    return session.get_one(Person, delegation.person_id).name
