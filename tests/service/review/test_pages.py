from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from service.tables.case_note import CaseNote
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from tests.service.browser import Browser, PageFor, words
from tests.service.opened import Opened
from tests.service.visits import place_all, prepared, signed_off


def sentence_form(browser: Browser, visit_id: UUID, key: str) -> dict[str, str]:
    page = browser.get(f"/visits/{visit_id}/review")
    form = page.select_one(f"li#{key} form")
    assert form is not None
    fields = {
        f["name"]: f.get("value") or f.get_text() for f in form.find_all(["input", "textarea"])
    }
    chosen = form.find("option", selected=True)
    return {str(k): str(v) for k, v in fields.items()} | {
        "heading": str(chosen["value"]) if chosen else "",
        "action": "save",
    }


def tasks(opened: Opened) -> dict[str, Task]:
    with opened.database.read() as session:
        return {f"t{task.ordinal}": task for task in session.scalars(select(Task))}


def test_the_draft_and_the_note_stand_side_by_side(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    shown = browser.get(f"/visits/{prepared(opened, browser)}/review")
    said = words(shown)
    assert "Worries and safety" in said
    assert "M has small bruise R shin" in shown.select_one(".rw-source").get_text()  # type: ignore[union-attr]
    assert "CIN-20417" in said
    assert "In their own words, from Marlow Teasel" in said


def test_every_sentence_leads_to_its_words_and_the_words_back(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    shown = browser.get(f"/visits/{prepared(opened, browser)}/review")
    sentences = shown.select("a.rw-sentence__text[data-part^=s]")
    assert len(sentences) == 14
    for link in sentences:
        target = shown.find(id=str(link["href"]).partition("#")[2])
        assert target is not None
        assert str(link["data-part"]) in str(target["data-part"]).split()
    for link in shown.select(".rw-source a"):
        assert shown.find(id=str(link["href"]).partition("#")[2]) is not None


def test_without_javascript_the_server_lights_a_sentence_and_its_words(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    shown = browser.get(f"/visits/{visit_id}/review?light=s4-0")
    lit = [tag.get_text() for tag in shown.select(".rw-lit")]
    assert lit == ["M has small bruise R shin, says fell off scooter at park."] * 2


def test_headings_the_note_says_nothing_about_are_named(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    shown = browser.get(f"/visits/{prepared(opened, browser)}/review")
    section = shown.find("section", attrs={"aria-labelledby": "not-recorded"})
    assert section is not None
    assert "Not recorded in these notes" in section.get_text()
    assert "Family life and relationships" in section.get_text()


def test_what_was_set_aside_is_listed_with_its_reason(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    said = words(browser.get(f"/visits/{prepared(opened, browser)}/review"))
    assert "What was set aside (2)" in said
    assert "“prob nothing” Filler words" in said


def test_flags_are_shown_in_words(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    said = words(browser.get(f"/visits/{prepared(opened, browser)}/review"))
    assert "this is about harm, health or danger" in said
    assert "“rv” is left as you typed it" in said
    assert "3 sentences need checking" in said


def test_a_correction_is_a_new_version_marked_as_a_persons(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s4-1")
    assert form["text"] == "Mum said the same sep."
    shown = browser.post(
        f"/visits/{visit_id}/sentences", **(form | {"text": "Mum said the same separately."})
    )
    assert "Mum said the same separately." in words(shown)
    assert "corrected by you" in words(shown)
    versions = words(browser.get(f"/visits/{visit_id}/versions"))
    assert "Version 2 Corrected by Priya Demo" in versions
    assert "Before: Worries and safety: Mum said the same sep." in versions
    with opened.database.read() as session:
        notes = session.scalars(select(CaseNote).order_by(CaseNote.version)).all()
    assert [(n.version, n.author_id is None) for n in notes] == [(1, True), (2, False)]


def test_a_sentence_can_be_moved_to_a_heading_where_nothing_stood(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    shown = place_all(browser, visit_id, "family_life")
    assert shown.select_one(".rw-tray") is None
    section = shown.find("section", attrs={"aria-labelledby": "h-family_life"})
    assert section is not None
    assert "Dad (Hale Sorrel) not present" in section.get_text()


def test_sentences_are_placed_together_in_the_order_of_the_note(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    shown = browser.get(f"/visits/{visit_id}/review")
    waiting = str(shown.select_one(".rw-tray li")["id"])  # type: ignore[index]
    action = f"/visits/{visit_id}/placements"
    refused = browser.submit(shown, action, 422)
    assert "Choose a heading for at least one sentence." in words(refused)
    shown = browser.submit(shown, action, **{f"heading-{waiting}": "setting"})
    assert shown.select_one(".rw-tray") is None
    assert "Read the draft through" in words(shown)
    section = shown.find("section", attrs={"aria-labelledby": "h-setting"})
    assert section is not None
    said = [tag.get_text(strip=True) for tag in section.select(".rw-sentence__text")]
    assert said[-2:] == [
        "M in school uniform, chatty.",
        "Dad (Hale Sorrel) not present, LAC rv discussed.",
    ]
    browser.submit(refused, action, 409, rest="setting")


def test_a_moved_sentence_stands_where_the_note_had_it(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s0-1") | {"heading": "safety"}
    shown = browser.post(f"/visits/{visit_id}/sentences", **form)
    section = shown.find("section", attrs={"aria-labelledby": "h-safety"})
    assert section is not None
    assert section.select(".rw-sentence__text")[0].get_text(strip=True) == "Announced."


def test_a_waiting_sentence_can_be_taken_out_and_is_set_aside(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    said = words(place_all(browser, visit_id, "take-out"))
    assert "What was set aside (3)" in said


@pytest.mark.parametrize("fields", [{"heading-s99-0": "setting"}, {"rest": "nowhere"}])
def test_a_place_that_is_not_there_takes_nothing(
    opened: Opened, page: PageFor, fields: dict[str, str]
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    browser.post(f"/visits/{visit_id}/placements", 404, version="1", **fields)


@pytest.mark.parametrize("form", ["placements", "sentences"])
def test_the_address_of_a_sent_form_leads_back_to_its_page(
    opened: Opened, page: PageFor, form: str
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    browser.get(f"/visits/{visit_id}/{form}")
    assert browser.address == f"/visits/{visit_id}/review"
    assert browser.ask("GET", f"/visits/{visit_id}/{form}").status_code == 405


def test_to_check_a_sentence_takes_its_flag_and_changes_no_word(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    place_all(browser, visit_id)
    shown = browser.get(f"/visits/{visit_id}/review")
    assert "3 sentences need checking" in words(shown)
    form = shown.select_one("form.rw-sentence__check")
    assert form is not None
    fields = {str(f["name"]): str(f["value"]) for f in form.select("input")}
    fields |= {"action": "checked"}
    shown = browser.post(f"/visits/{visit_id}/sentences", **fields)
    assert "2 sentences need checking" in words(shown)
    assert "No words changed" in words(browser.get(f"/visits/{visit_id}/versions"))


def test_who_said_a_sentence_can_be_put_right(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s1-0")
    assert form["speaker"] == "Marlow Teasel"
    address = f"/visits/{visit_id}/sentences"
    said = words(browser.post(address, **form))
    assert "In their own words, from Marlow Teasel" in said
    said = words(browser.post(address, **(form | {"version": "2", "speaker": "his brother"})))
    assert "In their own words, from his brother · corrected by you" in said
    said = words(browser.post(address, **(form | {"version": "3", "speaker": ""})))
    assert "from his brother" not in said


def test_a_sentence_taken_out_is_set_aside_and_not_forgotten(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s0-1") | {"action": "remove"}
    said = words(browser.post(f"/visits/{visit_id}/sentences", **form))
    assert "What was set aside (3)" in said
    assert "“Announced.” Taken out by the practitioner" in said


@pytest.mark.parametrize("text", ["", "   ", "a\x00b", "a" * 4_001])
def test_a_sentence_without_usable_words_is_refused_beside_its_box(
    opened: Opened, page: PageFor, text: str
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s0-1") | {"text": text}
    shown = browser.post(f"/visits/{visit_id}/sentences", 422, **form)
    assert "Enter the words of the sentence" in words(shown)
    assert shown.select_one("li#s0-1 details[open]") is not None


def test_a_change_of_an_old_version_is_refused(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s0-1")
    browser.post(f"/visits/{visit_id}/sentences", **(form | {"text": "Announced visit."}))
    shown = browser.post(f"/visits/{visit_id}/sentences", 409, **(form | {"text": "Planned."}))
    assert "changed while you were looking" in words(shown)
    assert shown.find("a", href=f"/visits/{visit_id}", string="Open it as it is now") is not None
    assert "Planned." in shown.find("textarea", id="kept").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("key", ["s99-0", "s0-99", "t1", "", "s0"])
def test_a_sentence_that_is_not_there_cannot_be_corrected(
    opened: Opened, page: PageFor, key: str
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s0-0") | {"sentence": key}
    browser.post(f"/visits/{visit_id}/sentences", 404, **form)


def test_a_heading_that_is_not_there_takes_no_sentence(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    form = sentence_form(browser, visit_id, "s0-0") | {"heading": "nowhere"}
    browser.post(f"/visits/{visit_id}/sentences", 404, **form)


def test_a_task_shows_its_rule_its_source_and_what_would_change_it(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    shown = browser.get(f"/visits/{prepared(opened, browser)}/review")
    task = shown.find(id="t1")
    assert task is not None
    said = " ".join(task.get_text(" ").split())
    for part in (
        "Business support can do this",
        "Ring a school about a place or a club",
        "Rules of this council",
        "If the school were asked how the child is",
        "27 November 2026 (“by Fri”)",
    ):
        assert part in said


def test_an_outcome_changes_only_with_a_reason_and_the_first_decision_stands(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    task = tasks(opened)["t1"]
    address = f"/visits/{visit_id}/tasks/{task.id}/outcome"
    shown = browser.post(address, 422, outcome="social_worker_only", reason="  ")
    assert "enter a reason" in words(shown)
    assert shown.select_one("#t1 input[value=social_worker_only][checked]") is not None
    assert tasks(opened)["t1"].outcome == "delegable"
    shown = browser.post(address, outcome="social_worker_only", reason="I want to speak to them.")
    assert "I want to speak to them." in words(shown)
    assert tasks(opened)["t1"].outcome == "social_worker_only"
    with opened.database.read() as session:
        decisions = session.scalars(
            select(TriageDecision)
            .where(TriageDecision.task_id == task.id)
            .order_by(TriageDecision.sequence)
        ).all()
    assert [d.outcome for d in decisions] == ["delegable", "social_worker_only"]
    assert decisions[1].supersedes_id == decisions[0].id
    browser.post(address, 422, outcome="anyone", reason="because")


def test_what_is_not_a_task_is_left_out_of_the_record_and_offered_to_nobody(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    shown = place_all(browser, visit_id)
    first, second = tasks(opened)["t1"].id, tasks(opened)["t3"].id
    at = f"/visits/{visit_id}/tasks"
    shown = browser.submit(shown, f"{at}/{second}/leave-out")
    browser.submit(shown, f"{at}/{second}/put-back")
    shown = browser.post(f"{at}/{first}/leave-out")
    assert "You left this out: it is not a task." in words(shown)
    browser.post(f"{at}/{first}/outcome", 409, outcome="delegable", reason="It is one.")
    confirm = browser.get(f"/visits/{visit_id}/sign-off")
    assert "1 line that is not a task" in words(confirm)
    browser.submit(confirm, f"/visits/{visit_id}/sign-off")
    assert {key: task.state for key, task in tasks(opened).items()} == {
        "t1": "kept",
        "t2": "released",
        "t3": "kept",
        "t4": "kept",
    }
    text = words(browser.get(f"/visits/{visit_id}/copy"))
    assert "Ring Marlow Teasel" not in text
    assert "Discuss the bruise with the manager" in text
    for verb in ("leave-out", "put-back", "offer"):
        browser.post(f"{at}/{first}/{verb}", 409)
    assert "Left out of the record: not a task." in words(browser.get(f"/visits/{visit_id}/review"))


def test_nothing_is_signed_while_a_sentence_waits_for_its_heading(
    opened: Opened, page: PageFor
) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    confirm = browser.get(f"/visits/{visit_id}/sign-off")
    assert "1 sentence still needs a heading" in words(confirm)
    assert "still need a heading" in words(
        browser.post(f"/visits/{visit_id}/sign-off", 409, version="1")
    )


def test_a_named_practitioner_signs_what_they_have_read(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    place_all(browser, visit_id)
    confirm = browser.get(f"/visits/{visit_id}/sign-off")
    assert "Sign off as Priya Demo" in words(confirm)
    assert [task.get_text() for task in confirm.select("dd li")] == [
        "Ring Marlow Teasel's school about a breakfast club place",
        "Post the bus pass form to Corin Teasel at 14 Larkrise Way",
    ]
    browser.post(f"/visits/{visit_id}/sign-off", 409, version="1")
    shown = browser.submit(confirm, f"/visits/{visit_id}/sign-off")
    assert "Signed off by Priya Demo" in words(shown)
    assert {key: task.state for key, task in tasks(opened).items()} == {
        "t1": "released",
        "t2": "released",
        "t3": "kept",
        "t4": "kept",
    }


def test_after_sign_off_nothing_changes(opened: Opened, page: PageFor) -> None:
    visit_id = signed_off(opened, page)
    browser = page("practitioner")
    shown = browser.get(f"/visits/{visit_id}/review")
    assert shown.select("li form") == []
    task = tasks(opened)["t1"]
    at = f"/visits/{visit_id}"
    form = {"version": "2", "sentence": "s0-0", "text": "Other", "heading": "setting"}
    for address, fields in (
        (f"{at}/sign-off", {"version": "2"}),
        (f"{at}/sentences", form),
        (f"{at}/tasks/{task.id}/outcome", {"outcome": "automatable", "reason": "why not"}),
    ):
        assert "already been signed off" in words(browser.post(address, 409, **fields))
        answer = browser.ask("POST", address, fields)
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "already_signed_off")
    browser.get(f"{at}/sign-off", 409)


def test_only_its_own_practitioner_finds_a_visit(opened: Opened, page: PageFor) -> None:
    visit_id = signed_off(opened, page)
    browser = page("practitioner")
    for address in ("review", "versions", "sign-off", "copy", "case-note.docx"):
        assert browser.client.get(f"/visits/{uuid4()}/{address}").status_code == 404
        assert page("manager").client.get(f"/visits/{visit_id}/{address}").status_code == 403


def test_a_draft_leaves_the_product_only_when_it_is_signed(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    browser.get(f"/visits/{visit_id}/copy", 409)
    browser.get(f"/visits/{visit_id}/case-note.docx", 409)


def test_the_practitioner_sees_what_became_of_each_task(opened: Opened, page: PageFor) -> None:
    visit_id = signed_off(opened, page)
    first, second = tasks(opened)["t1"].id, tasks(opened)["t2"].id
    support = page("business_support")
    support.post(f"/tasks/{first}/pick-up")
    support.post(f"/tasks/{first}/complete", done="A place is free from Monday.")
    support.post(f"/tasks/{second}/pick-up")
    support.post(
        f"/tasks/{second}/hand-back", reason="The form is out of print.", receiver="practitioner"
    )
    browser = page("practitioner")
    shown = browser.get(f"/visits/{visit_id}/review")
    assert "Done by Sam Demo" in words(shown)
    assert "A place is free from Monday." in words(shown)
    assert "Handed back by Sam Demo" in words(shown)
    assert "1 handed back to you" in words(browser.get("/visits"))
    offer = f"/visits/{visit_id}/tasks/{second}/offer"
    browser.submit(shown, offer)
    assert tasks(opened)["t2"].state == "released"
    browser.post(offer, 409)
    browser.post(f"/visits/{visit_id}/tasks/{tasks(opened)['t3'].id}/offer", 409)
    browser.post(f"/visits/{visit_id}/tasks/{uuid4()}/offer", 404)
