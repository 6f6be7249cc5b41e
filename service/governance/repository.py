"""Every query of governance: the audit trail of one's own organisation, in ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from service.access.signed_in import SignedIn
from service.audit import SERVICE_STREAM
from service.tables.audit_entry import AuditEntry
from service.tables.person import Person
from service.tables.team import Team

NEWEST = 20


@dataclass(frozen=True)
class TrailEntry:
    """One entry of the trail, with the name of the colleague who acted."""

    entry: AuditEntry
    name: str | None


def own_streams(session: Session, person: SignedIn) -> list[str]:
    """Return the chains a person may read: their organisation's teams' and the service's own."""
    organisation = select(Team.organisation_id).where(Team.id == person.team_id).scalar_subquery()
    teams: Sequence[UUID] = session.scalars(
        select(Team.id).where(Team.organisation_id == organisation)
    ).all()
    return [SERVICE_STREAM, *(str(team) for team in teams)]


def count_actions(session: Session, streams: Sequence[str]) -> list[tuple[str, int]]:
    """Return how often each thing was done, the most frequent first."""
    rows = session.execute(
        select(AuditEntry.action, func.count())
        .where(AuditEntry.stream.in_(streams))
        .group_by(AuditEntry.action)
        .order_by(func.count().desc(), AuditEntry.action)
    )
    return [(row[0], row[1]) for row in rows]


def newest_entries(session: Session, streams: Sequence[str]) -> list[TrailEntry]:
    """Return the newest entries."""
    rows = session.execute(
        select(AuditEntry, Person.name)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .where(AuditEntry.stream.in_(streams))
        .order_by(AuditEntry.at.desc(), AuditEntry.sequence.desc())
        .limit(NEWEST)
    )
    return [TrailEntry(row[0], row[1]) for row in rows]
