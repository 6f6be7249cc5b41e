"""What the corpus says of every unit, with placeholders in place of names as in use."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from models.reading.unit import Action, Certainty, Kind, Source, Topic
from models.text import Person, RedactedText, Service, Span, VisitDetails

NOTES = Path(__file__).parent / "corpus" / "notes"
_MARK = re.compile(r"\[\[([A-Z_]+):(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class LabelledUnit:
    """One unit as its author cut and labelled it, by its place in the redacted note."""

    span: Span
    text: str = field(repr=False)
    clean: str = field(repr=False)
    topic: Topic
    source: Source
    kind: Kind
    action: Action
    certainty: Certainty
    speaker: str | None


@dataclass(frozen=True)
class CorpusNote:
    """One corpus note with its author, redacted as in use, and its labelled units in order."""

    id: str
    author: str
    redacted: RedactedText
    visit: VisitDetails
    units: tuple[LabelledUnit, ...]


@dataclass(frozen=True)
class _Redaction:
    redacted: str
    plain: str
    starts: tuple[int, ...]  # for each character of the plain text, where it begins in the redacted
    ends: tuple[int, ...]
    placeholders: dict[tuple[str, str], str]


def _redact(markup: str) -> _Redaction:
    """Put numbered placeholders where the markup names something, keeping both sets of offsets."""
    redacted, plain = "", ""
    starts: list[int] = []
    ends: list[int] = []
    known: dict[tuple[str, str], str] = {}
    at = 0

    def copy(text: str) -> None:
        nonlocal redacted, plain
        starts.extend(range(len(redacted), len(redacted) + len(text)))
        ends.extend(range(len(redacted) + 1, len(redacted) + len(text) + 1))
        redacted += text
        plain += text

    for mark in _MARK.finditer(markup):
        copy(markup[at : mark.start()])
        kind, surface = mark.groups()
        key = (kind, surface.casefold())
        if key not in known:
            number = 1 + sum(seen == kind for seen, _ in known)
            known[key] = f"[{kind}_{number}]"
        starts.extend([len(redacted)] * len(surface))
        redacted += known[key]
        ends.extend([len(redacted)] * len(surface))
        plain += surface
        at = mark.end()
    copy(markup[at:])
    return _Redaction(redacted, plain, tuple(starts), tuple(ends), known)


def _find(quote: str, plain: str, start: int) -> tuple[int, int] | None:
    """Find a quotation at or after a place, whatever the white space between its words."""
    pattern = r"\s*".join(re.escape(word) for word in quote.split())
    match = re.compile(pattern).search(plain, start) or re.compile(pattern).search(plain)
    return match.span() if match else None


def _visit(record: dict[str, str]) -> VisitDetails:
    service: Service | None = "adults" if record["setting"].startswith("adult") else None
    if record["setting"].startswith("children"):
        service = "children"
    return VisitDetails(type=None, date=None, service=service)


def read_note(path: Path) -> CorpusNote:
    """Read one corpus file."""
    record = json.loads(path.read_text(encoding="utf-8"))
    redaction = _redact(record["markup"])
    units = []
    at = 0
    for unit in record["units"]:
        found = _find(unit["quote"], redaction.plain, at)
        if found is None:
            continue
        at = found[1]
        span = Span(redaction.starts[found[0]], redaction.ends[found[1] - 1])
        units.append(
            LabelledUnit(
                span=span,
                text=redaction.redacted[span.start : span.end],
                clean=unit["clean"],
                topic=unit["topic"],
                source=unit["source"],
                kind=unit["kind"],
                action=unit["action"],
                certainty=unit["certainty"],
                speaker=unit["speaker"],
            )
        )
    people = tuple(
        Person(redaction.placeholders["PERSON", person["name"].casefold()], person["role"])
        for person in record["people"]
        if ("PERSON", person["name"].casefold()) in redaction.placeholders
    )
    return CorpusNote(
        id=path.stem,
        author=path.stem.split("-")[0],
        redacted=RedactedText(redaction.redacted, people),
        visit=_visit(record),
        units=tuple(units),
    )


def read_corpus() -> tuple[CorpusNote, ...]:
    """Read every corpus note, in the order of their names."""
    return tuple(read_note(path) for path in sorted(NOTES.glob("*.json")))


def neighbours(note: CorpusNote) -> Iterator[tuple[str, LabelledUnit]]:
    """Yield each unit with the text of the one before it, empty for the first."""
    if note.units:
        yield "", note.units[0]
    for before, unit in pairwise(note.units):
        yield before.text, unit
