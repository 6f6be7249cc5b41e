"""A browser for tests: it signs in, fills in forms, and checks every page it is shown."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup, Tag
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from service.access.cookie import cookie_name
from service.access.sessions import start_session
from service.app import create_app
from service.tables.membership import Role
from service.tables.person import Person
from service.web.security_headers import CONTENT_POLICY
from tests.service.opened import Opened
from tests.service.page_checks import check_page

PageFor = Callable[..., "Browser"]


class Browser:
    """One person's browser, or nobody's."""

    def __init__(self, opened: Opened, app: FastAPI, role: Role | None) -> None:
        self.client = TestClient(app, follow_redirects=False)
        self.address = ""
        if role is not None:
            self.sign_in(opened, role)

    def sign_in(self, opened: Opened, role: Role) -> None:
        """Start a session without the time a password takes."""
        signed_in = opened.person(role)
        with opened.database.write() as session:
            person = session.scalars(select(Person).where(Person.id == signed_in.person_id)).one()
            token = start_session(session, person, signed_in.team_id, opened.settings)
        self.client.cookies.set(cookie_name(opened.settings), token)

    def get(self, address: str, status: int = 200) -> BeautifulSoup:
        """Open a page, following where it leads."""
        return self.shown(self.client.get(address), status)

    def post(self, address: str, status: int = 200, /, **fields: str) -> BeautifulSoup:
        """Send fields with this session's token, and open where that leads."""
        data = {"csrf_token": self.token(), **fields}
        return self.shown(self.client.post(address, data=data), status)

    def submit(
        self, page: BeautifulSoup, action: str, status: int = 200, /, **fields: str
    ) -> BeautifulSoup:
        """Fill in the form of a page and send it as a browser would."""
        form = page.find("form", attrs={"action": action})
        assert isinstance(form, Tag), action
        return self.shown(self.client.post(action, data=filled_in(form) | fields), status)

    def shown(self, answer: Response, status: int) -> BeautifulSoup:
        """Follow an answer to its page and check it."""
        while answer.is_redirect:
            answer = self.client.get(answer.headers["location"])
        assert answer.status_code == status, answer.status_code
        self.address = answer.url.path
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"] == CONTENT_POLICY
        return check_page(answer.text)

    def token(self) -> str:
        """Return the token this session's changes carry, or nothing where nobody is signed in."""
        answer = self.client.get("/session", headers={"accept": "application/json"})
        return str(answer.json()["csrf_token"]) if answer.status_code == 200 else ""

    def ask(self, method: str, address: str, body: Any = None) -> Response:
        """Ask as a program does."""
        headers = {"accept": "application/json", "x-csrf-token": self.token()}
        if body is not None:
            headers["content-type"] = "application/json"
        content = None if body is None else json.dumps(body)
        return self.client.request(method, address, headers=headers, content=content)


def filled_in(form: Tag) -> dict[str, str]:
    """Return what a browser sends of a form nobody has touched."""
    sent: dict[str, str] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = str(field.get("name", "")), field.get("type")
        if not name or (kind in {"radio", "checkbox"} and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            sent[name] = str(chosen["value"]) if chosen else ""
        else:
            sent[name] = (
                field.get_text() if field.name == "textarea" else str(field.get("value", ""))
            )
    return sent


def browsers(opened: Opened) -> PageFor:
    """Return what opens a browser for a role, all on one application."""
    app = create_app(opened.settings, opened.database, opened.vault)

    def page_for(role: Role | None = None) -> Browser:
        return Browser(opened, app, role)

    return page_for


def words(page: BeautifulSoup) -> str:
    """Return what a page says, spaces squashed."""
    assert page.main is not None
    return " ".join(page.main.get_text(" ").split())


def id_in(address: str) -> UUID:
    """Return the id an address names."""
    return UUID(address.split("/")[2])
