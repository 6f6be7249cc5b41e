"""What a person sent in a form or as JSON, and what was wrong with it."""

import json
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import Depends
from starlette.requests import Request

from service.errors import Refusal

FIELDS_AT_MOST = 500
# A field of several boxes is reached at its first.
FIRST_BOXES = {"visit_date": "visit_date-day"}


class CannotBeRead(Refusal):
    """The body is neither a form nor a JSON object."""

    status = 400
    code = "cannot_be_read"
    message = "We could not read what was sent, so nothing was saved. Send a form or a JSON object."


@dataclass(frozen=True)
class Form:
    """The fields a person sent, by name; what was not sent reads as empty."""

    values: dict[str, str] = field(repr=False, default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def words(self, name: str) -> str:
        """A one-line field without the spaces round it."""
        return self[name].strip()

    def number(self, name: str) -> int:
        """A whole number, or 0 where something else was sent."""
        words = self.words(name)
        return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004


def read_form(request: Request) -> Form:
    """Read the body as a form or as a JSON object; anything else is refused."""
    body: bytes = request.state.sent_body  # kept by the body limit: it can be read only once
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        return Form(_from_json(body))
    if kind == "application/x-www-form-urlencoded" or not body:
        return Form(_from_form(body))
    raise CannotBeRead


def _from_form(body: bytes) -> dict[str, str]:
    # surrogateescape keeps bytes that are no text, so that the note's own check refuses them.
    try:
        pairs = parse_qsl(
            body.decode("ascii", "surrogateescape"),
            keep_blank_values=True,
            errors="surrogateescape",
            max_num_fields=FIELDS_AT_MOST,
        )
    except ValueError as error:
        raise CannotBeRead from error
    # A browser sends every line end of a text box as CRLF whatever was typed.
    return {name: value.replace("\r\n", "\n") for name, value in pairs}


def _from_json(body: bytes) -> dict[str, str]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:  # the latter for brackets nested too deep
        raise CannotBeRead from error
    if not isinstance(sent, dict):
        raise CannotBeRead
    return {str(name): _as_text(value) for name, value in sent.items()}


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


SentForm = Annotated[Form, Depends(read_form)]


@dataclass(frozen=True)
class Errors:
    """What a person must put right, field by field, in the order of the page."""

    messages: dict[str, str]

    def summary(self) -> list[dict[str, str]]:
        """The list at the top of the page, each linking to its field."""
        return [
            {"text": text, "href": f"#{FIRST_BOXES.get(name, name)}"}
            for name, text in self.messages.items()
        ]

    def first(self) -> str:
        """The first message."""
        return next(iter(self.messages.values()))

    def on(self, name: str) -> dict[str, str] | None:
        """The message beside one field, as the macros take it."""
        return {"text": self.messages[name]} if name in self.messages else None


def printable(text: str) -> str:
    """Text that can be shown again in a form, whatever was sent."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
