from pathlib import Path

import pytest

from models.drafting.compose import DraftIncomplete, draft, ensure_complete
from models.drafting.draft import CaseNoteDraft, DraftSentence, Heading
from models.reading.unit import Reading, Unit
from models.reading.units import cut
from models.text import RedactedText, Span, VisitDetails
from models.training.unit_heads_corpus import read_note

CORPUS = Path(__file__).parents[3] / "models" / "training" / "corpus" / "notes"
SURE = {"topic": 0.9, "source": 0.9, "kind": 0.95, "action": 0.9, "certainty": 0.9}


def unit(text: str, start: int, end: int, **fields: object) -> Unit:
    plain: dict[str, object] = {
        "topic": "home_environment",
        "source": "observed",
        "kind": "fact",
        "action": "none",
        "certainty": "stated",
        "confidence": SURE,
    }
    reading = Reading(**{**plain, **fields})  # type: ignore[arg-type]
    return Unit(Span(start, end), text[start:end], reading)


def units(text: str, **fields: object) -> tuple[Unit, ...]:
    return tuple(unit(text, span.start, span.end, **fields) for span in cut(text))


def drafted(text: str, **fields: object) -> CaseNoteDraft:
    return draft(RedactedText(text), units(text, **fields), VisitDetails(type="cin"))


def sentences(made: CaseNoteDraft) -> list[DraftSentence]:
    return [sentence for heading in made.headings for sentence in heading.sentences]


def test_every_corpus_note_is_drafted_whole() -> None:
    for path in sorted(CORPUS.glob("*.json"))[::8]:
        note = read_note(path).redacted
        made = draft(note, units(note.text), VisitDetails())
        ensure_complete(note, made)
        assert all(sentence.spans for sentence in sentences(made))


def test_a_unit_left_out_stops_the_draft() -> None:
    text = "kitchen clean. bruise on left arm."
    with pytest.raises(DraftIncomplete) as refused:
        draft(RedactedText(text), units(text)[:1], VisitDetails())
    assert "bruise" not in str(refused.value)


def test_a_sentence_without_words_stops_the_draft() -> None:
    made = CaseNoteDraft(
        "other", (Heading("a", "A", (DraftSentence(" ", (Span(0, 2),), "other"),)),), (), ()
    )
    with pytest.raises(DraftIncomplete):
        ensure_complete(RedactedText("ok"), made)


def test_fragments_of_one_sentence_that_read_alike_are_joined() -> None:
    text = "kitchen clean, no rubbish"
    made = draft(
        RedactedText(text), (unit(text, 0, 14), unit(text, 15, 25)), VisitDetails(type="cin")
    )
    assert [s.text for s in sentences(made)] == ["Kitchen clean, no rubbish."]


def test_what_was_seen_and_what_was_said_are_never_one_sentence() -> None:
    text = "kitchen clean, she hoovers daily"
    said = unit(text, 15, 32, source="family_or_carer", kind="reported")
    made = draft(RedactedText(text), (unit(text, 0, 14), said), VisitDetails(type="cin"))
    assert {s.kind for s in sentences(made)} == {"observed", "reported"}


def test_a_heading_of_the_notes_own_is_set_aside_and_said_so() -> None:
    made = drafted("TO DO\nring school")
    assert [aside.reason for aside in made.set_aside] == ["a heading of the note's own"]


@pytest.mark.parametrize("text", ["NOT SEEN", "bruise noted", "meds?", "10mg", "[PERSON_1]", "mon"])
def test_a_unit_that_bears_risk_is_never_set_aside(text: str) -> None:
    assert drafted(text, kind="noise").set_aside == ()


def test_filler_is_set_aside_only_when_the_reader_is_sure() -> None:
    assert drafted("um ok right", kind="noise").set_aside[0].reason == "filler words"
    unsure = {**SURE, "kind": 0.6}
    assert drafted("um ok right", kind="noise", confidence=unsure).set_aside == ()


def test_a_heading_with_nothing_is_listed_as_not_recorded() -> None:
    made = drafted("kitchen clean")
    assert [heading.key for heading in made.headings] == ["home"]
    assert "analysis" in made.not_recorded
    assert "please_place" not in made.not_recorded


def test_what_could_not_be_placed_is_shown_for_placing() -> None:
    made = drafted("kitchen clean", confidence=dict.fromkeys(SURE, 0.1))
    assert [heading.title for heading in made.headings] == ["Please place"]


def test_flags_name_shorthand_left_as_typed_and_risk() -> None:
    (sentence,) = sentences(drafted("OD mentioned, bruise on arm"))
    assert "unexpanded:OD" in sentence.flags
    assert "risk" in sentence.flags


def test_the_same_note_gives_the_same_draft() -> None:
    text = "kitchen clean. w/ mum. OD mentioned"
    assert drafted(text) == drafted(text)
