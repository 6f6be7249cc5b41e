import threading
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from models.limits import MOST_CHARACTERS
from service.errors import BadVisit, SubmissionChanged
from service.recording.record_visit import record_visit
from service.tables.case import Case
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from tests.service.opened import NOTE, Opened, form_of


def submit(opened: Opened, **fields: Any) -> Visit:
    with opened.database.write() as session:
        return record_visit(session, opened.vault, opened.person(), form_of(**fields))


def test_a_visit_is_stored_with_its_details_and_waits_for_its_preparation(opened: Opened) -> None:
    visit = submit(
        opened, visit_type="cin", visit_date="2026-11-20", service="children", note="Saw Wren."
    )
    with opened.database.read() as session:
        stored = session.get_one(Visit, visit.id)
        assert (stored.visit_type, str(stored.visit_date)) == ("cin", "2026-11-20")
        assert (stored.service, stored.state, stored.note_characters) == ("children", "received", 9)
        assert session.scalars(select(WorkItem.state)).all() == ["queued"]


def test_everything_but_the_note_may_be_left_open(opened: Opened) -> None:
    visit = submit(opened, visit_type="", visit_date="", service="", case_reference="  ")
    assert (visit.visit_type, visit.visit_date, visit.service) == (None, None, None)


@pytest.mark.parametrize("fault", [{"note": ""}, {"visit_date": "yesterday"}, {"service": "dogs"}])
def test_of_a_form_with_a_fault_nothing_is_stored(opened: Opened, fault: dict[str, str]) -> None:
    with pytest.raises(BadVisit):
        submit(opened, **fault)
    with opened.database.read() as session:
        for table in (Visit, Case, WorkItem):
            assert session.scalar(select(func.count()).select_from(table)) == 0


@pytest.mark.parametrize(
    "note", ["[PERSON_1] came in. [PERSON_1] left.", "a" * MOST_CHARACTERS, "e\u0301 \u202e 🙂"]
)
def test_an_odd_note_is_stored_exactly_as_pasted(opened: Opened, note: str) -> None:
    visit = submit(opened, note=note)
    with opened.database.read() as session:
        seal = opened.vault.open_case(session, visit.case_id)
        assert seal.open_text("visit", "sealed_note", visit.id, visit.sealed_note) == note


def test_the_same_submission_twice_is_one_visit(opened: Opened) -> None:
    sent = str(uuid4())
    first = submit(opened, submission_id=sent, visit_type="cin")
    again = submit(opened, submission_id=sent.upper(), visit_type="cin")
    assert first.id == again.id
    with opened.database.read() as session:
        assert session.scalar(select(func.count()).select_from(WorkItem)) == 1


@pytest.mark.parametrize(
    "change", [{"note": NOTE + " More."}, {"visit_type": "cp"}, {"case_reference": "Oak 7"}]
)
def test_the_same_submission_with_other_words_is_refused(
    opened: Opened, change: dict[str, str]
) -> None:
    sent = str(uuid4())
    submit(opened, submission_id=sent)
    with pytest.raises(SubmissionChanged):
        submit(opened, submission_id=sent, **change)


def test_the_same_submission_sent_many_times_at_once_is_one_visit(opened: Opened) -> None:
    sent = form_of()
    person = opened.person()
    found: list[UUID] = []

    def send() -> None:
        with opened.database.write() as session:
            found.append(record_visit(session, opened.vault, person, sent).id)

    threads = [threading.Thread(target=send) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 10
    assert len(set(found)) == 1


def test_the_same_submission_id_of_somebody_else_is_their_own(opened: Opened) -> None:
    sent = str(uuid4())
    first = submit(opened, submission_id=sent)
    with opened.database.write() as session:
        form = form_of(submission_id=sent)
        other = record_visit(session, opened.vault, opened.person("manager"), form)
    assert other.id != first.id
