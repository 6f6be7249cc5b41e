"""The demo: an invented team with one person of each role, made at the first start."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from service.access.people import (
    add_person,
    give_new_password,
    make_organisation,
    make_team,
    people_of,
)
from service.tables.membership import Role
from service.tables.organisation import Organisation
from service.tables.team import Team

ORGANISATION = "Recordwell demo (nobody here is real)"
TEAM = "Demo team"
PEOPLE: tuple[tuple[str, str, Role], ...] = (
    ("practitioner", "Priya Demo", "practitioner"),
    ("manager", "Morgan Demo", "manager"),
    ("support", "Sam Demo", "business_support"),
    ("governance", "Glen Demo", "governance_lead"),
    ("administrator", "Ada Demo", "administrator"),
)


@dataclass(frozen=True)
class DemoSignIn:
    """How one person of the demo signs in; the password works until the next start."""

    username: str
    password: str = field(repr=False)
    role: Role


def prepare_demo(session: Session) -> list[DemoSignIn]:
    """Return how the demo's people sign in, making them at the first start.

    Passwords are kept only as hashes, so each start makes new ones to show. A database that holds
    a real organisation gets no demo.
    """
    organisations = session.scalars(select(Organisation)).all()
    if not organisations:
        team = make_team(session, make_organisation(session, ORGANISATION, demo=True), TEAM)
        return [
            DemoSignIn(username, add_person(session, team, username, name, [role]), role)
            for username, name, role in PEOPLE
        ]
    if not all(organisation.demo for organisation in organisations):
        return []
    first = session.scalars(select(Team).order_by(Team.created_at, Team.id)).first()
    return [] if first is None else renew(session, first)


def renew(session: Session, team: Team) -> list[DemoSignIn]:
    """Give the demo's own people new passwords."""
    return [
        DemoSignIn(person.username, give_new_password(session, team, person), role)
        for username, _, role in PEOPLE
        for person in people_of(session, team, role)
        if person.username == username and person.disabled_at is None
    ]
