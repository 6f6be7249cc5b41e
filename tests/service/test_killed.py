"""A process that dies at any database boundary loses, doubles and halves nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event, func, select

from service.database import Database
from service.jobs.work_items import release_all
from service.recording.record_visit import record_visit
from service.tables.visit import Visit
from tests.service.invariants import broken_invariants
from tests.service.opened import Opened, form_of, opened_in

FEWEST_BOUNDARIES = 25


Deed = Callable[[Opened], None]


class Killed(BaseException):
    """The process is gone: nothing in the product may catch this."""


class Boundaries:
    """Counts every place before and after a statement or commit, and dies at the chosen one."""

    def __init__(self, die_at: int) -> None:
        self.die_at = die_at
        self.passed = 0

    def pass_one(self, *_: Any) -> None:
        self.passed += 1
        if self.passed == self.die_at:
            raise Killed

    def guard(self, database: Database) -> None:
        for engine in (database.reader, database.writer):
            event.listen(engine, "before_cursor_execute", self.pass_one)
            event.listen(engine, "after_cursor_execute", self.pass_one)
            commit = engine.dialect.do_commit

            def do_commit(connection: Any, commit: Callable[[Any], None] = commit) -> None:
                self.pass_one()
                commit(connection)
                self.pass_one()

            engine.dialect.do_commit = do_commit  # type: ignore[method-assign,assignment]


def die_everywhere(folder: Path, before: Deed, deed: Deed, recover: Deed) -> int:
    """Do a deed again and again, dying one boundary later each time, until it survives."""
    k = 0
    while True:
        k += 1
        opened = opened_in(folder / str(k))
        before(opened)
        doomed = opened.reopened()
        Boundaries(k).guard(doomed.database)
        try:
            deed(doomed)
        except Killed:
            survived = False
        else:
            survived = True
        doomed.database.close()
        assert broken_invariants(opened.database) == [], f"right after dying at boundary {k}"
        recover(opened)
        assert broken_invariants(opened.database) == [], f"after recovery from boundary {k}"
        assert states(opened) == ["done"], f"after recovery from boundary {k}"
        opened.database.close()
        if survived:
            return k - 1


def states(opened: Opened) -> list[str]:
    with opened.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Visit)) == 1
        return [
            state
            for (state,) in session.connection().exec_driver_sql("SELECT state FROM work_item")
        ]


def restart_worker(opened: Opened) -> None:
    """Do what a restarted worker does."""
    with opened.database.write() as session:
        release_all(session)
    while opened.worker().work_once():
        pass


def test_a_worker_killed_at_every_boundary_still_prepares_the_visit_once(tmp_path: Path) -> None:
    def submit(opened: Opened) -> None:
        opened.record()

    def work(opened: Opened) -> None:
        assert opened.worker().work_once()

    tried = die_everywhere(tmp_path, before=submit, deed=work, recover=restart_worker)
    assert tried >= FEWEST_BOUNDARIES


def test_a_submission_killed_at_every_boundary_is_stored_once_and_wholly(tmp_path: Path) -> None:
    sent = form_of(case_reference="Oak 7")
    acknowledged: list[bool] = []

    def nothing(opened: Opened) -> None:
        assert opened.settings.demo

    def submit(opened: Opened) -> None:
        acknowledged.append(False)
        with opened.database.write() as session:
            record_visit(session, opened.vault, opened.person(), sent)
        acknowledged[-1] = True

    def send_again(opened: Opened) -> None:
        if acknowledged[-1]:
            assert states(opened) == ["queued"]
        # The practitioner saw an error page and sends the same form again.
        submit(opened)
        restart_worker(opened)

    tried = die_everywhere(tmp_path, before=nothing, deed=submit, recover=send_again)
    assert tried >= FEWEST_BOUNDARIES
