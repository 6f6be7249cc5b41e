import pytest

from tests.service.browser import PageFor, words


@pytest.mark.parametrize("address", ["/accessibility", "/how-it-works"])
def test_anybody_may_read_it(page: PageFor, address: str) -> None:
    assert words(page().get(address))


def test_the_health_of_the_service_is_told_to_programs(page: PageFor) -> None:
    assert page().client.get("/health").json() == {"status": "ok"}


def test_an_address_that_is_not_there_gets_a_page(page: PageFor) -> None:
    assert "Page not found" in words(page().get("/nowhere", 404))


def test_an_address_that_is_not_there_gets_json_for_a_program(page: PageFor) -> None:
    answer = page().ask("GET", "/nowhere")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_signing_in_leads_to_the_desk_that_was_asked_for(page: PageFor) -> None:
    browser = page()
    shown = browser.get("/visits")
    assert browser.address == "/sign-in"
    assert shown.find("input", attrs={"name": "next"})["value"] == "/visits"  # type: ignore[index]


def test_the_pages_of_fastapi_are_off(page: PageFor) -> None:
    for address in ("/docs", "/redoc", "/openapi.json"):
        assert page().client.get(address).status_code == 404
