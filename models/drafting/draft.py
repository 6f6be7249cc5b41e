"""A draft case note: headings, sentences that carry their source, and what was set aside."""

from dataclasses import dataclass, field
from typing import Literal

from models.text import Span

SentenceKind = Literal["observed", "reported", "voice", "view", "decision", "history", "other"]


@dataclass(frozen=True)
class DraftSentence:
    """One sentence of the draft and the stretches of the redacted note its words came from."""

    text: str = field(repr=False)
    spans: tuple[Span, ...]
    kind: SentenceKind
    speaker: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """One heading of the template with its sentences, in the order of the note."""

    key: str
    title: str
    sentences: tuple[DraftSentence, ...]


@dataclass(frozen=True)
class SetAside:
    """A stretch of the redacted note that no sentence carries, and why."""

    span: Span
    reason: str


@dataclass(frozen=True)
class CaseNoteDraft:
    """A case note nobody has signed: made only of the redacted note's own words."""

    template: str
    headings: tuple[Heading, ...]
    not_recorded: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
