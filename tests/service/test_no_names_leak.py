"""Nothing of a note is written to any log, at any level, whether all goes well or badly."""

import logging
from collections.abc import Mapping
from typing import Any

import pytest
import structlog

from models.text import VisitNote
from service import commands
from service.errors import BadVisit
from service.logs import set_up_logs
from tests.service.opened import NAME, Opened

WORDS = (*NAME.split(), "bus pass", "Oak-7781")


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> Any:
    """Everything any logger says at DEBUG, and everything printed."""
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy.engine", "sqlalchemy.pool", "alembic"):
        caplog.set_level(logging.DEBUG, logger=name)

    def everything() -> str:
        printed = capsys.readouterr()
        return caplog.text + printed.out + printed.err

    return everything


def fail_loudly(note: VisitNote) -> Mapping[str, Any]:
    raise ValueError(f"cannot prepare {note.text}")


def test_recording_preparing_and_failing_say_nothing_of_the_note(
    opened: Opened, heard: Any
) -> None:
    opened.record(case_reference="Oak-7781")
    assert opened.worker().work_once()
    opened.record(case_reference="Oak-7781")
    assert opened.worker(fail_loudly).work_once()
    with pytest.raises(BadVisit):
        opened.record(visit_type=NAME)
    assert commands.verify_audit(opened.settings) == []
    said = heard()
    assert "visit_prepared" in said
    assert "preparation_fault" in said
    assert "SELECT" in said, "the database's own log was heard too"
    for word in WORDS:
        assert word not in said


def test_a_failed_statement_shows_no_value(opened: Opened) -> None:
    with (
        pytest.raises(Exception, match="parameters hidden") as fault,
        opened.database.write() as session,
    ):
        session.connection().exec_driver_sql("INSERT INTO nowhere VALUES (?)", (NAME,))
    assert NAME not in str(fault.value)


def test_the_loggers_that_would_show_values_stay_silent_even_at_debug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("sqlalchemy", "presidio-analyzer"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.NOTSET)
    set_up_logs("DEBUG")
    try:
        assert not logging.getLogger("sqlalchemy.engine.Engine").isEnabledFor(logging.INFO)
        assert not logging.getLogger("presidio-analyzer").isEnabledFor(logging.INFO)
    finally:
        structlog.reset_defaults()
