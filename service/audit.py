"""Who did what when, in ids: one hash-chained stream per team, written with the deed itself."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from service import clock
from service.tables.audit_entry import AuditEntry
from service.tables.audit_stream import AuditStream

SERVICE_STREAM = "service"
NO_HASH = bytes(32)
WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
IDENTIFIER = re.compile(r"[A-Za-z0-9_.-]{1,80}")


class ActsFor(Protocol):
    """Somebody who acts for a team: who is signed in, or an `Actor`."""

    @property
    def person_id(self) -> UUID | None:
        """The person, or nobody where the service itself acts."""

    @property
    def team_id(self) -> UUID | None:
        """The team whose chain the entry joins, or none for the service's own."""


@dataclass(frozen=True)
class Actor:
    """An actor who is not signed in: the worker, or somebody at the sign-in page."""

    person_id: UUID | None
    team_id: UUID | None


@dataclass(frozen=True)
class Subject:
    """What was acted on: a kind of thing, its id and the case it belongs to."""

    type: str
    id: UUID | str | None = None
    case_id: UUID | None = None


@dataclass(frozen=True)
class BrokenLink:
    """The first place where a chain does not hold."""

    stream: str
    sequence: int
    problem: str


def record(
    session: Session,
    actor: ActsFor,
    action: str,
    subject: Subject,
    code: str | None = None,
) -> None:
    """Add one entry to a team's chain, or to the service's own where no team is concerned.

    Raises:
        ValueError: something given is a text and not an id or a fixed word.
    """
    for word in filter(None, (action, subject.type, code)):
        if not WORD.fullmatch(word):
            raise ValueError("The audit trail takes fixed words only.")
    if isinstance(subject.id, str) and not IDENTIFIER.fullmatch(subject.id):
        raise ValueError("The audit trail takes ids only.")
    stream = str(actor.team_id) if actor.team_id else SERVICE_STREAM
    head = session.get(AuditStream, stream, with_for_update=True)
    if head is None:
        head = AuditStream(stream=stream, sequence=0, hash=NO_HASH)
        session.add(head)
    entry = AuditEntry(
        stream=stream,
        sequence=head.sequence + 1,
        at=clock.now(),
        actor_id=actor.person_id,
        action=action,
        subject_type=subject.type,
        subject_id=None if subject.id is None else str(subject.id),
        case_id=subject.case_id,
        code=code,
        previous_hash=head.hash,
    )
    entry.hash = hash_of(entry)
    head.sequence, head.hash = entry.sequence, entry.hash
    session.add(entry)
    session.flush()


def hash_of(entry: AuditEntry) -> bytes:
    """Return the hash of an entry: over every field of it and the hash before."""
    fields = {
        "stream": entry.stream,
        "sequence": entry.sequence,
        "at": entry.at.isoformat(timespec="microseconds"),
        "actor": str(entry.actor_id),
        "action": entry.action,
        "subject_type": entry.subject_type,
        "subject": entry.subject_id,
        "case": str(entry.case_id),
        "code": entry.code,
    }
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(entry.previous_hash + canonical.encode()).digest()


def verify(session: Session) -> list[BrokenLink]:
    """Return the first broken link of every chain that does not hold; nothing where all hold."""
    heads = {head.stream: head for head in session.scalars(select(AuditStream))}
    streams = set(session.scalars(select(AuditEntry.stream).distinct())) | set(heads)
    return [
        broken
        for stream in sorted(streams)
        for broken in faults(session, stream, heads.get(stream))
    ]


def faults(session: Session, stream: str, head: AuditStream | None) -> Iterator[BrokenLink]:
    """Yield the first fault of one chain, if it has one."""
    sequence, previous = 0, NO_HASH
    entries = select(AuditEntry).where(AuditEntry.stream == stream).order_by(AuditEntry.sequence)
    for entry in session.scalars(entries.execution_options(yield_per=1000)):
        sequence += 1
        if entry.sequence != sequence:
            yield BrokenLink(stream, sequence, "missing")
            return
        if entry.previous_hash != previous or hash_of(entry) != entry.hash:
            yield BrokenLink(stream, sequence, "changed")
            return
        previous = entry.hash
    if head is None or head.sequence != sequence or head.hash != previous:
        yield BrokenLink(stream, sequence + 1, "cut_short")
