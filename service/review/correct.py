"""A practitioner corrects a sentence, moves it or takes it out: always as a new version."""

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from service import clock
from service.access.desk import Desk
from service.errors import AlreadySignedOff, ChangedMeanwhile, NotFound, Refusal
from service.review.layout import speaker_names, titles
from service.review.opened import OpenedVisit
from service.tables.case_note import CaseNote

KEY = re.compile(r"s(\d{1,4})-(\d{1,4})")
TAKEN_OUT = "Taken out by the practitioner"
CHARACTERS_AT_MOST = 4_000


class WordsNeeded(Refusal):
    """A corrected sentence has no words, or words no record can keep."""

    status = 422
    code = "words_needed"
    message = "Enter the words of the sentence, or take the sentence out."


@dataclass(frozen=True)
class Correction:
    """What a practitioner wants done with one sentence of one version."""

    version: int
    sentence: str
    text: str = field(repr=False)
    heading: str
    speaker: str | None = field(default=None, repr=False)
    take_out: bool = False
    checked: bool = False


def correct(desk: Desk, opened: OpenedVisit, correction: Correction) -> CaseNote:
    """Write the next version of a case note with one sentence corrected.

    Raises:
        AlreadySignedOff: the record is closed.
        ChangedMeanwhile: a newer version exists.
        NotFound: this version has no such sentence or heading.
        WordsNeeded: there are no words to keep.
    """
    refuse_closed(opened, correction.version)
    body = copy.deepcopy(opened.body)
    headings: list[dict[str, Any]] = body["draft"]["headings"]
    heading, number = find_sentence(headings, correction.sentence)
    sentence = heading["sentences"].pop(number)
    if correction.take_out:
        set_aside(body, sentence)
        return add_version(desk, opened, body)
    if correction.checked:
        heading["sentences"].insert(number, sentence | {"flags": []})
        return add_version(desk, opened, body)
    better = corrected(sentence, correction.text)
    if correction.speaker is not None:
        better = spoken_by(better, correction.speaker, speaker_names(body, opened.note))
    target = find_heading(body, correction.heading or heading["key"])
    if target is heading:
        heading["sentences"].insert(number, better)
    else:
        put_in_note_order(target, better)
    return add_version(desk, opened, body)


def set_aside(body: dict[str, Any], sentence: dict[str, Any]) -> None:
    """List a sentence's words among what was set aside, so that they are not forgotten."""
    body["draft"]["set_aside"] += [
        {"start": start, "end": end, "reason": TAKEN_OUT} for start, end in sentence["spans"]
    ]


def put_in_note_order(heading: dict[str, Any], sentence: dict[str, Any]) -> None:
    """Put a sentence under a heading before the first one whose words came later in the note."""
    others, start = heading["sentences"], starts_at(sentence)
    later = (number for number, other in enumerate(others) if starts_at(other) > start)
    others.insert(next(later, len(others)), sentence)


def starts_at(sentence: dict[str, Any]) -> int:
    """Where in the note a sentence's words begin."""
    return min((start for start, _ in sentence["spans"]), default=0)


def spoken_by(sentence: dict[str, Any], words: str, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a sentence with who said it as a person put it; left as it was, it is not touched."""
    said = sentence["speaker"] or ""
    typed = " ".join(words.split())[:CHARACTERS_AT_MOST]
    if not encodable(typed) or "\x00" in typed:
        raise WordsNeeded
    if typed == names.get(said, said):
        return sentence
    return sentence | {"speaker": typed or None, "origin": "person"}


def refuse_closed(opened: OpenedVisit, version: int) -> None:
    """Refuse a change of a signed record or of a version that is no longer the newest."""
    if opened.visit.state == "signed_off":
        raise AlreadySignedOff
    if opened.case_note.version != version:
        raise ChangedMeanwhile


def corrected(sentence: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a sentence with a person's words; having been read, it needs no flag any more."""
    words = " ".join(text.split())
    if not words or len(words) > CHARACTERS_AT_MOST or "\x00" in words or not encodable(words):
        raise WordsNeeded
    if words == sentence["restored_text"]:
        return sentence | {"flags": []}
    # What a person types has not been redacted: there are no redacted words of it any more.
    return sentence | {"text": None, "restored_text": words, "flags": [], "origin": "person"}


def encodable(text: str) -> bool:
    """Whether every character of a text can be stored: half of a surrogate pair cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def find_sentence(headings: list[dict[str, Any]], key: str) -> tuple[dict[str, Any], int]:
    """Return the heading and position of a sentence."""
    match = KEY.fullmatch(key)
    if match is None:
        raise NotFound
    heading, number = int(match[1]), int(match[2])
    if heading >= len(headings) or number >= len(headings[heading]["sentences"]):
        raise NotFound
    return headings[heading], number


def find_heading(body: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the heading with this key, made in its place where nothing stood under it yet."""
    headings: list[dict[str, Any]] = body["draft"]["headings"]
    for heading in headings:
        if heading["key"] == key:
            return heading
    order = titles(body)
    if key not in order:
        raise NotFound
    made: dict[str, Any] = {"key": key, "title": order[key], "sentences": []}
    headings.append(made)
    places = list(order)
    headings.sort(key=lambda h: places.index(h["key"]) if h["key"] in order else len(places))
    return made


def add_version(desk: Desk, opened: OpenedVisit, body: dict[str, Any]) -> CaseNote:
    """Seal a body as the next version, made by this person."""
    row_id = uuid4()
    version = CaseNote(
        id=row_id,
        visit_id=opened.visit.id,
        version=opened.case_note.version + 1,
        author_id=desk.person.person_id,
        sealed_body=opened.seal.seal_json("case_note", "sealed_body", row_id, body),
        guidance_version=opened.case_note.guidance_version,
        product_version=opened.case_note.product_version,
        created_at=clock.now(),
    )
    desk.session.add(version)
    desk.session.flush()
    return version
