"""A note travels the whole way, and no name is left where none belongs."""

import logging
from io import BytesIO
from pathlib import Path

import pytest
import structlog
from docx import Document
from sqlalchemy import select
from structlog.testing import capture_logs

from models.text import VisitNote
from models.weights import WeightsNotTrusted
from service.recording.prepare_visit import PrepareNote
from service.tables.task import Task
from tests.service.browser import Browser, PageFor, id_in, words
from tests.service.handmade import NOTE, handmade_line
from tests.service.opened import Opened
from tests.service.visits import paste, place_all

PLANTED = ("Marlow", "Teasel", "Corin", "Hale Sorrel", "Larkrise", "CIN-20417", "scooter")


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Every logger at DEBUG, whatever an operator would set."""
    caplog.set_level(logging.DEBUG)
    for name in list(logging.Logger.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


def walk(opened: Opened, page: PageFor, line: PrepareNote) -> None:
    """Paste, prepare, correct, sign, pick up, hand back, complete and export."""
    practitioner, support = page("practitioner"), page("business_support")
    paste(practitioner)
    visit = f"/visits/{id_in(practitioner.address)}"
    assert opened.worker(line).work_once()
    shown = practitioner.get(f"{visit}/review")
    if shown.select_one(".rw-tray"):
        shown = place_all(practitioner, id_in(visit))
    form = shown.select_one(".rw-sentence details form")
    assert form is not None
    fields = {str(f["name"]): str(f.get("value", "")) for f in form.find_all("input")}
    sent = {"text": "Corrected for Marlow Teasel.", "heading": "", "action": "save"}
    practitioner.post(f"{visit}/sentences", **(fields | sent))
    for task in tasks(opened):
        if task.outcome != "delegable":
            practitioner.post(
                f"{visit}/tasks/{task.id}/outcome", outcome="delegable", reason="Corin agreed."
            )
            break
    confirm = practitioner.get(f"{visit}/sign-off")
    practitioner.submit(confirm, f"{visit}/sign-off")
    offered = [task for task in tasks(opened) if task.state == "released"]
    assert offered, "there is something for business support to do"
    assert {task.outcome for task in offered} == {"delegable"}
    hand_over(support, f"/tasks/{offered[0].id}")
    practitioner.get(f"{visit}/review")
    answer = practitioner.client.get(f"{visit}/case-note.docx")
    said = "\n".join(p.text for p in Document(BytesIO(answer.content)).paragraphs)
    assert "Corrected for Marlow Teasel." in said
    page("governance_lead").get("/audit")


def hand_over(support: Browser, task: str) -> None:
    support.post(f"{task}/pick-up")
    support.post(f"{task}/hand-back", reason="Corin Teasel rang me.", receiver="business_support")
    support.post(f"{task}/pick-up")
    support.post(f"{task}/reveal", why="contact_someone")
    assert "Done." in words(support.post(f"{task}/complete", done="Told Corin Teasel."))


def tasks(opened: Opened) -> list[Task]:
    with opened.database.read() as session:
        return list(session.scalars(select(Task).order_by(Task.ordinal)))


def assert_no_name(opened: Opened, logged: str) -> None:
    assert [name for name in PLANTED if name in logged] == []
    opened.database.close()
    files = [path for path in opened.settings.data_folder.rglob("*") if path.is_file()]
    assert opened.settings.database_file in files
    for path in files:
        assert [name for name in PLANTED if name in str(path)] == []
        assert [name for name in PLANTED if name.encode() in path.read_bytes()] == [], path.name


def test_a_note_travels_the_whole_way_and_leaves_no_name_behind(
    opened: Opened,
    page: PageFor,
    everything_logged: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with capture_logs() as events:
        walk(opened, page, handmade_line)
    out, err = capfd.readouterr()
    assert_no_name(opened, "\n".join([everything_logged.text, str(events), out, err]))
    assert events
    assert everything_logged.records


@pytest.mark.weights
@pytest.mark.slow
def test_the_same_on_the_products_own_line(
    opened: Opened,
    page: PageFor,
    everything_logged: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    line = pytest.importorskip("service.recording.product_line").prepare_with_guidance
    try:
        line(VisitNote("Saw Wren at home."))
    except WeightsNotTrusted:
        pytest.skip("the weights are not here")
    with capture_logs() as events:
        walk(opened, page, line)
    out, err = capfd.readouterr()
    assert_no_name(opened, "\n".join([everything_logged.text, str(events), out, err]))


def test_what_the_journey_looks_for_is_in_the_note_and_would_be_found(
    opened: Opened, tmp_path: Path
) -> None:
    assert [name for name in PLANTED if name not in f"{NOTE} CIN-20417"] == []
    planted = opened.settings.data_folder / "stray.txt"
    planted.write_text("Marlow", encoding="utf-8")
    with pytest.raises(AssertionError):
        assert_no_name(opened, "")
    planted.unlink()
    with pytest.raises(AssertionError):
        assert_no_name(opened, "Saw Marlow.")


def test_structlog_events_are_part_of_what_is_searched() -> None:
    with capture_logs() as events:
        structlog.get_logger("somewhere").info("seen", who="Marlow")
    assert "Marlow" in str(events)
