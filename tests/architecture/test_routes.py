"""Every route asks for a role, and lets in nobody else."""

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from service.access.roles import RequireRole
from service.app import ROUTERS, create_app
from service.tables.membership import ROLES, Role
from tests.service.browser import PageFor
from tests.service.opened import Opened

# Each is here for a reason: these are for people who are not signed in, or for machines.
OPEN_TO_ANYBODY = {
    ("GET", "/health"),
    ("GET", "/accessibility"),
    ("GET", "/how-it-works"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
}
SOME_ID = "00000000-0000-4000-8000-000000000000"


def routes() -> Iterator[tuple[str, APIRoute]]:
    for router in ROUTERS:
        for route in router.routes:
            assert isinstance(route, APIRoute), route
            for method in route.methods or ():
                yield method, route


def required(dependant: Dependant) -> list[RequireRole]:
    found = [dependant.call] if isinstance(dependant.call, RequireRole) else []
    return found + [role for inner in dependant.dependencies for role in required(inner)]


ROUTES = {(method, route.path): route for method, route in routes()}
GUARDED = sorted(set(ROUTES) - OPEN_TO_ANYBODY)


def address_of(path: str) -> str:
    for name in ("visit_id", "task_id", "identity", "rule_id"):
        path = path.replace(f"{{{name}}}", SOME_ID)
    assert "{" not in path, "give the new part of an address a value here"
    return path


def test_the_walk_finds_every_route_that_is_served(opened: Opened) -> None:
    app = create_app(opened.settings, opened.database, opened.vault)
    served = {
        (method.upper(), path)
        for path, methods in app.openapi()["paths"].items()
        for method in methods
    }
    assert set(ROUTES) == served
    assert served > OPEN_TO_ANYBODY


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_every_route_asks_for_a_role(method: str, path: str) -> None:
    roles = required(ROUTES[method, path].dependant)
    assert len(roles) == 1


@pytest.mark.parametrize(("method", "path"), sorted(OPEN_TO_ANYBODY))
def test_what_is_open_to_anybody_asks_for_none(method: str, path: str) -> None:
    assert required(ROUTES[method, path].dependant) == []


def test_nobody_who_is_not_signed_in_gets_anywhere(page: PageFor) -> None:
    client = page().client
    for method, path in GUARDED:
        address = address_of(path)
        answer = client.request(method, address, headers={"accept": "text/html"})
        assert (answer.status_code, path) == (303, path)
        assert answer.headers["location"].startswith("/sign-in")
        answer = client.request(method, address, headers={"accept": "application/json"})
        assert (answer.status_code, path) == (401, path)
        assert answer.json()["error"]["code"] == "not_signed_in"


@pytest.mark.parametrize("role", ROLES)
def test_every_role_gets_where_it_may_and_nowhere_else(page: PageFor, role: Role) -> None:
    browser = page(role)
    token = browser.token()
    for method, path in GUARDED:
        if path == "/sign-out":
            continue  # it would end this session
        (needed,) = required(ROUTES[method, path].dependant)
        headers = {"x-csrf-token": token, "accept": "application/json"}
        status = browser.client.request(method, address_of(path), headers=headers).status_code
        assert (status == 403, path) == (role not in needed.roles, path)
        assert status < 500, path


@pytest.mark.parametrize("role", ROLES)
def test_no_change_is_made_without_its_token(page: PageFor, role: Role) -> None:
    browser = page(role)
    for method, path in GUARDED:
        if method != "GET":
            assert browser.client.request(method, address_of(path)).status_code == 403, path
    assert browser.token(), "the session was not ended"


def test_no_role_is_left_without_a_first_page(page: PageFor) -> None:
    for role in ROLES:
        browser = page(role)
        browser.get("/")
        assert browser.address not in {"/", "/sign-in"}
