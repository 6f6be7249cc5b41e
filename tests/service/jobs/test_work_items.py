from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from service import clock
from service.errors import Fenced, NothingToRetry
from service.jobs import failure_words, work_items
from service.jobs.work_items import Claim
from service.recording.prepare_visit import prepare_visit
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from tests.service.invariants import broken_invariants
from tests.service.opened import Opened, opened_in, quick_line


def claim(opened: Opened) -> Claim | None:
    with opened.database.write() as session:
        return work_items.claim(session, opened.settings)


def let_leases_run_out(opened: Opened) -> None:
    with opened.database.write() as session:
        session.execute(update(WorkItem).values(lease_until=clock.now() - timedelta(seconds=1)))


def item(opened: Opened) -> WorkItem:
    with opened.database.read() as session:
        return session.scalars(select(WorkItem)).one()


def test_a_work_item_is_handed_to_one_worker_only(opened: Opened) -> None:
    opened.record()
    assert claim(opened) is not None
    assert claim(opened) is None


def test_the_oldest_is_handed_out_first(opened: Opened) -> None:
    ids = [opened.record() for _ in range(3)]
    claims = [claim(opened) for _ in range(3)]
    assert [held.visit_id for held in claims if held] == ids


def test_a_worker_that_wakes_late_is_refused_and_saves_nothing(opened: Opened) -> None:
    opened.record()
    late = claim(opened)
    let_leases_run_out(opened)
    fresh = claim(opened)
    assert late is not None
    assert fresh is not None
    assert fresh.token == late.token + 1
    with pytest.raises(Fenced):
        prepare_visit(opened.database, opened.vault, late, quick_line)
    assert broken_invariants(opened.database) == []
    with opened.database.write() as session, pytest.raises(Fenced):
        work_items.extend(session, late, opened.settings)
    with opened.database.write() as session, pytest.raises(Fenced):
        work_items.put_back(session, late, "preparation_fault", opened.settings, final=True)
    prepare_visit(opened.database, opened.vault, fresh, quick_line)
    with pytest.raises(Fenced):
        prepare_visit(opened.database, opened.vault, late, quick_line)
    assert broken_invariants(opened.database) == []
    assert item(opened).state == "done"


def test_a_sign_of_life_keeps_the_lease(opened: Opened) -> None:
    opened.record()
    held = claim(opened)
    let_leases_run_out(opened)
    assert held is not None
    with opened.database.write() as session:
        work_items.extend(session, held, opened.settings)
    assert claim(opened) is None


def test_a_note_that_takes_every_worker_down_is_shown_as_failed(tmp_path: Path) -> None:
    opened = opened_in(tmp_path, preparation_attempts=3)
    opened.record()
    for _ in range(3):
        assert claim(opened) is not None
        let_leases_run_out(opened)
    assert claim(opened) is None
    assert (item(opened).state, item(opened).last_error_code) == ("failed", "worker_lost")
    assert broken_invariants(opened.database) == []
    opened.database.close()


def test_a_restarted_worker_that_is_alone_takes_over_at_once(opened: Opened) -> None:
    opened.record()
    claim(opened)
    with opened.database.write() as session:
        assert work_items.release_all(session) == 1
    assert claim(opened) is not None


def test_only_a_failed_preparation_can_be_tried_again(opened: Opened) -> None:
    visit_id = opened.record()
    with opened.database.write() as session, pytest.raises(NothingToRetry):
        work_items.retry(session, opened.person(), session.get_one(Visit, visit_id))


@pytest.mark.parametrize(("attempts", "middle"), [(1, 5), (2, 10), (3, 20), (20, 300)])
def test_the_pause_doubles_with_each_attempt_up_to_five_minutes(
    attempts: int, middle: float
) -> None:
    pauses = [work_items.pause_after(attempts) for _ in range(50)]
    assert min(pauses) >= 0.75 * middle
    assert max(pauses) <= 1.25 * middle + 0.01
    assert len(set(pauses)) > 1


def test_every_failure_has_words_for_its_practitioner() -> None:
    for code in (*failure_words.FAILURE_WORDS, "something_new", None):
        assert failure_words.words_for(code).endswith(".")
