import pytest

from tests.service.browser import Browser, PageFor, words
from tests.service.opened import Opened


def sign_in(browser: Browser, opened: Opened, name: str, status: int = 200, **other: str) -> str:
    fields = {"username": name, "password": opened.passwords.get(name, "wrong")} | other
    return words(browser.submit(browser.get("/sign-in"), "/sign-in", status, **fields))


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("practitioner", "My visits"),
        ("support", "Tasks"),
        ("governance", "Evaluation runs"),
        ("manager", "Guidance"),
        ("administrator", "Guidance"),
    ],
)
def test_signing_in_leads_to_ones_desk(
    opened: Opened, page: PageFor, name: str, heading: str
) -> None:
    assert sign_in(page(), opened, name).startswith(heading)


def test_the_page_that_was_asked_for_opens_after_signing_in(opened: Opened, page: PageFor) -> None:
    browser = page()
    form = browser.get("/record")
    fields = {"username": "practitioner", "password": opened.passwords["practitioner"]}
    browser.submit(form, "/sign-in", **fields)
    assert browser.address == "/record"


@pytest.mark.parametrize(
    "asked", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "", "x"]
)
def test_signing_in_never_leads_to_another_site(opened: Opened, page: PageFor, asked: str) -> None:
    browser = page()
    sign_in(browser, opened, "practitioner", next=asked)
    assert browser.address == "/visits"


def test_a_wrong_password_says_so_and_keeps_the_username(opened: Opened, page: PageFor) -> None:
    browser = page()
    fields = {"username": "practitioner", "password": "wrong"}
    shown = browser.submit(browser.get("/sign-in"), "/sign-in", 403, **fields)
    assert "The username or password is not right." in words(shown)
    assert shown.find("input", id="username")["value"] == "practitioner"  # type: ignore[index]
    assert not shown.find("input", id="password").get("value")  # type: ignore[union-attr]
    browser.get("/visits")
    assert browser.address == "/sign-in"


@pytest.mark.parametrize("field", ["username", "password", "next"])
def test_bytes_that_are_no_text_are_a_wrong_sign_in_and_no_fault(page: PageFor, field: str) -> None:
    fields = {"username": "practitioner", "password": "wrong", "next": "/"} | {field: "%FF"}
    sent = "&".join(f"{name}={value}" for name, value in fields.items())
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = page().client.post("/sign-in", content=sent, headers=headers)
    assert answer.status_code == 403
    assert "The username or password is not right." in answer.text


def test_an_origin_that_is_no_address_is_another_site(page: PageFor) -> None:
    answer = page().client.post("/sign-in", headers={"origin": "http://["})
    assert answer.status_code == 403


def test_what_is_missing_is_said_field_by_field(opened: Opened, page: PageFor) -> None:
    said = sign_in(page(), opened, "", 422, password="")
    assert "Enter your username" in said
    assert "Enter your password" in said


def test_a_program_may_sign_in_and_is_told_its_token(opened: Opened, page: PageFor) -> None:
    browser = page()
    right = {"username": "support", "password": opened.passwords["support"]}
    answer = browser.ask("POST", "/sign-in", right)
    assert answer.json()["roles"] == ["business_support"]
    assert answer.json()["csrf_token"] == browser.token()
    wrong = page().ask("POST", "/sign-in", right | {"password": "wrong"})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (403, "sign_in_refused")
    assert page().ask("POST", "/sign-in", {}).status_code == 403


def test_signing_out_ends_the_session_at_once(opened: Opened, page: PageFor) -> None:
    browser = page()
    sign_in(browser, opened, "practitioner")
    kept = dict(browser.client.cookies)
    browser.submit(browser.get("/visits"), "/sign-out")
    assert browser.address == "/sign-in"
    browser.client.cookies.update(kept)
    browser.get("/visits")
    assert browser.address == "/sign-in"


def test_signing_in_from_another_site_is_refused(opened: Opened, page: PageFor) -> None:
    fields = {"username": "practitioner", "password": opened.passwords["practitioner"]}
    headers = {"sec-fetch-site": "cross-site"}
    answer = page().client.post("/sign-in", data=fields, headers=headers)
    assert answer.status_code == 403


def test_a_refused_page_still_says_who_is_signed_in(page: PageFor) -> None:
    shown = page("business_support").get("/visits", 403)
    assert "Your role does not include this page." in words(shown)
    assert "Sam Demo" in shown.select_one(".rw-header").get_text()  # type: ignore[union-attr]
