"""Visits taken as far as a test needs them, through the pages."""

from datetime import timedelta
from uuid import UUID

from bs4 import BeautifulSoup

from service import clock
from tests.service.browser import Browser, PageFor, id_in
from tests.service.handmade import NOTE, handmade_line
from tests.service.opened import Opened

VISITED = clock.now().date() - timedelta(days=1)
FIELDS = {
    "case_reference": "CIN-20417",
    "service": "children",
    "visit_type": "cin",
    "visit_date-day": str(VISITED.day),
    "visit_date-month": str(VISITED.month),
    "visit_date-year": str(VISITED.year),
    "note": NOTE,
}


def paste(browser: Browser, status: int = 200, /, **fields: str) -> BeautifulSoup:
    """Fill in the form of a visit and send it."""
    return browser.submit(browser.get("/record"), "/visits", status, **(FIELDS | fields))


def prepared(opened: Opened, browser: Browser, /, **fields: str) -> UUID:
    """Paste the handmade note, and prepare it."""
    paste(browser, **fields)
    visit_id = id_in(browser.address)
    assert opened.worker(handmade_line).work_once()
    return visit_id


def place_all(browser: Browser, visit_id: UUID, heading: str = "plan_progress") -> BeautifulSoup:
    """Put every sentence that waits for a heading under one."""
    page = browser.get(f"/visits/{visit_id}/review")
    return browser.submit(page, f"/visits/{visit_id}/placements", rest=heading)


def signed_off(opened: Opened, page: PageFor) -> UUID:
    """Paste, prepare, place and sign the handmade note."""
    browser = page("practitioner")
    visit_id = prepared(opened, browser)
    place_all(browser, visit_id)
    confirm = browser.get(f"/visits/{visit_id}/sign-off")
    browser.submit(confirm, f"/visits/{visit_id}/sign-off")
    return visit_id
