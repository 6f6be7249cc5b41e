from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from service import audit
from service.tables.audit_entry import AuditEntry
from service.tables.audit_stream import AuditStream
from tests.service.opened import Opened


@pytest.fixture
def team(opened: Opened) -> audit.Actor:
    """A team whose chain holds ten entries."""
    actor = audit.Actor(uuid4(), uuid4())
    with opened.database.write() as session:
        for _ in range(10):
            audit.record(session, actor, "read", audit.Subject("visit", uuid4(), uuid4()))
    return actor


def verify(opened: Opened) -> list[audit.BrokenLink]:
    with opened.database.read() as session:
        return audit.verify(session)


def test_an_untouched_trail_holds(opened: Opened, team: audit.Actor) -> None:
    assert verify(opened) == []


def test_each_team_has_its_own_chain_and_the_service_another(
    opened: Opened, team: audit.Actor
) -> None:
    with opened.database.write() as session:
        audit.record(session, audit.Actor(None, None), "sign_in_refused", audit.Subject("person"))
    with opened.database.read() as session:
        lengths = {head.stream: head.sequence for head in session.scalars(select(AuditStream))}
    assert lengths[str(team.team_id)] == 10
    assert lengths["service"] == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET action = 'x'",
        "DELETE FROM audit_entry",
        "UPDATE triage_decision SET outcome = 'delegable'",
        "DELETE FROM triage_decision",
        "UPDATE case_note SET sealed_body = x'00'",
        "DELETE FROM case_note",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_only_added_to(
    opened: Opened, statement: str
) -> None:
    opened.record()
    assert opened.worker().work_once()
    with (
        pytest.raises(IntegrityError, match="only ever added to"),
        opened.database.write() as session,
    ):
        session.execute(text(statement))


FIFTH = "WHERE sequence = 5 AND stream = :s"
CHANGES = (
    "at = '2020-01-01 00:00:00.000000'",
    f"actor_id = '{uuid4().hex}'",
    "action = 'other'",
    "subject_type = 'task'",
    "subject_id = 'other'",
    f"case_id = '{uuid4().hex}'",
    "code = 'other'",
    "previous_hash = zeroblob(32)",
    "hash = zeroblob(32)",
)
TAMPERINGS = [
    *((" ".join(("UPDATE audit_entry SET", change, FIFTH)), 5) for change in CHANGES),
    ("DELETE FROM audit_entry WHERE sequence = 5 AND stream = :s", 5),
    ("DELETE FROM audit_entry WHERE sequence = 10 AND stream = :s", 10),
    ("DELETE FROM audit_entry WHERE stream = :s", 1),
    ("UPDATE audit_entry SET sequence = 11 WHERE sequence = 10 AND stream = :s", 10),
    ("DELETE FROM audit_stream WHERE stream = :s", 11),
]


@pytest.mark.parametrize(("statement", "found_at"), TAMPERINGS)
def test_somebody_who_owns_the_database_is_still_found_out(
    opened: Opened, team: audit.Actor, statement: str, found_at: int
) -> None:
    with opened.database.write() as session:
        for trigger in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER tr_audit_entry_no_{trigger}"))
        session.execute(text(statement), {"s": str(team.team_id)})
    (broken,) = verify(opened)
    assert (broken.stream, broken.sequence) == (str(team.team_id), found_at)


def test_an_entry_rewritten_with_its_own_hash_is_found_at_the_next(
    opened: Opened, team: audit.Actor
) -> None:
    """Rewriting one entry means rewriting all after it: each hash covers the one before."""
    with opened.database.write() as session:
        session.execute(text("DROP TRIGGER tr_audit_entry_no_update"))
        fifth = session.get_one(AuditEntry, (str(team.team_id), 5))
        sixth = session.get_one(AuditEntry, (str(team.team_id), 6))
        fifth.action = "other"
        fifth.hash = sixth.previous_hash = audit.hash_of(fifth)
    assert [broken.sequence for broken in verify(opened)] == [6]


def test_entries_that_change_places_are_found(opened: Opened, team: audit.Actor) -> None:
    with opened.database.write() as session:
        session.execute(text("DROP TRIGGER tr_audit_entry_no_update"))
        for old, new in ((3, 99), (4, 3), (99, 4)):
            session.execute(
                text(
                    "UPDATE audit_entry SET sequence = :new WHERE sequence = :old AND stream = :s"
                ),
                {"old": old, "new": new, "s": str(team.team_id)},
            )
    assert [broken.sequence for broken in verify(opened)] == [3]


@pytest.mark.parametrize(
    ("action", "kind", "subject", "code"),
    [
        ("read the note about Tamsin", "visit", None, None),
        ("read", "Tamsin Oakapple", None, None),
        ("read", "visit", "Tamsin Oakapple", None),
        ("read", "visit", "x" * 81, None),
        ("read", "visit", None, "she said no"),
    ],
)
def test_no_sentence_can_be_put_on_the_trail(
    opened: Opened, action: str, kind: str, subject: str | None, code: str | None
) -> None:
    with pytest.raises(ValueError, match="audit trail"), opened.database.write() as session:
        audit.record(session, audit.Actor(None, None), action, audit.Subject(kind, subject), code)


def test_an_entry_goes_with_its_deed_or_not_at_all(opened: Opened) -> None:
    def record_and_fail() -> None:
        with opened.database.write() as session:
            audit.record(session, audit.Actor(None, None), "read", audit.Subject("visit"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        record_and_fail()
    with opened.database.read() as session:
        assert session.scalars(select(AuditEntry).where(AuditEntry.stream == "service")).all() == []
    assert verify(opened) == []


def test_the_trail_of_a_whole_visit_is_in_order(opened: Opened, tmp_path: Path) -> None:
    visit_id = opened.record()
    assert opened.worker().work_once()
    with opened.database.read() as session:
        actions = session.scalars(
            select(AuditEntry.action)
            .where(AuditEntry.subject_id == str(visit_id))
            .order_by(AuditEntry.sequence)
        ).all()
    assert actions == ["visit_recorded", "note_opened_to_prepare", "visit_prepared"]
