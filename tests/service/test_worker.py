import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from models.text import VisitNote
from service.errors import StartRefused
from service.jobs import work_items
from service.running import service_lock, worker_lock
from service.supervisor import running_worker
from service.tables.work_item import WorkItem
from service.worker import Worker
from tests.service.invariants import broken_invariants
from tests.service.opened import Opened, opened_in, quick_line

KILLS = 4
NOTES_BETWEEN_KILLS = 5
LONGEST_WAIT = 30.0
ROOT = Path(__file__).resolve().parents[2]


def states(opened: Opened) -> list[str]:
    with opened.database.read() as session:
        return list(session.scalars(select(WorkItem.state)))


def wait_until_done(opened: Opened) -> None:
    ends = time.monotonic() + LONGEST_WAIT
    while set(states(opened)) != {"done"} and time.monotonic() < ends:
        time.sleep(0.02)
    assert set(states(opened)) == {"done"}


@pytest.fixture
def command(opened: Opened) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.service.quick_worker", str(opened.settings.data_folder))


@pytest.mark.slow
def test_a_worker_killed_again_and_again_loses_and_doubles_nothing(
    opened: Opened, command: tuple[str, ...]
) -> None:
    moments = random.Random(7)  # noqa: S311 - the same moments every time
    sent = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as worker:
            assert worker.stdout is not None
            worker.stdout.readline()
            for _ in range(NOTES_BETWEEN_KILLS):
                opened.record()
                sent += 1
            time.sleep(moments.uniform(0, 0.15))
            worker.kill()
        assert broken_invariants(opened.database) == []
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as last:
        wait_until_done(opened)
        assert last.stdin is not None
        last.stdin.close()
        assert last.wait(LONGEST_WAIT) == 0, "a worker ends when its parent is gone"
    assert len(states(opened)) == sent
    assert broken_invariants(opened.database) == []


@pytest.mark.slow
def test_a_worker_that_dies_is_started_again_and_ends_with_its_parent(
    opened: Opened, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    suicidal = (
        sys.executable,
        "-c",
        "import pathlib, runpy, sys\n"
        "mark = pathlib.Path(sys.argv[1]) / 'died-once'\n"
        "if not mark.exists():\n"
        "    mark.touch()\n"
        "    sys.exit(9)\n"
        "runpy.run_module('tests.service.quick_worker', run_name='__main__')\n",
        str(opened.settings.data_folder),
    )
    opened.record()
    with running_worker(opened.settings, suicidal):
        wait_until_done(opened)
    with worker_lock(opened.settings) as alone:
        assert alone, "no worker is left behind"


def test_a_stuck_preparation_is_shown_as_failed_and_its_process_ends(tmp_path: Path) -> None:
    opened = opened_in(tmp_path, preparation_seconds=0.05, heartbeat_seconds=0.02)
    opened.record()
    ended = threading.Event()

    def hang(note: VisitNote) -> Mapping[str, Any]:
        assert ended.wait(LONGEST_WAIT)
        return quick_line(note)

    Worker(opened.database, opened.vault, hang, stop_stuck=ended.set).work_once()
    assert ended.is_set()
    with opened.database.read() as session:
        item = session.scalars(select(WorkItem)).one()
    assert (item.state, item.last_error_code) == ("failed", "took_too_long")
    assert broken_invariants(opened.database) == []
    opened.database.close()


def test_a_failure_that_cannot_be_written_down_ends_no_worker(tmp_path: Path) -> None:
    opened = opened_in(tmp_path, busy_seconds=0.05)
    opened.record()
    with ExitStack() as held:

        def fail_while_another_writes(note: VisitNote) -> Mapping[str, Any]:
            held.enter_context(opened.database.write()).connection()
            raise RuntimeError(note.text)

        assert opened.worker(fail_while_another_writes).work_once()
    assert states(opened) == ["running"], "its lease runs out, and it is claimed again"
    opened.database.close()


def test_a_long_preparation_keeps_its_lease(tmp_path: Path) -> None:
    opened = opened_in(tmp_path, lease_seconds=0.3, heartbeat_seconds=0.02)
    opened.record()

    def take_long(note: VisitNote) -> Mapping[str, Any]:
        time.sleep(0.6)
        with opened.database.write() as session:
            assert work_items.claim(session, opened.settings) is None
        return quick_line(note)

    assert opened.worker(take_long).work_once()
    assert states(opened) == ["done"]
    opened.database.close()


def test_a_worker_whose_item_was_given_away_saves_nothing_and_goes_on(opened: Opened) -> None:
    opened.record()

    def lose_the_lease(note: VisitNote) -> Mapping[str, Any]:
        with opened.database.write() as session:
            session.execute(update(WorkItem).values(token=WorkItem.token + 1))
        return quick_line(note)

    assert opened.worker(lose_the_lease).work_once()
    assert broken_invariants(opened.database) == []
    assert states(opened) == ["running"]


def test_a_waiting_worker_takes_up_what_comes_and_stops_when_told(opened: Opened) -> None:
    stopping = threading.Event()
    thread = threading.Thread(target=opened.worker().run, args=(stopping,))
    thread.start()
    opened.record()
    wait_until_done(opened)
    stopping.set()
    thread.join(LONGEST_WAIT)
    assert not thread.is_alive()


def test_models_that_do_not_load_are_said_at_start_and_shown_with_each_note(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(note: VisitNote) -> Mapping[str, Any]:
        raise OSError(note.text)

    worker = opened.worker(break_down)
    worker.warm_up()
    printed = capsys.readouterr()
    assert "warm_up_failed" in printed.out + printed.err
    assert "Visited" not in printed.out + printed.err


def test_two_services_on_one_folder_are_refused(opened: Opened) -> None:
    with (
        service_lock(opened.settings),
        pytest.raises(StartRefused, match="already_running"),
        service_lock(opened.settings),
    ):
        pass
    with service_lock(opened.settings):
        pass


def test_a_second_worker_knows_that_it_is_not_alone(opened: Opened) -> None:
    with worker_lock(opened.settings) as first, worker_lock(opened.settings) as second:
        assert (first, second) == (True, False)


@pytest.fixture(autouse=True)
def no_thread_is_left_behind() -> Iterator[None]:
    before = threading.active_count()
    yield
    assert threading.active_count() <= before
