"""A work item's life: queued with its visit, claimed under a lease, finished once or given up."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import CursorResult, Select, and_, or_, select, update
from sqlalchemy.orm import Session

from service import audit, clock
from service.errors import Fenced, NothingToRetry
from service.settings import Settings
from service.tables.visit import Visit
from service.tables.work_item import WorkItem

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 300.0


@dataclass(frozen=True)
class Claim:
    """A worker's hold on one preparation; whoever claims it next makes this token worthless."""

    work_item_id: UUID
    visit_id: UUID
    team_id: UUID
    case_id: UUID
    token: int
    attempt: int

    @property
    def worker(self) -> audit.Actor:
        """The worker, as the audit trail names it: nobody, for this team."""
        return audit.Actor(None, self.team_id)

    @property
    def subject(self) -> audit.Subject:
        """What the worker acts on."""
        return audit.Subject("visit", self.visit_id, self.case_id)


def queue_preparation(session: Session, visit_id: UUID) -> None:
    """Queue the preparation of a visit, in the transaction that stores the visit."""
    now = clock.now()
    session.add(
        WorkItem(
            id=uuid4(),
            visit_id=visit_id,
            state="queued",
            token=0,
            attempts=0,
            available_at=now,
            created_at=now,
        )
    )


def due(now: datetime) -> Select[UUID]:
    """Return the question which work items wait for a worker, or lost theirs."""
    return (
        select(WorkItem.id)
        .where(
            or_(
                and_(WorkItem.state == "queued", WorkItem.available_at <= now),
                and_(WorkItem.state == "running", WorkItem.lease_until < now),
            )
        )
        .order_by(WorkItem.available_at, WorkItem.id)
        .limit(1)
    )


def is_due(session: Session) -> bool:
    """Say whether any work waits; asked in a reading session, so that waiting costs no lock."""
    return session.scalar(due(clock.now())) is not None


def claim(session: Session, settings: Settings) -> Claim | None:
    """Take the next work item under a lease; a lost one that was tried often enough is given up."""
    now = clock.now()
    item_id = session.scalar(due(now).with_for_update(skip_locked=True))
    if item_id is None:
        return None
    item = session.get_one(WorkItem, item_id)
    visit = session.get_one(Visit, item.visit_id)
    lost = item.state == "running"
    held = Claim(item.id, visit.id, visit.team_id, visit.case_id, item.token + 1, item.attempts + 1)
    item.token = held.token  # whoever held it before is fenced from here on
    if lost and item.attempts >= settings.preparation_attempts:
        fail(session, item, held, "worker_lost")
        return None
    item.state = "running"
    item.attempts = held.attempt
    item.lease_until = now + timedelta(seconds=settings.lease_seconds)
    return held


def extend(session: Session, held: Claim, settings: Settings) -> None:
    """Give a sign of life.

    Raises:
        Fenced: the work item has been given to another worker.
    """
    until = clock.now() + timedelta(seconds=settings.lease_seconds)
    update_held(session, held, lease_until=until)


def finish(session: Session, held: Claim) -> None:
    """Mark a preparation done: the first statement of the transaction that saves its result.

    Raises:
        Fenced: the work item has been given to another worker; nothing of this one may be saved.
    """
    update_held(
        session,
        held,
        state="done",
        lease_until=None,
        finished_at=clock.now(),
        last_error_code=None,
    )


def put_back(session: Session, held: Claim, code: str, settings: Settings, *, final: bool) -> None:
    """End an attempt that failed: queue it again after a pause, or show it as failed.

    Raises:
        Fenced: the work item has been given to another worker.
    """
    item = session.get_one(WorkItem, held.work_item_id, with_for_update=True)
    if item.token != held.token or item.state != "running":
        raise Fenced
    if final or item.attempts >= settings.preparation_attempts:
        fail(session, item, held, code)
        return
    item.state, item.lease_until, item.last_error_code = "queued", None, code
    item.available_at = clock.now() + timedelta(seconds=pause_after(item.attempts))
    audit.record(session, held.worker, "preparation_put_back", held.subject, code)


def fail(session: Session, item: WorkItem, held: Claim, code: str) -> None:
    """Show a preparation as failed: its practitioner sees the code's words and may try again."""
    item.state, item.lease_until, item.last_error_code = "failed", None, code
    item.finished_at = clock.now()
    audit.record(session, held.worker, "preparation_failed", held.subject, code)


def retry(session: Session, person: audit.ActsFor, visit: Visit) -> None:
    """Queue a failed preparation again because its practitioner asks.

    Raises:
        NothingToRetry: it has not failed.
    """
    item = session.scalars(
        select(WorkItem).where(WorkItem.visit_id == visit.id).with_for_update()
    ).one()
    if item.state != "failed":
        raise NothingToRetry
    item.state, item.attempts, item.available_at = "queued", 0, clock.now()
    item.finished_at = None
    subject = audit.Subject("visit", visit.id, visit.case_id)
    audit.record(session, person, "preparation_retried", subject)


def release_all(session: Session) -> int:
    """End every lease, where the caller knows that no other worker lives; return how many."""
    released = session.execute(
        update(WorkItem).where(WorkItem.state == "running").values(lease_until=clock.now())
    )
    return rows_of(released)


def update_held(session: Session, held: Claim, **values: object) -> None:
    """Change a work item only while the claim still holds it.

    Raises:
        Fenced: it does not.
    """
    changed = session.execute(
        update(WorkItem)
        .where(
            WorkItem.id == held.work_item_id,
            WorkItem.token == held.token,
            WorkItem.state == "running",
        )
        .values(**values)
    )
    if rows_of(changed) != 1:
        raise Fenced


def rows_of(result: object) -> int:
    """Return how many rows a statement changed."""
    assert isinstance(result, CursorResult)  # noqa: S101 - tells the type checker
    return result.rowcount


def pause_after(attempts: int) -> float:
    """Return the seconds to wait after so many attempts: doubling, with jitter."""
    longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (attempts - 1))
    return longest * (0.75 + secrets.randbelow(501) / 1000)
