"""A process that dies at any database boundary loses, doubles and halves nothing."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Any
from uuid import uuid4

from sqlalchemy import event, func, select

from models.text import VisitNote
from service.database import Database
from service.errors import PreparationRefused
from service.jobs.work_items import release_all, retry
from service.recording.record_visit import record_visit
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from tests.service.invariants import broken_invariants
from tests.service.opened import Opened, form_of

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

    @contextmanager
    def guarding(self, database: Database) -> Iterator[None]:
        engines = (database.reader, database.writer)
        commits = [engine.dialect.do_commit for engine in engines]
        for engine, commit in zip(engines, commits, strict=True):
            event.listen(engine, "before_cursor_execute", self.pass_one)
            event.listen(engine, "after_cursor_execute", self.pass_one)
            engine.dialect.do_commit = partial(self.commit, commit)  # type: ignore[method-assign]
        yield
        for engine, commit in zip(engines, commits, strict=True):
            event.remove(engine, "before_cursor_execute", self.pass_one)
            event.remove(engine, "after_cursor_execute", self.pass_one)
            engine.dialect.do_commit = commit  # type: ignore[method-assign]

    def commit(self, commit: Callable[[Any], None], connection: Any) -> None:
        self.pass_one()
        commit(connection)
        self.pass_one()


def die_everywhere(opened: Opened, before: Deed, deed: Deed, recover: Deed) -> int:
    """Do a deed again and again, dying one boundary later each time, until it survives."""
    for k in count(1):
        before(opened)
        survived = True
        with Boundaries(k).guarding(opened.database):
            try:
                deed(opened)
            except Killed:
                survived = False
        opened.database.close()  # a new process has none of the old one's connections
        assert broken_invariants(opened.database) == [], f"right after dying at boundary {k}"
        recover(opened)
        assert broken_invariants(opened.database) == [], f"after recovery from boundary {k}"
        assert states(opened) == ["done"] * k, f"after recovery from boundary {k}"
        if survived:
            return k - 1
    raise AssertionError


def states(opened: Opened) -> list[str]:
    with opened.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Visit)) == session.scalar(
            select(func.count()).select_from(WorkItem)
        )
        return list(session.scalars(select(WorkItem.state).order_by(WorkItem.created_at)))


def restart_worker(opened: Opened) -> None:
    """Do what a restarted worker does."""
    with opened.database.write() as session:
        release_all(session)
    while opened.worker().work_once():
        pass


def submit(opened: Opened) -> None:
    opened.record()


def test_a_worker_killed_at_every_boundary_still_prepares_the_visit_once(opened: Opened) -> None:
    def work(opened: Opened) -> None:
        assert opened.worker().work_once()

    tried = die_everywhere(opened, before=submit, deed=work, recover=restart_worker)
    assert tried >= FEWEST_BOUNDARIES


def test_a_submission_killed_at_every_boundary_is_stored_once_and_wholly(opened: Opened) -> None:
    form = form_of()
    acknowledged = False

    def fill_in_the_form(opened: Opened) -> None:
        nonlocal form, acknowledged
        form, acknowledged = form_of(case_reference=f"Oak {uuid4()}"), False

    def send(opened: Opened) -> None:
        nonlocal acknowledged
        with opened.database.write() as session:
            record_visit(session, opened.vault, opened.person(), form)
        acknowledged = True

    def send_again(opened: Opened) -> None:
        if acknowledged:
            assert states(opened)[-1] == "queued"
        # The practitioner saw an error page and sends the same form again.
        send(opened)
        restart_worker(opened)

    tried = die_everywhere(opened, before=fill_in_the_form, deed=send, recover=send_again)
    assert tried >= FEWEST_BOUNDARIES


def test_a_failing_preparation_killed_at_every_boundary_is_never_lost(opened: Opened) -> None:
    def refuse(note: VisitNote) -> Mapping[str, Any]:
        raise PreparationRefused("redaction_incomplete")

    def fail(opened: Opened) -> None:
        assert opened.worker(refuse).work_once()

    def try_again(opened: Opened) -> None:
        if states(opened)[-1] == "failed":
            with opened.database.write() as session:
                newest = select(Visit).order_by(Visit.received_at.desc()).limit(1)
                retry(session, opened.person(), session.scalars(newest).one())
        restart_worker(opened)

    tried = die_everywhere(opened, before=submit, deed=fail, recover=try_again)
    assert tried >= FEWEST_BOUNDARIES
