"""The lexicon: which shorthand may be written out, as what, and on what evidence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.text import Service

_FILE = Path(__file__).with_name("lexicon.yaml")


@dataclass(frozen=True)
class Sense:
    """One reading of an ambiguous form, and everything that must hold before it is taken."""

    expansion: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    not_near: re.Pattern[str] | None = None
    service: Service | None = None

    def licensed(self, sentence: str, start: int, end: int, service: Service | None) -> bool:
        """Say whether the words round a form allow this reading."""
        if self.service is not None and self.service != service:
            return False
        if self.before is not None and not self.before.search(sentence[:start]):
            return False
        if self.after is not None and not self.after.match(sentence[end:]):
            return False
        around = sentence[:start] + " " + sentence[end:]
        if self.near is not None and not self.near.search(around):
            return False
        return self.not_near is None or not self.not_near.search(around)


@dataclass(frozen=True)
class Form:
    """One typed form: a safe expansion, or senses of which a licence may choose one."""

    typed: str
    safe: str | None
    senses: tuple[Sense, ...] = ()
    keeps_form: bool = False  # an acronym keeps its letters in brackets at its first use


@dataclass(frozen=True)
class Lexicon:
    """Every known form, found by how it was typed."""

    by_typed: Mapping[str, Form] = field(repr=False)
    by_small: Mapping[str, Form] = field(repr=False)
    pattern: re.Pattern[str] = field(repr=False)

    def form(self, typed: str) -> Form | None:
        """Return the form of some typed letters, if they are one."""
        return self.by_typed.get(typed) or self.by_small.get(typed.lower().replace("’", "'"))

    def __len__(self) -> int:
        return len(self.by_typed) + len(self.by_small)


def expansion_of(
    form: Form, sentence: str, start: int, end: int, service: Service | None
) -> str | None:
    """Return what a form may be written out as where it stands, or nothing when in doubt."""
    if form.safe is not None:
        return form.safe
    readings = {s.expansion for s in form.senses if s.licensed(sentence, start, end, service)}
    return readings.pop() if len(readings) == 1 else None


def _sense(entry: dict[str, Any]) -> Sense:
    def compiled(name: str, pattern: str = "{}") -> re.Pattern[str] | None:
        words = entry.get(name)
        return re.compile(pattern.format(words), re.IGNORECASE) if words else None

    return Sense(
        expansion=entry["expand"],
        before=compiled("before", r"(?<![a-zA-Z]){}"),
        after=compiled("after"),
        near=compiled("near"),
        not_near=compiled("not_near"),
        service=entry.get("service"),
    )


@cache
def lexicon() -> Lexicon:
    """Read the lexicon once."""
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    typed: dict[str, Form] = {}
    small: dict[str, Form] = {}
    for form, expansion in entries["shortened"].items():
        small[form] = Form(form, expansion)
    for form, expansion in entries["acronyms"].items():
        typed[form] = Form(form, expansion, keeps_form=True)
    for form in entries["small"]:
        small[form.lower()] = typed[form]
    for form, entry in entries["ambiguous"].items():
        found = Form(form, None, tuple(map(_sense, entry["senses"])))
        if entry.get("small"):
            small[form.lower()] = found
        if form != form.lower():
            typed[form] = found
    spelled = sorted({*typed, *small}, key=len, reverse=True)
    pattern = re.compile(
        r"(?<![\w/&.'’#])(?:" + "|".join(map(re.escape, spelled)) + r")(?![\w/&]|['’]\w|\.\w)",
        re.IGNORECASE,
    )
    return Lexicon(typed, small, pattern)
