from datetime import timedelta

import pytest
from sqlalchemy import select, update

from service import clock
from service.access.sessions import end_session, find_session
from service.access.sign_in import sign_in
from service.errors import NotSignedIn, SignInRefused, TooManyAttempts
from service.tables.audit_entry import AuditEntry
from service.tables.person import Person
from service.tables.sign_in_attempt import SignInAttempt
from service.tables.signed_in_session import SignedInSession
from tests.service.opened import Opened


def sign_in_practitioner(opened: Opened) -> str:
    return sign_in(opened.database, "Practitioner ", opened.passwords["practitioner"]).token


def test_the_right_password_signs_a_person_in_with_their_role_and_team(opened: Opened) -> None:
    person = find_session(opened.database, sign_in_practitioner(opened))
    assert person.roles == {"practitioner"}
    assert person.team_name == "Demo team"
    assert person.demo


def test_the_token_itself_is_not_in_the_database(opened: Opened) -> None:
    token = sign_in_practitioner(opened)
    with opened.database.read() as session:
        stored = session.scalars(select(SignedInSession.token_hash)).one()
    assert token.encode() not in stored
    assert len(stored) == 32


@pytest.mark.parametrize(
    ("username", "password"), [("practitioner", "wrong"), ("nobody", "wrong"), ("", "")]
)
def test_a_wrong_pair_is_refused_alike_and_audited(
    opened: Opened, username: str, password: str
) -> None:
    with pytest.raises(SignInRefused):
        sign_in(opened.database, username, password)
    with opened.database.read() as session:
        assert session.scalars(select(AuditEntry.action)).all()[-1] == "sign_in_refused"
        assert session.scalars(select(SignedInSession)).all() == []


def test_a_disabled_person_cannot_sign_in_and_is_out_at_once(opened: Opened) -> None:
    token = sign_in_practitioner(opened)
    with opened.database.write() as session:
        session.execute(update(Person).values(disabled_at=clock.now()))
    with pytest.raises(NotSignedIn):
        find_session(opened.database, token)
    with pytest.raises(SignInRefused):
        sign_in_practitioner(opened)


def test_a_username_that_fails_too_often_must_wait_even_with_the_right_password(
    opened: Opened,
) -> None:
    for _ in range(opened.settings.sign_in_attempts):
        with pytest.raises(SignInRefused):
            sign_in(opened.database, "practitioner", "wrong")
    with pytest.raises(TooManyAttempts):
        sign_in_practitioner(opened)
    assert sign_in(opened.database, "support", opened.passwords["support"]).token
    with opened.database.write() as session:
        session.execute(update(SignInAttempt).values(at=clock.now() - timedelta(minutes=16)))
    assert sign_in_practitioner(opened)


def test_an_attempt_that_cannot_be_counted_is_not_made(opened: Opened) -> None:
    with opened.database.write() as session:
        session.connection().exec_driver_sql("DROP TABLE sign_in_attempt")
    with pytest.raises(Exception, match="no such table"):
        sign_in_practitioner(opened)


@pytest.mark.parametrize(
    "ended",
    [
        {"last_seen_at": timedelta(minutes=-31)},
        {"ends_at": timedelta(seconds=-1)},
        {"revoked_at": timedelta(seconds=-1)},
    ],
)
def test_a_session_ends_when_idle_or_old_or_revoked(
    opened: Opened, ended: dict[str, timedelta]
) -> None:
    token = sign_in_practitioner(opened)
    moments = {name: clock.now() + change for name, change in ended.items()}
    with opened.database.write() as session:
        session.execute(update(SignedInSession).values(moments))
    with pytest.raises(NotSignedIn):
        find_session(opened.database, token)


def test_a_request_keeps_a_session_alive(opened: Opened) -> None:
    token = sign_in_practitioner(opened)
    with opened.database.write() as session:
        session.execute(
            update(SignedInSession).values(last_seen_at=clock.now() - timedelta(minutes=20))
        )
    find_session(opened.database, token)
    with opened.database.read() as session:
        seen = session.scalars(select(SignedInSession.last_seen_at)).one()
    assert clock.now() - seen < timedelta(minutes=1)


def test_signing_out_ends_the_session(opened: Opened) -> None:
    token = sign_in_practitioner(opened)
    with opened.database.write() as session:
        end_session(session, find_session(opened.database, token))
    with pytest.raises(NotSignedIn):
        find_session(opened.database, token)


@pytest.mark.parametrize("token", [None, "", "guess", "\ud800"])
def test_no_token_or_a_guess_is_nobody(opened: Opened, token: str | None) -> None:
    with pytest.raises(NotSignedIn):
        find_session(opened.database, token)
