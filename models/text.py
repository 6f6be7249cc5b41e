"""The values that walk the line: a note that names people, and redacted text that does not."""

import datetime
import re
from dataclasses import dataclass, field
from typing import Literal, get_args

EntityType = Literal[
    "PERSON", "ADDRESS", "POSTCODE", "PHONE", "EMAIL", "DOB", "NHS_NUMBER", "NINO", "CASE_ID",
    "OTHER_ID", "VEHICLE", "BANK", "HANDLE", "ORG", "PLACE",
]  # fmt: skip
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)
PLACEHOLDER = re.compile(r"\[(" + "|".join(ENTITY_TYPES) + r")_(\d+)\]")
Service = Literal["children", "adults"]


@dataclass(frozen=True)
class VisitDetails:
    """What the practitioner told us about the visit beside the note."""

    type: str | None = None
    date: datetime.date | None = None
    service: Service | None = None


@dataclass(frozen=True)
class VisitNote:
    """A visit note as pasted: it names people, so its repr shows only a length."""

    text: str = field(repr=False)
    visit: VisitDetails = VisitDetails()

    def __repr__(self) -> str:
        return f"VisitNote({len(self.text)} characters)"


@dataclass(frozen=True)
class Person:
    """A person as the later steps may know them: a placeholder and, where known, a role."""

    placeholder: str
    role: str | None = None


@dataclass(frozen=True)
class RedactedText:
    """A note without names: placeholders in plain text, and a people table beside it."""

    text: str = field(repr=False)
    people: tuple[Person, ...] = ()

    def __repr__(self) -> str:
        return f"RedactedText({len(self.text)} characters)"


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of text as Unicode code points, end exclusive."""

    start: int
    end: int
