"""Sessions: started at sign-in, looked up at every request, ended by time, hand or account."""

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from service import audit, clock
from service.access.signed_in import SignedIn
from service.database import Database
from service.errors import NotSignedIn
from service.settings import Settings
from service.tables.membership import Membership, Role
from service.tables.organisation import Organisation
from service.tables.person import Person
from service.tables.signed_in_session import SignedInSession
from service.tables.team import Team

TOKEN_BYTES = 32
TOUCH_AFTER = timedelta(minutes=1)


def start_session(session: Session, person: Person, team_id: UUID, settings: Settings) -> str:
    """Start a session and return its token, which is kept nowhere but in the person's cookie."""
    token, now = secrets.token_urlsafe(TOKEN_BYTES), clock.now()
    session.add(
        SignedInSession(
            id=uuid4(),
            token_hash=hash_of(token),
            person_id=person.id,
            team_id=team_id,
            created_at=now,
            last_seen_at=now,
            ends_at=now + timedelta(hours=settings.session_hours),
        )
    )
    return token


def find_session(database: Database, token: str | None) -> SignedIn:
    """Return who a token belongs to, noting that they were seen.

    Raises:
        NotSignedIn: there is no token, or its session has ended.
    """
    if not token:
        raise NotSignedIn
    now = clock.now()
    with database.read() as session:
        row = session.execute(
            select(SignedInSession, Person, Team, Organisation)
            .join(Person, Person.id == SignedInSession.person_id)
            .join(Team, Team.id == SignedInSession.team_id)
            .join(Organisation, Organisation.id == Team.organisation_id)
            .where(
                SignedInSession.token_hash == hash_of(token),
                SignedInSession.revoked_at.is_(None),
                SignedInSession.ends_at > now,
                SignedInSession.last_seen_at
                > now - timedelta(minutes=database.settings.session_idle_minutes),
                Person.disabled_at.is_(None),
            )
        ).one_or_none()
        if row is None:
            raise NotSignedIn
        found, person, team, organisation = row
        roles = session.scalars(
            select(Membership.role).where(
                Membership.person_id == person.id, Membership.team_id == team.id
            )
        ).all()
    if now - found.last_seen_at > TOUCH_AFTER:
        with database.write() as session:
            session.execute(
                update(SignedInSession)
                .where(SignedInSession.id == found.id)
                .values(last_seen_at=now)
            )
    return SignedIn(
        session_id=found.id,
        person_id=person.id,
        name=person.name,
        team_id=team.id,
        team_name=team.name,
        demo=organisation.demo,
        roles=frozenset(cast("Role", role) for role in roles),
        csrf_token=csrf_token(token),
    )


def end_session(session: Session, person: SignedIn) -> None:
    """End a session: its token is worth nothing from now on."""
    session.execute(
        update(SignedInSession)
        .where(SignedInSession.id == person.session_id)
        .values(revoked_at=clock.now())
    )
    audit.record(session, person, "signed_out", audit.Subject("session", person.session_id))


def hash_of(token: str) -> bytes:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def csrf_token(token: str) -> str:
    """Return the word that proves a form came from a page of this session."""
    return hmac.new(token.encode("utf-8", "replace"), b"recordwell form", "sha256").hexdigest()
