from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from models.limits import MOST_CHARACTERS
from models.text import VisitNote
from service.errors import PreparationRefused
from service.tables.case import Case
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from tests.service.browser import Browser, PageFor, id_in, words
from tests.service.handmade import NOTE, handmade_line
from tests.service.opened import Opened
from tests.service.visits import FIELDS, VISITED, paste, prepared, signed_off

NAME = "Marlow Teasel"


def stored(opened: Opened) -> int:
    with opened.database.read() as session:
        tables = (Visit, WorkItem, Case)
        return sum(session.scalar(select(func.count()).select_from(t)) or 0 for t in tables)


def fail(note: VisitNote) -> Any:
    raise PreparationRefused("redaction_incomplete")


BAD: list[tuple[str, dict[str, str], str, str]] = [
    ("an empty note", {"note": ""}, "note", "The note is empty"),
    ("a note of spaces", {"note": " \n\t "}, "note", "The note is empty"),
    ("a note too long", {"note": "a" * (MOST_CHARACTERS + 1)}, "note", "the most is 40,000"),
    ("a NUL", {"note": "Saw\x00Wren at home"}, "note", "NUL character"),
    ("half a character", {"note": "Saw \ud800 Wren"}, "note", "broken character"),
    ("an unknown kind", {"visit_type": "tea party"}, "visit_type", "Choose a visit type"),
    ("no kind", {"visit_type": ""}, "visit_type", "Choose the kind of visit"),
    ("an unknown service", {"service": "dragons"}, "service", "Choose children"),
    ("no service", {"service": ""}, "service", "Choose"),
    ("a day that is none", {"visit_date-day": "31", "visit_date-month": "2"}, "visit_date", "real"),
    ("a date in words", {"visit_date-month": "March"}, "visit_date", "Enter a real date"),
    ("a short year", {"visit_date-year": "26"}, "visit_date", "full year"),
    ("a day to come", {"visit_date-year": "2999"}, "visit_date", "in the future"),
    (
        "no date",
        {"visit_date-day": "", "visit_date-month": "", "visit_date-year": ""},
        "visit_date",
        "Enter the date",
    ),
    ("a reference too long", {"case_reference": "9" * 101}, "case_reference", "at most 100"),
]


@pytest.mark.parametrize(
    ("fields", "field", "message"), [b[1:] for b in BAD], ids=[b[0] for b in BAD]
)
def test_what_cannot_be_stored_is_said_beside_its_field_and_nothing_is_lost(
    opened: Opened, page: PageFor, fields: dict[str, str], field: str, message: str
) -> None:
    browser = page("practitioner")
    sent = FIELDS | fields
    data = {name: value.encode("utf-8", "surrogatepass") for name, value in sent.items()}
    token = {"csrf_token": browser.token().encode()}
    shown = browser.shown(post_bytes(browser, "/visits", data | token), 422)
    summary = shown.select_one(".govuk-error-summary")
    assert summary is not None
    assert message in summary.get_text()
    box = shown.find(id=str(summary.find("a")["href"])[1:])  # type: ignore[index]
    assert box is not None
    beside = shown.find(id=f"{field}-error")
    assert beside is not None
    assert message in beside.get_text()
    note = shown.find("textarea", id="note")
    assert note is not None
    kept = sent["note"].encode("utf-8", "replace").decode().replace("\x00", "\ufffd")
    # A broken character is shown as many question marks as it had bytes.
    assert note.get_text().replace("?", "").strip() == kept.replace("?", "").strip()
    assert stored(opened) == 0


def post_bytes(browser: Browser, address: str, data: dict[str, bytes]) -> Any:
    """Send a form as its bytes are, whatever they are."""
    kind = {"content-type": "application/x-www-form-urlencoded"}
    return browser.client.post(address, content=urlencode(data), headers=kind)


def as_json(fields: dict[str, str]) -> dict[str, str]:
    sent = FIELDS | fields
    day, month, year = (sent.pop(f"visit_date-{part}") for part in ("day", "month", "year"))
    return sent | {"visit_date": f"{year:>04}-{month:>02}-{day:>02}" if year else ""}


@pytest.mark.parametrize(
    ("fields", "message"), [(b[1], b[3]) for b in BAD], ids=[b[0] for b in BAD]
)
def test_a_program_is_told_what_cannot_be_stored_and_nothing_is(
    opened: Opened, page: PageFor, fields: dict[str, str], message: str
) -> None:
    answer = page("practitioner").ask("POST", "/visits", as_json(fields))
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"]
    assert message in error["message"]
    assert stored(opened) == 0


def test_a_program_may_record_a_visit(opened: Opened, page: PageFor) -> None:
    answer = page("practitioner").ask("POST", "/visits", as_json({}))
    assert answer.status_code == 201
    assert answer.json()["state"] == "received"
    with opened.database.read() as session:
        visit = session.scalars(select(Visit)).one()
    assert visit.visit_date == VISITED
    assert answer.headers["location"] == f"/visits/{visit.id}"


@pytest.mark.parametrize("body", [b"[]", b"{", b"\xff\xfe", b'"a"'])
def test_what_is_no_json_object_is_refused(opened: Opened, page: PageFor, body: bytes) -> None:
    browser = page("practitioner")
    headers = {"content-type": "application/json", "x-csrf-token": browser.token()}
    answer = browser.client.post("/visits", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "cannot_be_read"
    assert stored(opened) == 0


def test_a_body_over_a_megabyte_gets_a_page_that_says_so(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    shown = browser.post("/visits", 413, **(FIELDS | {"note": "a" * 1_000_000}))
    assert "too much text" in words(shown)
    answer = browser.ask("POST", "/visits", {"note": "a" * 1_000_000})
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_much_text"
    assert stored(opened) == 0


def test_a_note_that_already_holds_a_placeholder_is_taken_as_it_is(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    paste(browser, note="Saw [PERSON_1] at home.")
    with opened.database.read() as session:
        visit = session.scalars(select(Visit)).one()
        seal = opened.vault.open_case(session, visit.case_id)
    note = seal.open_text("visit", "sealed_note", visit.id, visit.sealed_note)
    assert note == "Saw [PERSON_1] at home."


def test_a_program_is_told_of_a_placeholder_in_its_note(page: PageFor) -> None:
    fields = as_json({"note": "Saw [PERSON_1] at home."})
    answer = page("practitioner").ask("POST", "/visits", fields)
    assert answer.status_code == 201
    (notice,) = answer.json()["notices"]
    assert "placeholder" in notice


def test_line_ends_are_kept_as_they_were_typed(opened: Opened, page: PageFor) -> None:
    paste(page("practitioner"), note=NOTE.replace("\n", "\r\n"))
    assert opened.worker(handmade_line).work_once()


def test_every_fault_is_shown_at_once(page: PageFor) -> None:
    shown = paste(page("practitioner"), 422, note="", service="", visit_type="")
    assert len(shown.select(".govuk-error-summary li")) == 3
    assert shown.title is not None
    assert shown.title.get_text().startswith("Error: ")


def test_the_same_form_sent_twice_is_one_visit(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    fields = FIELDS | {"submission_id": str(uuid4())}
    browser.post("/visits", **fields)
    first = browser.address
    browser.post("/visits", **fields)
    assert browser.address == first
    shown = browser.post("/visits", 422, **(fields | {"note": "Other words."}))
    note = shown.find("textarea", id="note")
    assert note is not None
    assert note.get_text().strip() == "Other words."
    assert shown.find("input", attrs={"name": "submission_id"})["value"] != fields["submission_id"]  # type: ignore[index]


def test_a_note_typed_while_the_session_ended_is_shown_again_and_not_lost(page: PageFor) -> None:
    browser = page()
    shown = browser.post("/visits", 401, **FIELDS)
    assert "Sign in to carry on" in words(shown)
    kept = shown.find("textarea", id="kept")
    assert kept is not None
    assert NAME in kept.get_text()


def test_a_form_without_its_token_is_refused_and_its_note_shown(page: PageFor) -> None:
    browser = page("practitioner")
    answer = browser.client.post("/visits", data=FIELDS)
    kept = browser.shown(answer, 403).find("textarea", id="kept")
    assert kept is not None
    assert NAME in kept.get_text()


def test_a_form_sent_from_another_site_is_refused(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    data = FIELDS | {"csrf_token": browser.token()}
    for headers in ({"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        assert browser.client.post("/visits", data=data, headers=headers).status_code == 403
    assert stored(opened) == 0


def test_progress_is_shown_until_the_draft_is_ready(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    shown = paste(browser)
    visit_id = id_in(browser.address)
    assert shown.find("meta", attrs={"http-equiv": "refresh"})
    assert "waiting its turn" in words(shown)
    assert "Received" in words(browser.get("/visits"))
    assert opened.worker(handmade_line).work_once()
    browser.get(f"/visits/{visit_id}")
    assert browser.address == f"/visits/{visit_id}/review"
    assert "Ready to review" in words(browser.get("/visits"))


def test_a_failed_preparation_says_why_keeps_the_note_and_can_be_tried_again(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    paste(browser)
    address = browser.address
    opened.worker(fail).work_once()
    shown = browser.get(address)
    assert "Names could not be hidden safely" in words(shown)
    assert NAME in words(shown)
    assert shown.find("meta", attrs={"http-equiv": "refresh"}) is None
    assert "Could not be prepared" in words(browser.get("/visits"))
    browser.submit(shown, f"{address}/retry")
    assert "waiting its turn" in words(browser.get(address))
    assert opened.worker(handmade_line).work_once()
    browser.get(f"{address}/review")


def test_a_draft_that_is_not_ready_cannot_be_reviewed(page: PageFor) -> None:
    browser = page("practitioner")
    paste(browser)
    address = browser.address
    for part in ("review", "sign-off", "versions", "copy"):
        assert "waiting its turn" in words(browser.get(f"{address}/{part}"))
        assert browser.address == address
    answer = browser.ask("GET", f"{address}/review")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "not_prepared")


def test_a_note_pasted_a_second_time_leads_to_the_first(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    said = words(paste(browser))
    assert browser.address == f"/visits/{visit_id}/review"
    assert "You have recorded this very note before" in said
    paste(browser, case_reference="CIN-20418")
    assert str(visit_id) not in browser.address


def test_the_list_says_what_became_of_the_tasks(opened: Opened, page: PageFor) -> None:
    signed_off(opened, page)
    prepared(opened, page("practitioner"), case_reference="CIN-20418")
    said = words(page("practitioner").get("/visits"))
    assert "4 tasks: 2 waiting for business support" in said
    assert "4 tasks found" in said


def test_an_empty_list_says_how_to_begin(page: PageFor) -> None:
    assert "You have not recorded a visit yet" in words(page("practitioner").get("/visits"))
