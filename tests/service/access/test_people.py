import pytest
from sqlalchemy import func, select

from service.access.people import BadPerson, add_person, find_or_make_team
from service.access.sign_in import sign_in
from service.demo import PEOPLE, prepare_demo
from service.errors import SignInRefused
from service.tables.organisation import Organisation
from service.tables.person import Person
from service.tables.team import Team
from tests.service.opened import Opened


def test_a_person_is_added_to_a_named_team_which_is_made_where_there_is_none(
    opened: Opened,
) -> None:
    with opened.database.write() as session:
        team = find_or_make_team(session, "North")
        password = add_person(session, team, " Wren ", "Wren Ash", ["manager", "practitioner"])
        assert find_or_make_team(session, "North").id == team.id
        assert find_or_make_team(session, None).name == "Demo team"
    assert sign_in(opened.database, "wren", password).token


@pytest.mark.parametrize(
    ("username", "roles", "code"),
    [
        ("", ["manager"], "bad_username"),
        ("w\x00", ["manager"], "bad_username"),
        ("wren", [], "unknown_role"),
        ("wren", ["boss"], "unknown_role"),
        ("Practitioner", ["manager"], "username_taken"),
    ],
)
def test_a_person_who_cannot_be_added_is_refused_by_name(
    opened: Opened, username: str, roles: list[str], code: str
) -> None:
    with pytest.raises(BadPerson, match=code), opened.database.write() as session:
        add_person(session, find_or_make_team(session, None), username, "Wren Ash", roles)
    with opened.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Person)) == len(PEOPLE)


def test_each_start_shows_the_demo_new_passwords_and_the_old_ones_end(opened: Opened) -> None:
    with opened.database.write() as session:
        shown = {one.username: one.password for one in prepare_demo(session)}
    assert set(shown) == {username for username, _, _ in PEOPLE}
    assert sign_in(opened.database, "support", shown["support"]).token
    with pytest.raises(SignInRefused):
        sign_in(opened.database, "support", opened.passwords["support"])


def test_a_database_with_a_real_organisation_gets_no_demo(opened: Opened) -> None:
    with opened.database.write() as session:
        session.scalars(select(Organisation)).one().demo = False
        assert prepare_demo(session) == []
        assert session.scalar(select(func.count()).select_from(Team)) == 1
