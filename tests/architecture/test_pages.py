"""How pages are made: short routes, escaped templates, nothing inline, nobody else's typeface."""

import ast
import re
from pathlib import Path

import pytest

from service.web.rendering import STATIC, TEMPLATES, environment

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "service").glob("*/pages.py"))
FILES = sorted(TEMPLATES.rglob("*.html"))
LONGEST_ROUTE = 10


def routes_of(path: Path) -> list[ast.FunctionDef]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef)]
    return [function for function in functions if function.decorator_list]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_a_route_parses_calls_one_verb_and_renders(path: Path) -> None:
    found = routes_of(path)
    assert found
    for route in found:
        assert isinstance(route, ast.FunctionDef), "routes are not async: the database is not"
        body = route.body[1:] if ast.get_docstring(route) else route.body
        length = (body[-1].end_lineno or 0) - body[0].lineno + 1
        assert length < LONGEST_ROUTE, f"{route.name} has {length} lines"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_escapes_everything_and_holds_nothing_inline(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert "|safe" not in written.replace(" ", "")
    assert "autoescape" not in written
    assert re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", written) is None
    assert re.findall(r"<script(?! type=\"module\" src=\"/static/)", written) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_form_that_changes_something_carries_its_token(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    forms = re.findall(r'<form[^>]*method="post".*?</form>', written, flags=re.DOTALL)
    assert [form for form in forms if "csrf_field()" not in form] == []


def test_the_environment_escapes() -> None:
    assert environment().from_string("{{ words }}").render(words="<b>") == "&lt;b&gt;"


def test_no_page_uses_a_typeface_or_a_crown_that_is_not_ours() -> None:
    ours = (STATIC / "recordwell.css").read_text(encoding="utf-8")
    assert "font-family: var(--rw-font) !important" in ours
    assert "GDS" not in ours
    for path in FILES:
        assert "crown" not in path.read_text(encoding="utf-8").lower()


def test_the_script_keeps_and_sends_nothing() -> None:
    script = (STATIC / "recordwell.js").read_text(encoding="utf-8")
    for word in ("fetch(", "XMLHttpRequest", "localStorage", "sessionStorage", "cookie", "eval("):
        assert word not in script


def test_what_is_installed_brings_neither_the_crown_nor_the_typeface_of_gov_uk() -> None:
    installed = STATIC / "govuk"
    assert "@font-face" not in (installed / "govuk-frontend.min.css").read_text(encoding="utf-8")
    assert {path.suffix for path in installed.rglob("*") if path.is_file()} <= {
        ".css",
        ".js",
        ".map",
    }
