from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, Form, Request
from fastapi.testclient import TestClient
from sqlalchemy import select
from starlette.responses import JSONResponse, Response

from service.access.cookie import clear_cookie, cookie_name, set_cookie
from service.access.roles import RequireRole
from service.access.sessions import csrf_token
from service.access.sign_in import sign_in
from service.access.signed_in import SignedIn
from service.errors import Refusal
from service.settings import Settings
from service.tables.audit_entry import AuditEntry
from tests.service.opened import Opened

Practitioner = Annotated[SignedIn, Depends(RequireRole("practitioner", "manager"))]


@pytest.fixture
def client(opened: Opened) -> TestClient:
    app = FastAPI()
    app.state.database = opened.database

    @app.get("/desk")
    def show_desk(person: Practitioner) -> str:
        return person.name

    @app.post("/desk")
    def change_desk(person: Practitioner, word: Annotated[str, Form()]) -> str:
        return word

    @app.exception_handler(Refusal)
    def refuse(request: Request, refusal: Refusal) -> Response:
        return JSONResponse({"code": refusal.code}, refusal.status)

    return TestClient(app)


def sign_in_as(client: TestClient, opened: Opened, username: str) -> str:
    token = sign_in(opened.database, username, opened.passwords[username]).token
    client.cookies.set(cookie_name(opened.settings), token)
    return csrf_token(token)


def test_nobody_is_let_in_without_a_session(client: TestClient) -> None:
    answer = client.get("/desk")
    assert (answer.status_code, answer.json()) == (401, {"code": "not_signed_in"})


@pytest.mark.parametrize("username", ["practitioner", "manager"])
def test_each_of_the_named_roles_is_let_in(
    client: TestClient, opened: Opened, username: str
) -> None:
    sign_in_as(client, opened, username)
    assert client.get("/desk").status_code == 200


@pytest.mark.parametrize("username", ["support", "governance", "administrator"])
def test_every_other_role_is_refused_and_the_refusal_is_audited(
    client: TestClient, opened: Opened, username: str
) -> None:
    sign_in_as(client, opened, username)
    assert client.get("/desk").json() == {"code": "not_allowed"}
    with opened.database.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.at.desc())).first()
    assert entry is not None
    assert (entry.action, entry.subject_id) == ("refused", "show_desk")


def test_a_change_needs_the_sessions_own_token(client: TestClient, opened: Opened) -> None:
    token = sign_in_as(client, opened, "practitioner")
    forged = {"code": "forged_request"}
    assert client.post("/desk", data={"word": "x"}).json() == forged
    assert client.post("/desk", data={"word": "x", "csrf_token": "é" + token}).json() == forged
    assert client.post("/desk", data={"word": "x", "csrf_token": token}).json() == "x"
    assert client.post("/desk", data={"word": "x"}, headers={"X-CSRF-Token": token}).json() == "x"


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
)
def test_a_change_asked_for_by_another_site_is_refused(
    client: TestClient, opened: Opened, headers: dict[str, str]
) -> None:
    token = sign_in_as(client, opened, "practitioner")
    answer = client.post("/desk", data={"word": "x", "csrf_token": token}, headers=headers)
    assert answer.json() == {"code": "forged_request"}


def test_a_role_is_checked_before_the_body(client: TestClient, opened: Opened) -> None:
    sign_in_as(client, opened, "support")
    assert client.post("/desk", data={}).json() == {"code": "not_allowed"}


@pytest.mark.parametrize("roles", [(), ("boss",)])
def test_a_route_cannot_ask_for_no_role_or_an_unknown_one(roles: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="roles"):
        RequireRole(*roles)  # type: ignore[arg-type]


def test_the_cookie_is_kept_from_scripts_and_over_https_bound_to_its_host() -> None:
    response = Response()
    set_cookie(response, Settings(secure_cookies=True), "token")
    clear_cookie(response, Settings(secure_cookies=True))
    first, second = response.headers.getlist("set-cookie")
    for part in ("__Host-recordwell=token", "HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert part in first
    assert "Max-Age=0" in second
    assert cookie_name(Settings()) == "recordwell"
