"""Every question that recording asks the database."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from service.errors import NotFound
from service.tables.case import Case
from service.tables.visit import Visit
from service.tables.work_item import WorkItem


def find_submission(session: Session, author_id: UUID, submission_id: UUID) -> Visit | None:
    """Return the visit that a submission of this author already became."""
    return session.scalars(
        select(Visit).where(Visit.author_id == author_id, Visit.submission_id == submission_id)
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
