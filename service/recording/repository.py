"""Every question that recording asks the database."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from service.errors import NotFound
from service.identity_vault.vault import Vault
from service.tables.case import Case
from service.tables.task import Task
from service.tables.visit import Visit
from service.tables.work_item import WorkItem


def find_submission(session: Session, author_id: UUID, submission_id: UUID) -> Visit | None:
    """Return the visit that a submission of this author already became."""
    return session.scalars(
        select(Visit).where(Visit.author_id == author_id, Visit.submission_id == submission_id)
    ).one_or_none()


def find_same(session: Session, author_id: UUID, digest: bytes) -> Visit | None:
    """Return the newest visit of this author with the very same note and details."""
    return session.scalars(
        select(Visit)
        .join(Case, Case.id == Visit.case_id)
        .where(
            Visit.author_id == author_id,
            Visit.submission_digest == digest,
            Case.erased_at.is_(None),
        )
        .order_by(Visit.received_at.desc())
        .limit(1)
    ).one_or_none()


def find_case(session: Session, team_id: UUID, reference_index: bytes) -> Case | None:
    """Return the team's case of this reference."""
    return session.scalars(
        select(Case).where(Case.team_id == team_id, Case.reference_index == reference_index)
    ).one_or_none()


def find_visit(
    session: Session, team_id: UUID, author_id: UUID, visit_id: UUID
) -> tuple[Visit, WorkItem]:
    """Return a practitioner's own visit and how its preparation stands.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.execute(
        select(Visit, WorkItem)
        .join(WorkItem, WorkItem.visit_id == Visit.id)
        .where(Visit.id == visit_id, Visit.team_id == team_id, Visit.author_id == author_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1]


def list_visits(
    session: Session, team_id: UUID, author_id: UUID, most: int = 100
) -> Sequence[tuple[Visit, WorkItem]]:
    """Return a practitioner's own visits, newest first, with how each preparation stands."""
    rows = session.execute(
        select(Visit, WorkItem)
        .join(WorkItem, WorkItem.visit_id == Visit.id)
        .where(Visit.team_id == team_id, Visit.author_id == author_id)
        .order_by(Visit.received_at.desc(), Visit.id)
        .limit(most)
    )
    return [(row[0], row[1]) for row in rows]


def references(session: Session, vault: Vault, visits: Sequence[Visit]) -> dict[UUID, str]:
    """Return what the team calls the case of each visit."""
    wanted = {visit.case_id for visit in visits}
    return {
        case.id: vault.open_case(session, case.id).open_text(
            "case", "sealed_reference", case.id, case.sealed_reference
        )
        if case.sealed_reference
        else "No case reference"
        for case in session.scalars(select(Case).where(Case.id.in_(wanted)))
    }


@dataclass(frozen=True)
class TaskCounts:
    """How many tasks of a visit stand where."""

    all: int
    waiting: int
    picked_up: int
    completed: int
    handed_back: int


def count_tasks(session: Session, visits: Sequence[Visit]) -> dict[UUID, TaskCounts]:
    """Return how many tasks of each visit stand where; a visit without tasks is left out."""
    handed_back = and_(Task.state == "kept", Task.released_at.is_not(None))
    rows = session.execute(
        select(Task.visit_id, Task.state, handed_back, func.count())
        .where(Task.visit_id.in_([visit.id for visit in visits]))
        .group_by(Task.visit_id, Task.state, handed_back)
    )
    found: dict[UUID, Counter[str]] = defaultdict(Counter)
    for visit_id, state, was_handed_back, number in rows:
        found[visit_id]["all"] += number
        found[visit_id]["handed_back" if was_handed_back else state] += number
    return {
        visit_id: TaskCounts(
            all=counts["all"],
            waiting=counts["released"],
            picked_up=counts["picked_up"],
            completed=counts["completed"],
            handed_back=counts["handed_back"],
        )
        for visit_id, counts in found.items()
    }
