"""Turning a stretch of a note into a sentence by copying it and changing almost nothing."""

import re
from dataclasses import dataclass, field

from models.drafting.wording import (
    Change,
    apply,
    expansions,
    first_person,
    one_writer,
    protected,
    signs,
)
from models.reading.protect import quotations
from models.text import RedactedText, Service, Span

_LEADING = re.compile(
    r"^\s*(?:(?:[-–—*•·>▪◦→»+&,;:/]+|=>|->|[☐☑✓✔]|\d{1,2}[.)](?=\s+\D)|\(?[a-h][.)](?=\s))\s*)+"
)
_LEADING_AND = re.compile(r"^(?:and|&|\+)\s+(?=\w|\[)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:\s*(?:,|;|:|-|–|—|/|\+|&|=>|->|→))+\s*$")
_ENDED = re.compile(r"[.!?…][\"”'’)\]]*$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class HouseStyle:
    """How the record speaks of its writer: in the third person, or as typed."""

    voice: str = "third"


@dataclass
class Realiser:
    """Realises the stretches of one note, remembering which acronyms it has written out."""

    note: RedactedText
    service: Service | None = None
    style: HouseStyle = HouseStyle()
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._third = self.style.voice == "third" and one_writer(self.note.text)

    def sentence(self, span: Span) -> tuple[str, tuple[str, ...]]:
        """Return a stretch of the note as a sentence, and the shorthand left as typed in it."""
        source = self.note.text[span.start : span.end]
        kept = protected(source)
        changes, left = expansions(source, kept, self.service, self.seen)
        changes += signs(source, kept)
        if self._third and not quotations(source):
            changes += first_person(source, kept)
        changes += _edges(source, kept)
        changes += _spaces(source, kept)
        return _finished(apply(source, changes), kept, source), tuple(left)

    def verbatim(self, span: Span) -> str:
        """Return a stretch of the note as typed, but for line ends outside quotations."""
        source = self.note.text[span.start : span.end]
        return apply(source, _spaces(source, protected(source)))


def _spaces(source: str, kept: tuple[Span, ...]) -> list[Change]:
    return [
        Change(Span(*match.span()), " ")
        for match in _SPACE.finditer(source)
        if match.group() != " "
        and not any(s.start < match.end() and match.start() < s.end for s in kept)
    ]


def _edges(source: str, kept: tuple[Span, ...]) -> list[Change]:
    """Return the bullets and joining marks that go from either end of a stretch."""
    changes = []
    lead = _LEADING.match(source)
    at = lead.end() if lead else 0
    joint = _LEADING_AND.match(source[at:])
    at += joint.end() if joint else 0
    if at and not any(s.start < at for s in kept):
        changes.append(Change(Span(0, at), ""))
    tail = _TRAILING.search(source)
    if tail and tail.start() > at and not any(tail.start() < s.end for s in kept):
        changes.append(Change(Span(*tail.span()), ""))
    return changes


def _finished(text: str, kept: tuple[Span, ...], source: str) -> str:
    """Give a sentence its capital and full stop, unless it begins or ends with a quotation."""
    del kept
    text = text.strip()
    first = text[:1]
    word = re.match(r"[a-z]+(?:['’][a-z]+)?(?=[\s,.;:!?)…]|-[a-z]|$)", text)
    if first.islower() and word:
        text = first.upper() + text[1:]
    if text and not _ENDED.search(text) and any(c.isalnum() for c in source):
        text += "."
    return text
