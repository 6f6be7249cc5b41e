"""Redact a note: find, spread, merge, number, look again, and prove that it can be put back."""

from presidio_analyzer import AnalyzerEngine

from models.limits import notices
from models.redaction.analyser import analyser, analyser_versions, find_personal_data
from models.redaction.beside_people import beside_people
from models.redaction.check_these import check_these
from models.redaction.merge import Stretch, merge
from models.redaction.name_places import in_name_places
from models.redaction.people import infer_people
from models.redaction.placeholders import number_placeholders
from models.redaction.propagation import propagate
from models.redaction.redaction import Entity, KeyEntry, Redaction, RedactionKey
from models.redaction.refusals import RedactionIncomplete
from models.redaction.restore import restore
from models.redaction.second_look import look_again
from models.redaction.touching import touching
from models.redaction.view import read_plainly
from models.text import PLACEHOLDER, RedactedText, Span, VisitNote

LONGEST = 40_000
ROUNDS = 4


def redact(note: VisitNote, engine: AnalyzerEngine | None = None) -> Redaction:
    """Return the note with everything personal in it hidden, or refuse the whole note.

    Raises:
        RedactionIncomplete: with a code, never with words of the note.
    """
    text = note.text
    if len(text) > LONGEST:
        raise RedactionIncomplete("note_too_long")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise RedactionIncomplete("unreadable_characters")
    engine = engine or analyser()
    hidden, doubtful = _hidden_stretches(text, engine)
    placeholders = number_placeholders(hidden, text)
    entities = tuple(
        Entity(one.start, one.end, one.type, placeholder, round(one.score, 4))
        for one, placeholder in zip(hidden, placeholders, strict=True)
    )
    redacted, key = _build(text, entities)
    if restore(redacted, key) != text:
        raise RedactionIncomplete("cannot_be_restored")
    people = infer_people(redacted)
    return Redaction(
        RedactedText(redacted, people),
        entities,
        key,
        analyser_versions(engine),
        notices(text),
        doubtful,
    )


def _hidden_stretches(text: str, engine: AnalyzerEngine) -> tuple[list[Stretch], tuple[Span, ...]]:
    """Return what must be hidden and what to look at, in offsets of the note itself."""
    view = read_plainly(text)
    results = find_personal_data(engine, view.text)
    hidden = merge((Stretch(r.start, r.end, r.entity_type, r.score) for r in results), view.text)
    hidden = merge([*hidden, *touching(hidden, view.text)], view.text)
    hidden = merge([*hidden, *in_name_places(hidden, view.text)], view.text)
    hidden = merge([*hidden, *touching(hidden, view.text)], view.text)
    hidden = merge([*hidden, *propagate(hidden, view.text)], view.text)
    hidden = merge([*hidden, *beside_people(hidden, view.text)], view.text)
    for _ in range(ROUNDS):
        again = look_again(hidden, view.text)
        if not again:
            break
        hidden = merge([*hidden, *again], view.text)
    else:
        raise RedactionIncomplete("second_look_failed")
    in_note = [Stretch(*view.to_note(one.start, one.end), one.type, one.score) for one in hidden]
    doubtful = tuple(Span(*view.to_note(*at)) for at in check_these(hidden, view.text))
    return merge([*in_note, *_lookalikes(text)], text), doubtful


def _lookalikes(text: str) -> list[Stretch]:
    return [Stretch(m.start(), m.end(), "OTHER_ID", 1.0) for m in PLACEHOLDER.finditer(text)]


def _build(text: str, entities: tuple[Entity, ...]) -> tuple[str, RedactionKey]:
    out, cut, at = [], 0, 0
    starts: dict[str, list[int]] = {}
    surfaces: dict[str, list[str]] = {}
    for entity in entities:
        between = text[cut : entity.start]
        at += len(between)
        out += [between, entity.placeholder]
        starts.setdefault(entity.placeholder, []).append(at)
        surfaces.setdefault(entity.placeholder, []).append(text[entity.start : entity.end])
        at += len(entity.placeholder)
        cut = entity.end
    redacted = "".join([*out, text[cut:]])
    key = RedactionKey(tuple(KeyEntry(p, tuple(starts[p]), tuple(surfaces[p])) for p in starts))
    return redacted, key
