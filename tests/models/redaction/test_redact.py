"""Redaction end to end: what must be hidden, what must stay readable, and exact restoring."""

import dataclasses
import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.limits import LOOKALIKE_NOTICE
from models.redaction.canary import check_canary
from models.redaction.redact import redact
from models.redaction.redaction import Redaction, RedactionKey
from models.redaction.refusals import RedactionIncomplete, UnknownPlaceholder
from models.redaction.restore import restore
from models.text import PLACEHOLDER, Span, VisitNote

pytestmark = pytest.mark.weights

NOTE = """HV 12/3, mum Kayleigh Thornbury in with Jayden (7) and the baby.
Kayleigh's mobile 07700 900123.
Jayden, DOB 03/11/2018, goes to Beckfield Rise Primary School. kayleigh said "he dont sleep".
SW Grace Obi to ring 0770 0900123 by Fri 2/52, bruise 2cm L shin, 5/6 attended."""


@pytest.fixture(scope="module")
def redaction() -> Redaction:
    return redact(VisitNote(NOTE))


def test_no_name_or_number_of_the_note_is_left(redaction: Redaction) -> None:
    left = set(redaction.redacted.text.casefold().split())
    secrets = {"kayleigh", "kayleigh's", "thornbury", "jayden", "jayden,", "07700", "900123."}
    assert (
        left & (secrets | {"03/11/2018,", "beckfield", "grace", "obi", "0770", "0900123"}) == set()
    )


def test_the_same_person_has_one_placeholder_and_a_role(redaction: Redaction) -> None:
    spans = {NOTE[e.start : e.end]: e.placeholder for e in redaction.entities}
    assert spans["Kayleigh Thornbury"] == spans["Kayleigh"] == spans["kayleigh"]
    roles = {person.placeholder: person.role for person in redaction.redacted.people}
    assert roles[spans["Kayleigh"]] == "mother"
    assert roles[spans["Jayden"]] == "child"


def test_the_same_number_has_one_placeholder(redaction: Redaction) -> None:
    assert {e.placeholder for e in redaction.entities if e.type == "PHONE"} == {"[PHONE_1]"}


@pytest.mark.parametrize(
    "shorthand",
    [
        "12/3",
        "(7)",
        "2/52",
        "2cm L shin",
        "5/6 attended",
        '"he dont sleep"',
        "by Fri",
        "mum ",
        "HV ",
    ],
)
def test_shorthand_of_the_note_stays_readable(redaction: Redaction, shorthand: str) -> None:
    assert shorthand in redaction.redacted.text


@pytest.mark.parametrize(
    "text",
    [
        "Seen x3 this wk, mood 7/10, rv 2/52. Attended 5/6.",
        "YP14yrs on CP10wks, aged 7, EDD in 3/12.",
        "sertraline 50mg od, insulin, paracetamol 500mg x2, asthma and epilepsy stable.",
        "s47 with police, s.20 ended, s42 closed, CAMHS and DWP to reply, MASH informed.",
        "Arrears £1240.50, PIP £72.65 pw, next visit 14:30 on 12/3.",
        "mum and dad both in, nan upstairs. BP 120/80, temp 38.2.",
        "Monday at 1430, out by 1515. She will ring on Tues, may need a review.",
        "Universal Credit sanction lifted, EHCP agreed, SENCO aware.",
    ],
)
def test_what_makes_a_record_worth_reading_is_never_hidden(text: str) -> None:
    assert redact(VisitNote(text)).redacted.text == text


def test_restoring_the_whole_is_exact(redaction: Redaction) -> None:
    assert restore(redaction.redacted.text, redaction.key) == NOTE


def test_a_sentence_takes_the_words_of_its_own_source(redaction: Redaction) -> None:
    placeholder = next(
        e.placeholder for e in redaction.entities if NOTE[e.start : e.end] == "kayleigh"
    )
    at = NOTE.index("kayleigh said")
    span = redaction.to_redacted(Span(at, at + len("kayleigh said")))
    assert restore(f"{placeholder} spoke.", redaction.key, [span]) == "kayleigh spoke."
    assert restore(f"{placeholder} spoke.", redaction.key) == "Kayleigh Thornbury spoke."


def test_spans_go_there_and_back(redaction: Redaction) -> None:
    for entity in redaction.entities:
        span = Span(entity.start, entity.end)
        there = redaction.to_redacted(span)
        assert redaction.redacted.text[there.start : there.end] == entity.placeholder
        assert redaction.to_original(there) == span
        inside = Span(there.start + 2, there.start + 3)
        assert redaction.to_original(inside) == span
    end = len(redaction.redacted.text)
    assert redaction.to_original(Span(0, end)) == Span(0, len(NOTE))


def test_an_unknown_placeholder_is_refused(redaction: Redaction) -> None:
    with pytest.raises(UnknownPlaceholder):
        restore("[PERSON_99] rang.", redaction.key)


def test_a_note_with_a_placeholder_of_its_own_is_restored_and_says_so() -> None:
    text = "Typed [PERSON_1] and [PHONE_2] for Kayleigh Thornbury, see [PERSON_1]"
    found = redact(VisitNote(text))
    assert restore(found.redacted.text, found.key) == text
    assert found.notices == (LOOKALIKE_NOTICE,)
    assert len(PLACEHOLDER.findall(found.redacted.text)) == len(found.entities)


def test_the_key_travels_as_text(redaction: Redaction) -> None:
    again = RedactionKey.from_json(json.loads(json.dumps(redaction.key.to_json())))
    assert again == redaction.key
    assert restore(redaction.redacted.text, again) == NOTE


def test_no_value_shows_a_name_when_printed(redaction: Redaction) -> None:
    printed = repr(redaction) + repr(redaction.key.entries) + repr(VisitNote(NOTE))
    assert "Kayleigh" not in printed
    assert "Thornbury" not in printed
    assert {f.name for f in dataclasses.fields(redaction.entities[0])} == {
        "start",
        "end",
        "type",
        "placeholder",
        "score",
    }


def test_no_log_line_holds_a_name(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        redact(VisitNote(NOTE))
    assert "Thornbury" not in caplog.text
    assert "07700" not in caplog.text


WORDS = st.sampled_from(
    [
        *(
            "Kayleigh",
            "will",
            "Mrs Obi",
            "[PERSON_1]",
            "[PHONE_2]",
            "[PERSON_",
            "1]",
            "\n",
            "  ",
            "é",
        ),
        *(
            "\u200b",
            "“",
            "Ștefan",
            "x3",
            "NHS 999 000 0018",
            "🙂",
            "O'Brien's",
            "[",
            "]",
            "[[PERSON:x]]",
        ),
        *("14 Wherry Lane", "07700 900123"),
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=14).map(" ".join))
def test_any_text_comes_back_byte_for_byte_or_is_refused(text: str) -> None:
    if any("\ud800" <= char <= "\udfff" for char in text):
        with pytest.raises(RedactionIncomplete):
            redact(VisitNote(text))
        return
    found = redact(VisitNote(text))
    assert restore(found.redacted.text, found.key) == text
    assert restore(found.redacted.text, found.key).encode() == text.encode()


def test_an_empty_note_is_an_empty_redaction() -> None:
    found = redact(VisitNote(""))
    assert (found.redacted.text, found.entities) == ("", ())


def test_too_long_a_note_is_refused() -> None:
    with pytest.raises(RedactionIncomplete, match="note_too_long"):
        redact(VisitNote("a " * 20_001))


def test_the_canary_comes_out_hidden() -> None:
    check_canary()
