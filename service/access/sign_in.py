"""A person signs in with the username and password of a local account."""

from dataclasses import dataclass, field

from sqlalchemy import select, update

from service import audit
from service.access.passwords import is_right
from service.access.sessions import start_session
from service.access.throttle import count_attempt
from service.database import Database
from service.errors import SignInRefused
from service.tables.membership import Membership
from service.tables.person import Person
from service.tables.sign_in_attempt import SignInAttempt


@dataclass(frozen=True)
class NewSession:
    """A started session: the token goes into the cookie and nowhere else."""

    token: str = field(repr=False)


def sign_in(database: Database, username: str, password: str) -> NewSession:
    """Start a session for a username and its password.

    Raises:
        TooManyAttempts: too many failures of this username; the password was not looked at.
        SignInRefused: the two do not belong together, or the account is disabled or without a team.
    """
    # A browser can send bytes that are no text; they belong to nobody, and no driver takes them.
    username, password = (
        words.encode("utf-8", "replace").decode() for words in (username.strip().lower(), password)
    )
    # Its own transaction: a failure that is rolled back with the request would never be counted.
    with database.write() as session:
        attempt_id = count_attempt(session, username, database.settings.sign_in_attempts)
    with database.read() as session:
        person = session.scalars(select(Person).where(Person.username == username)).one_or_none()
    right = is_right(password, person.password_hash if person else None)
    with database.write() as session:
        # Read again: the account may have been disabled while the password was checked.
        row = session.execute(
            select(Person, Membership.team_id)
            .join(Membership, Membership.person_id == Person.id)
            .where(Person.username == username, Person.disabled_at.is_(None))
            .order_by(Membership.created_at, Membership.id)
            .limit(1)
        ).one_or_none()
        token = None
        if right and row is not None:
            token = start_session(session, row[0], row[1], database.settings)
            session.execute(
                update(SignInAttempt).where(SignInAttempt.id == attempt_id).values(succeeded=True)
            )
        audit.record(
            session,
            audit.Actor(person.id if person else None, row[1] if row is not None else None),
            "signed_in" if token else "sign_in_refused",
            audit.Subject("person", person.id if person else None),
        )
    if token is None:
        raise SignInRefused
    return NewSession(token)
