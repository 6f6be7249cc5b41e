"""The product's own functions, as service and command line call them, and what they gave."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from models.text import Span


class Product(Protocol):
    """What is measured: the whole line, and redaction alone, both in the contract's JSON."""

    refusals: tuple[type[Exception], ...]

    def prepare(self, text: str, service: str) -> dict[str, Any]:
        """Take one note the whole way."""

    def redact(self, text: str) -> dict[str, Any]:
        """Redact one note."""


@dataclass(frozen=True)
class FoundTask:
    """A task the product found: where, and who it says may do it."""

    span: Span
    outcome: str
    rule: str | None
    confidence: float


@dataclass(frozen=True)
class Observed:
    """What the product made of one note; `refused` says that it made nothing."""

    redacted_text: str = field(repr=False)
    hidden: tuple[tuple[Span, str], ...]
    sentences: tuple[tuple[str, str], ...] = field(repr=False)  # heading, redacted words
    restored: tuple[str, ...] = field(repr=False)
    tasks: tuple[FoundTask, ...]
    versions: dict[str, Any]
    milliseconds: float | None
    refused: str | None = None

    @property
    def draft(self) -> str:
        """Return the whole draft with the names put back."""
        return "\n".join(self.restored)


NOTHING = Observed("", (), (), (), (), {}, None)


def observe(product: Product, text: str, service: str) -> Observed:
    """Take a note the whole way and keep what came out; a refusal is kept as one."""
    return kept(product, lambda: product.prepare(text, service))


def observe_redaction(product: Product, text: str) -> Observed:
    """Redact a note and keep what came out."""
    return kept(product, lambda: product.redact(text))


def kept(product: Product, call: Callable[[], dict[str, Any]]) -> Observed:
    """Return what a call gave, or that it refused."""
    try:
        given = call()
    except product.refusals as refusal:
        return Observed("", (), (), (), (), {}, None, refused=type(refusal).__name__)
    return observed_from(given)


def observed_from(given: dict[str, Any]) -> Observed:
    """Return what the contract's JSON says."""
    headings = given.get("draft", {}).get("headings", ())
    sentences = [
        (heading["key"], sentence) for heading in headings for sentence in heading["sentences"]
    ]
    return Observed(
        redacted_text=given["redacted_text"],
        hidden=tuple((Span(e["start"], e["end"]), e["type"]) for e in given["entities"]),
        sentences=tuple((key, sentence["text"]) for key, sentence in sentences),
        restored=tuple(sentence["restored_text"] for _, sentence in sentences),
        tasks=tuple(
            FoundTask(
                Span(task["start"], task["end"]),
                task["outcome"],
                task["rule"]["id"] if task["rule"] else None,
                task["confidence"],
            )
            for task in given.get("tasks", ())
        ),
        versions=given.get("versions", {}),
        milliseconds=given.get("timings_ms", {}).get("total"),
    )
