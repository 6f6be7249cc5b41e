from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from models.text import ENTITY_TYPES
from service.access.people import find_or_make_team
from service.delegation.placeholders import WORDS, Piece, pieces
from service.tables.audit_entry import AuditEntry
from service.tables.delegation import Delegation
from service.tables.task import Task
from tests.service.browser import Browser, PageFor, words
from tests.service.handmade import NAMES
from tests.service.opened import Opened
from tests.service.visits import place_all, prepared, signed_off

VERBS = {
    "pick-up": {},
    "reveal": {"why": "contact_someone"},
    "hand-back": {"reason": "I am away.", "receiver": "practitioner"},
    "complete": {"done": "Done."},
}


def task_id(opened: Opened, ordinal: int) -> UUID:
    with opened.database.read() as session:
        return session.scalars(select(Task.id).where(Task.ordinal == ordinal)).one()


def state_of(opened: Opened, task: UUID) -> str:
    with opened.database.read() as session:
        return session.get_one(Task, task).state


def entries(opened: Opened, action: str) -> list[AuditEntry]:
    with opened.database.read() as session:
        return list(session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def picked_up(opened: Opened, page: PageFor) -> tuple[Browser, UUID]:
    signed_off(opened, page)
    browser, task = page("business_support"), task_id(opened, 1)
    browser.submit(browser.get("/tasks"), f"/tasks/{task}/pick-up")
    return browser, task


def test_nothing_is_offered_before_the_note_is_signed(opened: Opened, page: PageFor) -> None:
    practitioner = page("practitioner")
    visit_id = prepared(opened, practitioner)
    place_all(practitioner, visit_id)
    browser = page("business_support")
    assert "There are no tasks waiting" in words(browser.get("/tasks"))
    for ordinal in (1, 2, 3, 4):
        browser.get(f"/tasks/{task_id(opened, ordinal)}", 404)


def test_the_queue_holds_the_delegable_tasks_soonest_due_first(
    opened: Opened, page: PageFor
) -> None:
    signed_off(opened, page)
    shown = page("business_support").get("/tasks")
    titles = [h.get_text() for h in shown.select("h2.rw-row__title")]
    assert [title.split()[0] for title in titles] == ["Ring", "Post"]
    assert "Due 27 November 2026" in words(shown)


@pytest.mark.parametrize("state", ["kept", "released", "picked_up"])
def test_a_task_that_is_not_delegable_is_on_no_route_whatever_its_state(
    opened: Opened, page: PageFor, state: str
) -> None:
    signed_off(opened, page)
    browser = page("business_support")
    for task in (task_id(opened, 3), task_id(opened, 4)):
        with opened.database.write() as session:
            row = session.get_one(Task, task)
            row.state, row.released_at = state, row.created_at
        browser.get(f"/tasks/{task}", 404)
        for verb, fields in VERBS.items():
            browser.post(f"/tasks/{task}/{verb}", 404, **fields)
        for address in ("/tasks", "/my-tasks"):
            assert str(task) not in str(browser.get(address))
        assert state_of(opened, task) == state


def test_no_name_is_shown_until_it_is_asked_for(opened: Opened, page: PageFor) -> None:
    browser, task = picked_up(opened, page)
    for address in ("/tasks", "/my-tasks", f"/tasks/{task}"):
        said = str(browser.get(address))
        assert [name for name in (*NAMES, "CIN-20417") if name in said] == []
    assert "Person 1" in words(browser.get(f"/tasks/{task}"))


def test_names_are_shown_once_for_a_reason_that_is_on_the_trail(
    opened: Opened, page: PageFor
) -> None:
    browser, task = picked_up(opened, page)
    shown = browser.post(f"/tasks/{task}/reveal", 422)
    assert "Choose why you need to see this" in words(shown)
    assert entries(opened, "names_revealed") == []
    shown = browser.submit(shown, f"/tasks/{task}/reveal", why="contact_someone")
    assert "Marlow Teasel" in words(shown)
    assert "Corin Teasel" not in words(shown)
    (entry,) = entries(opened, "names_revealed")
    assert (entry.subject_id, entry.code) == (str(task), "contact_someone")
    assert "Marlow Teasel" not in words(browser.get(f"/tasks/{task}"))


def test_the_case_of_a_task_that_names_nobody_can_be_asked_for(
    opened: Opened, page: PageFor
) -> None:
    visit = opened.record("Book a room for the core group.", case_reference="CIN-20419")
    assert opened.worker().work_once()
    practitioner = page("practitioner")
    confirm = practitioner.get(f"/visits/{visit}/sign-off")
    practitioner.submit(confirm, f"/visits/{visit}/sign-off")
    browser = page("business_support")
    link = browser.get("/tasks").select_one(".rw-row a")
    assert link is not None
    address = str(link["href"])
    shown = browser.post(f"{address}/pick-up")
    assert "I need the case reference to do this" in words(shown)
    assert "CIN-20419" not in words(shown)
    shown = browser.submit(shown, f"{address}/reveal", why="book_something")
    assert "Case reference: CIN-20419" in words(shown)


def test_names_are_shown_only_to_who_has_the_task(opened: Opened, page: PageFor) -> None:
    signed_off(opened, page)
    task = task_id(opened, 1)
    browser = page("business_support")
    shown = browser.post(f"/tasks/{task}/reveal", 409, why="contact_someone")
    assert "You have not picked up this task" in words(shown)
    assert entries(opened, "names_revealed") == []


def test_a_task_is_picked_up_once(opened: Opened, page: PageFor) -> None:
    browser, task = picked_up(opened, page)
    browser.post(f"/tasks/{task}/pick-up")
    with opened.database.write() as session:
        held = session.scalars(select(Delegation)).one()
        session.execute(
            update(Delegation)
            .where(Delegation.id == held.id)
            .values(person_id=opened.person("manager").person_id)
        )
    shown = browser.post(f"/tasks/{task}/pick-up", 409)
    assert "Somebody else has already picked up this task" in words(shown)
    assert "Morgan Demo has picked up this task" in words(browser.get(f"/tasks/{task}"))
    for verb in ("reveal", "hand-back", "complete"):
        browser.post(f"/tasks/{task}/{verb}", 409, **VERBS[verb])


def test_a_task_is_handed_back_only_with_a_reason_and_a_receiver(
    opened: Opened, page: PageFor
) -> None:
    browser, task = picked_up(opened, page)
    address = f"/tasks/{task}/hand-back"
    shown = browser.post(address, 422, reason="", receiver="practitioner")
    assert "Say why you are handing it back" in words(shown)
    shown = browser.post(address, 422, reason="I am away tomorrow.", receiver="")
    assert "Choose who should have the task now" in words(shown)
    assert "I am away tomorrow." in words(shown)
    assert state_of(opened, task) == "picked_up"


@pytest.mark.parametrize(
    ("receiver", "state"), [("business_support", "released"), ("practitioner", "kept")]
)
def test_a_handed_back_task_goes_where_it_is_sent(
    opened: Opened, page: PageFor, receiver: str, state: str
) -> None:
    browser, task = picked_up(opened, page)
    shown = browser.submit(
        browser.get(f"/tasks/{task}"),
        f"/tasks/{task}/hand-back",
        reason="I am away tomorrow.",
        receiver=receiver,
    )
    assert "Handed back" in words(shown)
    assert state_of(opened, task) == state
    assert (str(task) in str(browser.get("/tasks"))) is (state == "released")


def test_a_task_is_completed_only_when_it_is_said_what_was_done(
    opened: Opened, page: PageFor
) -> None:
    browser, task = picked_up(opened, page)
    shown = browser.post(f"/tasks/{task}/complete", 422, done=" ")
    assert "Say what you did" in words(shown)
    shown = browser.submit(shown, f"/tasks/{task}/complete", done="A place is free.")
    assert "The social worker can see what you did" in words(shown)
    assert state_of(opened, task) == "completed"
    browser.get(f"/tasks/{task}", 404)
    browser.post(f"/tasks/{task}/complete", 404, done="Again.")


def test_what_a_person_wrote_is_sealed(opened: Opened, page: PageFor) -> None:
    browser, task = picked_up(opened, page)
    browser.post(f"/tasks/{task}/complete", done="Spoke to Marlow Teasel's school.")
    with opened.database.read() as session:
        held = session.scalars(select(Delegation)).one()
    assert held.sealed_reason is not None
    assert b"Marlow" not in held.sealed_reason


def test_another_teams_task_looks_like_none(opened: Opened, page: PageFor) -> None:
    signed_off(opened, page)
    task, browser = task_id(opened, 1), page("business_support")
    with opened.database.write() as session:
        other = find_or_make_team(session, "Another team")
        session.get_one(Task, task).team_id = other.id
    browser.get(f"/tasks/{task}", 404)
    browser.post(f"/tasks/{task}/pick-up", 404)
    browser.get(f"/tasks/{uuid4()}", 404)
    assert str(task) not in str(browser.get("/tasks"))


def test_a_practitioners_own_reason_is_not_in_the_packet(opened: Opened, page: PageFor) -> None:
    practitioner = page("practitioner")
    visit_id = prepared(opened, practitioner)
    practitioner.post(
        f"/visits/{visit_id}/tasks/{task_id(opened, 4)}/outcome",
        outcome="delegable",
        reason="Corin Teasel asked for the small room.",
    )
    place_all(practitioner, visit_id)
    confirm = practitioner.get(f"/visits/{visit_id}/sign-off")
    practitioner.submit(confirm, f"/visits/{visit_id}/sign-off")
    said = words(page("business_support").get(f"/tasks/{task_id(opened, 4)}"))
    assert "The social worker decided" in said
    assert "Corin Teasel" not in said


def test_every_kind_of_hidden_detail_has_its_words() -> None:
    assert set(WORDS) == set(ENTITY_TYPES)
    assert pieces("Ring [PERSON_12] at [PHONE_1]") == [
        Piece("Ring ", hidden=False),
        Piece("Person 12", hidden=True),
        Piece(" at ", hidden=False),
        Piece("Phone number 1", hidden=True),
    ]
