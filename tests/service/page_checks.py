"""What every page of the product must be, whichever test asked for it."""

import re
from collections import Counter

import html5lib
from bs4 import BeautifulSoup, Tag

UNIQUE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}")
CHECKED: set[str] = set()
CHANGES_NOTHING = {"/guidance"}
NO_LABEL_NEEDED = {"hidden", "submit", "button"}


def check_page(html: str) -> BeautifulSoup:
    """Check a page and return it read; one already checked but for its ids is only read."""
    page = BeautifulSoup(html, "html.parser")
    shape = UNIQUE.sub("", html)
    if shape not in CHECKED:
        html5lib.HTMLParser(strict=True).parse(html)
        check_head(page)
        check_outline(page)
        check_forms(page)
        check_nothing_inline(page)
        check_ids(page)
        CHECKED.add(shape)
    return page


def check_ids(page: BeautifulSoup) -> None:
    numbers = Counter(ids(page))
    assert [name for name, number in numbers.items() if number > 1] == []
    for link in page.find_all("a"):
        assert link.get("href"), link
        assert link.get_text(strip=True), link


def ids(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page.select("[id]")]


def check_head(page: BeautifulSoup) -> None:
    assert page.html is not None
    assert page.html["lang"] == "en-GB"
    assert page.title is not None
    headings = page.find_all("h1")
    assert len(headings) == 1
    title = page.title.get_text().removeprefix("Error: ")
    assert squashed(title).startswith(squashed(headings[0].get_text()))
    assert title.endswith("– Recordwell")
    assert page.find("meta", attrs={"name": "viewport"})


def check_outline(page: BeautifulSoup) -> None:
    skip = page.find("a", class_="govuk-skip-link")
    assert skip is not None
    assert page.find(id=str(skip["href"]).removeprefix("#")) is not None
    assert page.find_all("main") == page.select("main#main-content")
    levels = [int(tag.name[1]) for tag in page.select("main :is(h1, h2, h3, h4)") if counts(tag)]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    known = set(ids(page))
    for relation in ("aria-labelledby", "aria-describedby", "aria-controls"):
        for tag in page.select(f"[{relation}]"):
            assert set(str(tag[relation]).split()) <= known, tag


def counts(heading: Tag) -> bool:
    """Whether a heading is part of the outline: what GOV.UK puts above the h1 is not."""
    return heading.find_parent(class_=["govuk-notification-banner", "govuk-error-summary"]) is None


def check_forms(page: BeautifulSoup) -> None:
    for form in page.find_all("form"):
        assert str(form.get("action", "")).startswith("/"), form
        if form.get("method") == "post":
            assert form.find("input", attrs={"name": "csrf_token"}), form
        else:
            assert form["action"] in CHANGES_NOTHING
    labels = {label.get("for"): label.get_text(strip=True) for label in page.find_all("label")}
    for field in page.select("input, select, textarea"):
        if field.get("type") not in NO_LABEL_NEEDED:
            assert labels.get(field.get("id")), field
    for button in page.find_all("button"):
        assert button.get_text(strip=True), button


def check_nothing_inline(page: BeautifulSoup) -> None:
    assert [tag for tag in page.find_all("script") if tag.get_text(strip=True)] == []
    assert page.find_all("style") == []
    assert page.find_all(style=True) == []
    everything = page.select("*")
    assert [name for tag in everything for name in tag.attrs if name.startswith("on")] == []
    for tag in page.find_all(["script", "link", "img"]):
        assert str(tag.get("src") or tag.get("href")).startswith("/static/")


def squashed(text: str) -> str:
    return " ".join(text.split())
