"""What turns a template and its values into a page: one environment, always escaping."""

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from jinja2.ext import loopcontrols
from starlette.requests import Request
from starlette.responses import HTMLResponse

from service.web import words

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


@cache
def environment() -> Environment:
    """The one template environment: everything is escaped."""
    loader = ChoiceLoader(
        [
            FileSystemLoader(TEMPLATES),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    templates = Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[loopcontrols],
    )
    templates.filters |= words.FILTERS
    return templates


def render(
    request: Request, template: str, status_code: int = 200, /, **values: Any
) -> HTMLResponse:
    """Render a page for whoever is asking."""
    person = getattr(request.state, "person", None)
    shared = {
        "path": request.url.path,
        "person": person,
        "csrf_token": person.csrf_token if person else "",
        "navigation": navigation(request.url.path, person.roles if person else ()),
        "demo": person.demo if person else request.app.state.settings.demo,
        "width": "",
        "errors": None,
        "notice": None,
    }
    page = environment().get_template(template).render(shared | values)
    return HTMLResponse(page, status_code=status_code)


def navigation(path: str, roles: Collection[str]) -> list[dict[str, Any]]:
    """The links of the desks a person's roles give them, the current one marked."""
    links = [link for role, desk in DESKS.items() if role in roles for link in desk]
    if roles:
        links.append(("/guidance", "Guidance"))
    return [
        {"href": href, "text": text, "active": path == href or path.startswith(f"{href}/")}
        for href, text in links
    ]


DESKS = {
    "practitioner": (("/visits", "My visits"), ("/record", "Record a visit")),
    "business_support": (("/tasks", "Tasks"), ("/my-tasks", "My tasks")),
    "governance_lead": (("/evaluation-runs", "Evaluation runs"), ("/audit", "Audit")),
}
