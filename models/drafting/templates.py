"""The templates: which headings each kind of visit has, and what each heading holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from models.text import Service, VisitDetails

_FILE = Path(__file__).with_name("templates.yaml")
_CALL = re.compile(
    r"^\W*(?:\d[\d.:]*\s*)?(?:t/?c|p/c|tel(?:ephone)? call|phone call)\b", re.IGNORECASE
)


class UnknownVisitType(Exception):
    """The kind of visit asked for has no template."""


@dataclass(frozen=True)
class TemplateHeading:
    """One heading of a template: its title, and what it holds."""

    key: str
    title: str
    holds: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True)
class Template:
    """The headings of one kind of visit, in order."""

    key: str
    title: str
    service: Service | None
    headings: tuple[TemplateHeading, ...]


def _heading(entry: dict[str, Any]) -> TemplateHeading:
    return TemplateHeading(
        key=entry["key"],
        title=entry["title"],
        holds=frozenset(entry.get("holds", ())),
        topics=frozenset(entry.get("topics", ())),
    )


@cache
def templates() -> Mapping[str, Template]:
    """Return every template by its key."""
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            key: Template(
                key, entry["title"], entry.get("service"), tuple(map(_heading, entry["headings"]))
            )
            for key, entry in entries.items()
        }
    )


def visit_types() -> Mapping[str, str]:
    """Return the kinds of visit a practitioner can choose: key to plain title, "other" last."""
    found = templates()
    order = [key for key in found if key != "other"] + ["other"]
    return MappingProxyType({key: found[key].title for key in order})


def template_for(visit: VisitDetails, text: str) -> Template:
    """Return the template of a visit; with no type given only a plain phone call is told apart."""
    if visit.type is None:
        return templates()["phone_call" if _CALL.match(text) else "other"]
    if visit.type not in templates():
        raise UnknownVisitType(f"no template is called {visit.type[:40]!r}")
    return templates()[visit.type]
