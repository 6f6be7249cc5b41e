import logging
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import structlog
from fastapi import FastAPI
from sqlalchemy import text

from models.text import VisitNote
from service import commands
from service.access.sign_in import sign_in
from service.demo import DemoSignIn
from service.errors import StartRefused
from service.jobs import work_items
from service.running import service_lock
from service.settings import Settings
from tests.service.invariants import broken_invariants
from tests.service.opened import NAME, NOTE, Opened, quick_line


def test_a_backup_holds_everything_is_unreadable_and_can_be_restored(
    opened: Opened, tmp_path: Path
) -> None:
    opened.record()
    assert opened.worker().work_once()
    copy = tmp_path / "backups" / "monday"
    commands.backup(opened.settings, copy)
    for word in (NAME.encode(), b"SQLite format", b"Priya"):
        assert word not in copy.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0
    assert [path.name for path in copy.parent.iterdir()] == ["monday"]
    opened.record("A note after the backup.")
    opened.database.close()
    commands.restore(opened.settings, copy)
    restored = opened.reopened()
    assert broken_invariants(restored.database) == []
    with restored.database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM visit")) == 1
    assert list(opened.settings.data_folder.glob("*.before-*")), "what was there is kept"
    restored.database.close()


def test_a_backup_taken_while_others_write_holds_all_acknowledged_before(
    opened: Opened, tmp_path: Path
) -> None:
    acknowledged = [opened.record() for _ in range(5)]
    with opened.database.write() as session:
        session.execute(text("UPDATE person SET name = 'Half done'"))
        commands.backup(opened.settings, tmp_path / "copy")
        session.rollback()
    opened.database.close()
    commands.restore(opened.settings, tmp_path / "copy")
    restored = opened.reopened()
    with restored.database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM visit")) == len(acknowledged)
        assert session.scalar(text("SELECT count(*) FROM person WHERE name = 'Half done'")) == 0
    restored.database.close()


@pytest.mark.parametrize(
    "command", [commands.verify_audit, lambda s: commands.backup(s, Path("x"))]
)
def test_looking_at_a_folder_without_a_database_makes_none(
    tmp_path: Path, command: Callable[[Settings], object]
) -> None:
    with pytest.raises(StartRefused, match="no_database"):
        command(Settings(data_folder=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_backup_never_replaces_another(opened: Opened, tmp_path: Path) -> None:
    commands.backup(opened.settings, tmp_path / "copy")
    with pytest.raises(StartRefused, match="backup_exists"):
        commands.backup(opened.settings, tmp_path / "copy")


@pytest.mark.parametrize("fault", ["missing", "damaged", "foreign", "cut"])
def test_a_backup_that_does_not_hold_up_is_not_put_in_place(
    opened: Opened, tmp_path: Path, fault: str
) -> None:
    copy = tmp_path / "copy"
    if fault != "missing":
        commands.backup(opened.settings, copy)
        content = bytearray(copy.read_bytes())
        if fault == "damaged":
            content[20_000] ^= 1
        elif fault == "foreign":
            content = bytearray(b"x" * len(content))
        elif fault == "cut":
            del content[len(content) // 2 :]
        copy.write_bytes(content)
    opened.database.close()
    before = opened.settings.database_file.read_bytes()
    with pytest.raises(StartRefused, match="backup"):
        commands.restore(opened.settings, copy)
    assert opened.settings.database_file.read_bytes() == before


def test_a_person_added_by_an_operator_can_sign_in(opened: Opened) -> None:
    password = commands.add_person(opened.settings, "wren", "Wren Ash", ["practitioner"], "North")
    assert sign_in(opened.database, "wren", password).token


def test_an_operator_can_verify_the_trail(opened: Opened) -> None:
    opened.record()
    assert commands.verify_audit(opened.settings) == []
    connection = opened.database.connect()
    connection.execute("DROP TRIGGER tr_audit_entry_no_delete")
    connection.execute("DELETE FROM audit_entry WHERE sequence = 2")
    connection.close()
    (broken,) = commands.verify_audit(opened.settings)
    assert (broken.sequence, broken.problem) == (2, "missing")


def test_migrating_an_empty_folder_makes_the_database_and_its_key(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path / "new")
    commands.migrate(settings)
    assert settings.database_file.exists()
    assert settings.key_file.exists()


def test_a_demo_says_that_it_is_one_where_it_is_and_how_to_sign_in() -> None:
    words = commands.welcome(
        Settings(port=8123), [DemoSignIn("support", "abcd", "business_support")]
    )
    for part in ("http://127.0.0.1:8123", "This is a demo", "support", "abcd", "business_support"):
        assert part in words
    assert "demo" not in commands.welcome(Settings(), [])


@pytest.fixture
def logs_and_signals_as_before() -> Iterator[None]:
    """What a command sets for its whole process is set back."""
    asked = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    for number, action in asked.items():
        signal.signal(number, action)
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs_and_signals_as_before")
def test_a_worker_takes_over_what_a_dead_one_held_and_stops_when_asked(opened: Opened) -> None:
    opened.record()
    with opened.database.write() as session:
        assert work_items.claim(session, opened.settings) is not None

    def prepare_and_ask_to_stop(note: VisitNote) -> Mapping[str, Any]:
        if note.text == NOTE:  # and not the warm-up's
            os.kill(os.getpid(), signal.SIGTERM)
        return quick_line(note)

    assert commands.work(opened.settings, prepare_and_ask_to_stop) == 0
    with opened.database.read() as session:
        assert session.scalar(text("SELECT state FROM work_item")) == "done"
    assert broken_invariants(opened.database) == []


@pytest.mark.slow
@pytest.mark.usefixtures("logs_and_signals_as_before")
def test_serving_an_empty_folder_makes_a_demo_and_holds_the_folder(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path / "new")
    said: list[str] = []
    served: list[FastAPI] = []

    def answer(app: FastAPI, given: Settings) -> None:
        served.append(app)
        with pytest.raises(StartRefused, match="already_running"), service_lock(given):
            pass

    assert commands.serve(settings, said.append, answer) == 0
    (app,) = served
    assert app.state.settings == settings
    assert "This is a demo" in said[0]
    password = said[0].split("support")[1].split()[0]
    database, _ = commands.open_service(settings)
    assert sign_in(database, "support", password).token
    database.close()
    with service_lock(settings):
        pass
