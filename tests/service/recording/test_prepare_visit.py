from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select, update

from models.text import VisitNote
from service.errors import Fenced, PreparationRefused
from service.jobs import work_items
from service.recording.prepare_visit import prepare_visit
from service.tables.case_note import CaseNote
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from tests.service.invariants import broken_invariants
from tests.service.opened import NOTE, Opened, quick_line


def item_of(opened: Opened) -> WorkItem:
    with opened.database.read() as session:
        return session.scalars(select(WorkItem)).one()


def test_the_whole_result_is_saved_and_opens_in_the_contracts_shape(opened: Opened) -> None:
    visit_id = opened.record(visit_type="cin", visit_date="2026-11-20", service="children")
    given: list[VisitNote] = []

    def line(note: VisitNote) -> Mapping[str, Any]:
        given.append(note)
        return quick_line(note)

    assert opened.worker(line).work_once()
    assert not opened.worker(line).work_once()
    (note,) = given
    assert (note.text, note.visit.type, str(note.visit.date)) == (NOTE, "cin", "2026-11-20")
    expected = quick_line(note)
    with opened.database.read() as session:
        visit = session.get_one(Visit, visit_id)
        seal = opened.vault.open_case(session, visit.case_id)
        draft = session.scalars(select(CaseNote)).one()
        body = seal.open_json("case_note", "sealed_body", draft.id, draft.sealed_body)
        tasks = session.scalars(select(Task).order_by(Task.ordinal)).all()
        decisions = session.scalars(select(TriageDecision)).all()
        words = seal.open_text("task", "sealed_text", tasks[0].id, tasks[0].sealed_text)
    kept = ("schema", "redacted_text", "entities", "draft", "versions", "timings_ms")
    assert body == {name: expected[name] for name in kept}
    assert (draft.version, draft.guidance_version, draft.author_id) == (1, "2026-11", None)
    assert [task.outcome for task in tasks] == ["delegable", "social_worker_only"]
    assert [str(task.due) for task in tasks] == ["None", "2026-11-27"]
    assert words == expected["tasks"][0]["text"]
    assert {decision.rule_id for decision in decisions} == {"R1", None}
    assert all(decision.person_id is None for decision in decisions)


def test_a_refusal_is_shown_at_once_with_its_code_and_can_be_tried_again(opened: Opened) -> None:
    visit_id = opened.record()

    def refuse(note: VisitNote) -> Mapping[str, Any]:
        raise PreparationRefused("redaction_incomplete")

    assert opened.worker(refuse).work_once()
    assert (item_of(opened).state, item_of(opened).last_error_code) == (
        "failed",
        "redaction_incomplete",
    )
    assert not opened.worker().work_once()
    assert broken_invariants(opened.database) == []
    with opened.database.write() as session:
        work_items.retry(session, opened.person(), session.get_one(Visit, visit_id))
    assert opened.worker().work_once()
    assert (item_of(opened).state, item_of(opened).last_error_code) == ("done", None)


def test_a_fault_is_tried_again_after_a_pause_and_at_last_shown_as_failed(opened: Opened) -> None:
    opened.record()

    def break_down(note: VisitNote) -> Mapping[str, Any]:
        raise RuntimeError(note.text)

    for attempt in range(1, opened.settings.preparation_attempts + 1):
        assert opened.worker(break_down).work_once()
        assert not opened.worker(break_down).work_once(), "there must be a pause"
        assert item_of(opened).attempts == attempt
        with opened.database.write() as session:
            session.execute(update(WorkItem).values(available_at=WorkItem.created_at))
    assert (item_of(opened).state, item_of(opened).last_error_code) == (
        "failed",
        "preparation_fault",
    )
    assert broken_invariants(opened.database) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"versions": None},
        {"tasks": [{"text": "x"}]},
        {"tasks": [quick_line(VisitNote("x"))["tasks"][0] | {"outcome": "anybody"}]},
        {"tasks": [quick_line(VisitNote("x"))["tasks"][0] | {"due": "Friday"}]},
        {"draft": float("nan")},
    ],
)
def test_a_result_that_is_not_what_was_agreed_is_not_saved_at_all(
    opened: Opened, broken: dict[str, Any]
) -> None:
    opened.record()
    assert opened.worker(lambda note: {**quick_line(note), **broken}).work_once()
    assert item_of(opened).last_error_code == "preparation_fault"
    assert broken_invariants(opened.database) == []


def test_no_transaction_is_open_while_the_models_work(opened: Opened) -> None:
    opened.record()

    def write_meanwhile(note: VisitNote) -> Mapping[str, Any]:
        opened.record("Another practitioner pastes a note meanwhile.")
        return quick_line(note)

    assert opened.worker(write_meanwhile).work_once()
    assert broken_invariants(opened.database) == []


def test_a_note_whose_key_is_gone_is_shown_as_failed(opened: Opened) -> None:
    opened.record()
    connection = opened.database.connect()
    connection.execute("UPDATE case_key SET wrapped = NULL")
    connection.close()
    assert opened.worker().work_once()
    assert item_of(opened).last_error_code == "sealed_value_unreadable"


def test_preparing_the_same_claim_twice_saves_it_once(opened: Opened) -> None:
    opened.record()
    with opened.database.write() as session:
        held = work_items.claim(session, opened.settings)
    assert held is not None
    prepare_visit(opened.database, opened.vault, held, quick_line)
    with pytest.raises(Fenced):
        prepare_visit(opened.database, opened.vault, held, quick_line)
    assert broken_invariants(opened.database) == []
