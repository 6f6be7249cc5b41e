"""People who work here are added, to a team and in a role, with a password made for them."""

from collections.abc import Sequence
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from service import audit, clock
from service.access.passwords import hash_password, new_password
from service.errors import Refusal
from service.tables.membership import ROLES, Membership, Role
from service.tables.organisation import Organisation
from service.tables.person import Person
from service.tables.team import Team

LONGEST_USERNAME = 100


class BadPerson(Refusal):
    """The person cannot be added as given."""

    status = 422
    code = "bad_person"


def find_or_make_team(session: Session, name: str | None) -> Team:
    """Return the team of this name, made where there is none; without a name, the first team."""
    query = select(Team).order_by(Team.created_at, Team.id)
    team = session.scalars(query.where(Team.name == name) if name else query).first()
    if team is not None:
        return team
    organisation = session.scalars(select(Organisation).order_by(Organisation.created_at)).first()
    return make_team(session, organisation or make_organisation(session), name or "First team")


def make_organisation(
    session: Session, name: str = "Our organisation", *, demo: bool = False
) -> Organisation:
    """Make an organisation."""
    organisation = Organisation(id=uuid4(), name=name, demo=demo, created_at=clock.now())
    session.add(organisation)
    session.flush()
    return organisation


def make_team(session: Session, organisation: Organisation, name: str) -> Team:
    """Make a team of an organisation."""
    team = Team(
        id=uuid4(), organisation_id=organisation.id, name=name[:200], created_at=clock.now()
    )
    session.add(team)
    session.flush()
    return team


def add_person(session: Session, team: Team, username: str, name: str, roles: Sequence[str]) -> str:
    """Add a person to a team and return their password, which is kept nowhere.

    Raises:
        BadPerson: the username is taken or unusable, or a role is none of ours.
    """
    username = username.strip().lower()
    if not username.isprintable() or not 0 < len(username) <= LONGEST_USERNAME:
        raise BadPerson("bad_username", "Give a username of at most 100 plain characters.")
    if not roles or not set(roles) <= set(ROLES):
        raise BadPerson("unknown_role", "Give one of the roles: " + ", ".join(ROLES) + ".")
    if session.scalars(select(Person.id).where(Person.username == username)).first():
        raise BadPerson("username_taken", "Somebody already has this username.")
    password, now = new_password(), clock.now()
    person = Person(
        id=uuid4(),
        username=username,
        name=name[:200],
        password_hash=hash_password(password),
        created_at=now,
    )
    session.add(person)
    session.flush()
    for role in dict.fromkeys(roles):
        session.add(
            Membership(id=uuid4(), person_id=person.id, team_id=team.id, role=role, created_at=now)
        )
    subject = audit.Subject("person", person.id)
    audit.record(session, audit.Actor(None, team.id), "person_added", subject)
    return password


def give_new_password(session: Session, team: Team, person: Person) -> str:
    """Give a person a new password and return it; the old one is worth nothing from now on."""
    password = new_password()
    person.password_hash = hash_password(password)
    subject = audit.Subject("person", person.id)
    audit.record(session, audit.Actor(None, team.id), "password_replaced", subject)
    return password


def people_of(session: Session, team: Team, role: Role) -> Sequence[Person]:
    """Return the people of a team who have a role."""
    return session.scalars(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.team_id == team.id, Membership.role == role)
        .order_by(Person.username)
    ).all()
