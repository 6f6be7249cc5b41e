"""How a case note is laid out beside the note it came from, each part knowing the other's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from models.drafting.placement import PLEASE_PLACE
from models.drafting.templates import templates
from service.review.wording import about, aside_words, flag_words, speaker_words


@dataclass(frozen=True)
class SentenceOnPage:
    """One sentence of the draft: its words, what is known of them and where they came from."""

    key: str
    heading: str
    text: str = field(repr=False)
    about: str
    speaker: str | None = field(repr=False)
    flags: tuple[str, ...]
    source_id: str | None
    lit: bool
    by_person: bool


@dataclass(frozen=True)
class HeadingOnPage:
    """One heading with its sentences; with none, it was not recorded."""

    key: str
    title: str
    sentences: tuple[SentenceOnPage, ...]


@dataclass(frozen=True)
class SourcePart:
    """A stretch of the note as pasted, and the sentences and tasks it went into."""

    id: str
    text: str = field(repr=False)
    keys: tuple[str, ...]
    set_aside: bool
    personal: bool
    lit: bool


@dataclass(frozen=True)
class SetAsideOnPage:
    """A stretch no sentence carries, in the note's words, and why."""

    text: str = field(repr=False)
    reason: str


@dataclass(frozen=True)
class Stretch:
    """A stretch of the note that something on the page came from."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class CaseNoteOnPage:
    """A whole case note beside its source."""

    headings: tuple[HeadingOnPage, ...]
    to_place: tuple[SentenceOnPage, ...]
    source: tuple[SourcePart, ...]
    set_aside: tuple[SetAsideOnPage, ...]
    notices: tuple[str, ...]

    @property
    def flagged(self) -> int:
        """How many sentences carry a flag."""
        placed = (s for heading in self.headings for s in heading.sentences)
        return sum(1 for sentence in (*placed, *self.to_place) if sentence.flags)


def lay_out(
    body: dict[str, Any], note: str, tasks: Sequence[Stretch] = (), lit: str | None = None
) -> CaseNoteOnPage:
    """Lay out a case note's body beside its note, with one sentence or task lit."""
    stretches = [*sentence_stretches(body), *tasks]
    source = cut(body, note, stretches, lit)
    # A sentence links to the first stretch of the note that went into it.
    first = {key: part.id for part in reversed(source) for key in part.keys}
    names = speaker_names(body, note)
    sentences = {
        heading["key"]: tuple(
            sentence_on_page(
                key,
                heading["key"],
                sentence | {"speaker": names.get(sentence["speaker"], sentence["speaker"])},
                first.get(key),
                lit=key == lit,
            )
            for key, sentence in keyed(heading["sentences"], number)
        )
        for number, heading in enumerate(body["draft"]["headings"])
    }
    return CaseNoteOnPage(
        headings=tuple(
            HeadingOnPage(key, title, sentences.get(key, ())) for key, title in titles(body).items()
        ),
        to_place=sentences.get(PLEASE_PLACE, ()),
        source=tuple(source),
        set_aside=tuple(
            SetAsideOnPage(
                note[aside["start"] : aside["end"]].strip(), aside_words(aside["reason"])
            )
            for aside in body["draft"]["set_aside"]
        ),
        notices=tuple(body.get("notices", ())),
    )


def speaker_names(body: dict[str, Any], note: str) -> dict[str, str]:
    """Return the names of speakers known by placeholder only: the practitioner's own words."""
    return {e["placeholder"]: note[e["start"] : e["end"]] for e in reversed(body["entities"])}


def titles(body: dict[str, Any]) -> dict[str, str]:
    """Return the headings a case note has, in order, whether or not anything stands under them."""
    template = templates().get(body["draft"]["template"])
    found = {heading.key: heading.title for heading in template.headings} if template else {}
    # A template may have changed since the draft was made: what it holds is never dropped.
    drafted = {heading["key"]: heading["title"] for heading in body["draft"]["headings"]}
    return {key: title for key, title in (found | drafted).items() if key != PLEASE_PLACE}


def keyed(sentences: Sequence[dict[str, Any]], heading: int) -> list[tuple[str, dict[str, Any]]]:
    """Give each sentence of a heading its key: where it stands in this version."""
    return [(f"s{heading}-{number}", sentence) for number, sentence in enumerate(sentences)]


def sentence_stretches(body: dict[str, Any]) -> list[Stretch]:
    """Return every stretch of the note that a sentence came from."""
    return [
        Stretch(start, end, key)
        for number, heading in enumerate(body["draft"]["headings"])
        for key, sentence in keyed(heading["sentences"], number)
        for start, end in sentence["spans"]
    ]


def sentence_on_page(
    key: str, heading: str, sentence: dict[str, Any], source_id: str | None, *, lit: bool
) -> SentenceOnPage:
    """Lay out one sentence, with the names back."""
    return SentenceOnPage(
        key=key,
        heading=heading,
        text=sentence["restored_text"],
        about=about(sentence["kind"], sentence["speaker"]),
        speaker=speaker_words(sentence["kind"], sentence["speaker"]),
        flags=tuple(flag_words(flag) for flag in sentence["flags"]),
        source_id=source_id,
        lit=lit,
        by_person=sentence.get("origin") == "person",
    )


def cut(
    body: dict[str, Any], note: str, stretches: Sequence[Stretch], lit: str | None
) -> list[SourcePart]:
    """Cut the note wherever a sentence, a task, a set-aside or a personal detail begins or ends."""
    asides = [(aside["start"], aside["end"]) for aside in body["draft"]["set_aside"]]
    personal = [(entity["start"], entity["end"]) for entity in body["entities"]]
    edges = {0, len(note)}
    for start, end in (*asides, *personal, *((s.start, s.end) for s in stretches)):
        edges |= {start, end}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(note))
    parts = []
    for start, end in pairwise(ordered):
        keys = tuple(dict.fromkeys(s.key for s in stretches if s.start <= start < s.end))
        parts.append(
            SourcePart(
                id=f"w{start}",
                text=note[start:end],
                keys=keys,
                set_aside=not keys and inside(start, asides),
                personal=inside(start, personal),
                lit=lit in keys,
            )
        )
    return parts


def inside(position: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a position lies in one of the stretches."""
    return any(start <= position < end for start, end in stretches)
