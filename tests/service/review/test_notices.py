from collections.abc import Mapping
from typing import Any

from models.limits import notices
from models.text import VisitNote
from tests.service.browser import PageFor, id_in
from tests.service.handmade import handmade_line
from tests.service.opened import Opened
from tests.service.visits import paste


def line_with_a_notice(note: VisitNote) -> Mapping[str, Any]:
    return {**handmade_line(note), "notices": list(notices("Saw [PERSON_1]."))}


def test_the_review_says_that_the_note_held_a_placeholder(opened: Opened, page: PageFor) -> None:
    browser = page("practitioner")
    paste(browser)
    visit_id = id_in(browser.address)
    assert opened.worker(line_with_a_notice).work_once()
    review = browser.get(f"/visits/{visit_id}/review")
    (said,) = review.select(".govuk-inset-text")
    assert "looks like one of our placeholders" in said.get_text()


def test_a_note_without_one_says_nothing() -> None:
    assert notices("Saw mum (again) [not dad].") == ()
