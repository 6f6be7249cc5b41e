"""A redaction: the redacted text, where everything was, and the key that puts it back."""

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from models.text import EntityType, RedactedText, Span


@dataclass(frozen=True)
class Entity:
    """One stretch of the note that was hidden.

    Where it was, what it is, what stands for it. Never its words.
    """

    start: int
    end: int
    type: EntityType
    placeholder: str
    score: float


@dataclass(frozen=True)
class KeyEntry:
    """One placeholder, where it stands in the redacted text, and the words it hides there."""

    placeholder: str
    starts: tuple[int, ...]
    surfaces: tuple[str, ...] = field(repr=False)

    @property
    def fullest(self) -> str:
        """The fullest surface.

        The most words, then the longest, then one with capitals, then the first.
        """
        return max(self.surfaces, key=lambda s: (len(s.split()), len(s), s[:1].isupper()))


@dataclass(frozen=True, repr=False)
class RedactionKey:
    """The way back from placeholders to words. Personal data itself: for the vault only."""

    entries: tuple[KeyEntry, ...]

    def __repr__(self) -> str:
        return f"RedactionKey({len(self.entries)} placeholders)"

    @cached_property
    def by_placeholder(self) -> dict[str, KeyEntry]:
        """The entries under their placeholders."""
        return {entry.placeholder: entry for entry in self.entries}

    def to_json(self) -> str:
        """Return the key as text, for encryption."""
        return json.dumps(
            {e.placeholder: [e.starts, e.surfaces] for e in self.entries}, ensure_ascii=False
        )

    @classmethod
    def from_json(cls, stored: str) -> "RedactionKey":
        """Return the key that was written by `to_json`."""
        return cls(
            tuple(
                KeyEntry(p, tuple(starts), tuple(said))
                for p, (starts, said) in json.loads(stored).items()
            )
        )


@dataclass(frozen=True)
class Redaction:
    """A note redacted: `redacted` goes on down the line.

    The rest stays with whoever may see names. `check_these` marks words of the note that were left
    readable and that nothing explains, for the practitioner to look at.
    """

    redacted: RedactedText
    entities: tuple[Entity, ...]
    key: RedactionKey
    versions: dict[str, str]
    notices: tuple[str, ...] = ()
    check_these: tuple[Span, ...] = ()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each entity's placeholder starts in the redacted text."""
        starts, shift = [], 0
        for entity in self.entities:
            starts.append(entity.start + shift)
            shift += len(entity.placeholder) - (entity.end - entity.start)
        return tuple(starts)

    def to_original(self, span: Span) -> Span:
        """Return what a redacted stretch stands for; part of a placeholder is all of it."""
        return Span(self._place(span.start, opening=True), self._place(span.end, opening=False))

    def _place(self, at: int, *, opening: bool) -> int:
        before = bisect_right(self._starts, at if opening else at - 1) - 1
        if before < 0:
            return at
        entity, start = self.entities[before], self._starts[before]
        past = at - start - len(entity.placeholder)
        if past < 0 or (past == 0 and not opening):
            return entity.start if opening else entity.end
        return entity.end + past

    def to_redacted(self, span: Span) -> Span:
        """Return the stretch of the redacted text that stands for a stretch of the note."""
        return Span(self._back(span.start, opening=True), self._back(span.end, opening=False))

    def _back(self, at: int, *, opening: bool) -> int:
        places = [entity.start for entity in self.entities]
        before = bisect_right(places, at if opening else at - 1) - 1
        if before < 0:
            return at
        entity, start = self.entities[before], self._starts[before]
        past = at - entity.end
        if past < 0 or (past == 0 and not opening):
            return start if opening else start + len(entity.placeholder)
        return start + len(entity.placeholder) + past
