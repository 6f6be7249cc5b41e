import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.reading.envelope import is_envelope
from models.reading.protect import quotations
from models.reading.units import cut
from models.training.unit_heads_corpus import read_note

CORPUS = Path(__file__).parents[3] / "models" / "training" / "corpus" / "notes"
PIECES = st.sampled_from(
    [
        "mum says she's ok",
        "seen alone",
        "[PERSON_1]",
        "[ORG_2] rang",
        '"i dont like it"',
        "no marks seen",
        "ring HV tmrw",
        "7/10",
        "x3",
        "- ",
        "\n",
        "\n\n",
        ". ",
        ", ",
        "; ",
        " → ",
        " - ",
        "...",
        "?? ",
        "and then ",
        "(",
        ")",
        "'",
        '"',
        "“",
        "”",
        "\t",
        "•",
        "1. ",
        "£40",
        "\u00a0",
        "é",
        "😀",
        "if not ",
        "so i rang ",
    ]
)


def pieces_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in cut(text)]


def uncovered(text: str) -> str:
    held = {i for span in cut(text) for i in range(span.start, span.end)}
    return "".join(c for i, c in enumerate(text) if i not in held and not c.isspace())


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_units_hold_every_character_of_made_up_notes(text: str) -> None:
    assert uncovered(text) == ""


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_units_hold_every_character_of_any_text_in_order(text: str) -> None:
    spans = cut(text)
    assert uncovered(text) == ""
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_units_hold_every_character_of_the_corpus() -> None:
    notes = [read_note(path).redacted.text for path in sorted(CORPUS.glob("*.json"))[::6]]
    assert len(notes) >= 40
    assert [n for n in notes if uncovered(n)] == []


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("seen mum, ring HV tmrw", "ring HV tmrw"),
        ("fridge empty again and i'll email school", "i'll email school"),
        ("he was quiet. book dentist", "book dentist"),
        ("card left → try again fri", "→ try again fri"),
        ("all fine; chase the gp letter", "chase the gp letter"),
    ],
)
def test_a_clause_that_holds_a_task_is_a_unit_of_its_own(text: str, task: str) -> None:
    assert any(task in piece and len(piece) < len(text) - 4 for piece in pieces_of(text))


@pytest.mark.parametrize(
    "quote",
    [
        '"mum shouted. then dad went, and i hid"',
        "“i said no; he said yes”",
        "'its ok, i like it there'",
    ],
)
def test_a_quotation_is_never_cut(quote: str) -> None:
    text = f"asked how it was - {quote} and then she ran off, will see her fri"
    assert any(quote in piece for piece in pieces_of(text))


def test_speech_without_marks_stays_whole() -> None:
    said = "I am not child I am not man, nobody is telling me which"
    assert any(said in piece for piece in pieces_of(f"In English he said {said}. Then he slept."))


def test_quotation_marks_that_were_spoken_protect_what_stands_between_them() -> None:
    said = "i wanna live with nan but not if she is there cos she do shout"
    assert any(
        said in piece for piece in pieces_of(f"he said quote {said} unquote and i rang school")
    )


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quotations("mum's fine, dad's not, they're both 'out'") != ()
    assert quotations("mum's fine, dad's not, they're both out") == ()


@pytest.mark.parametrize(
    "text", ["Dr. [PERSON_1] came at 4.10pm", "pain 7/10, was 5/10", "10 - 12 Fri"]
)
def test_what_only_looks_like_an_ending_does_not_cut(text: str) -> None:
    assert len(cut(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "fridge - milk 19/2, ham, yogs",
        "fall, long lie ? 7hrs",
        "AF / HF / OA knees",
        "any plan? no",
        "Sleep - poor, up 3x",
    ],
)
def test_a_label_stays_with_its_list_and_a_doubt_mark_ends_nothing(text: str) -> None:
    assert pieces_of(text) == [text]


def test_a_question_with_a_whole_sentence_after_it_ends() -> None:
    text = "Asked where he slept? Mum showed me the cot upstairs."
    assert len(pieces_of(text)) == 2


def test_an_e_mails_header_and_its_signature_are_one_unit_each() -> None:
    header = "From: [PERSON_1]\nSent: 12 March 10:00\nTo: [PERSON_2]\nSubject: RE: plan - x"
    signature = "Kind regards\n[PERSON_1]\nSocial Worker\n[PHONE_1]"
    text = f"{header}\n\nHe was late.\n\n{signature}\n\nring mum"
    assert pieces_of(text) == [header, "He was late.", signature, "ring mum"]


def test_thanks_alone_or_a_word_with_a_colon_is_no_envelope() -> None:
    assert not is_envelope("Thanks")
    assert not is_envelope("To: ring mum")
    assert is_envelope("From: [PERSON_1]\nTo: [PERSON_2]")


def test_placeholders_are_never_cut() -> None:
    note = json.loads((CORPUS / "e-01.json").read_text(encoding="utf-8"))
    assert note["id"] == "e-01"
    redacted = read_note(CORPUS / "e-01.json").redacted.text
    assert "".join(pieces_of(redacted)).count("[PERSON_") == redacted.count("[PERSON_")
    assert all(piece.count("[") == piece.count("]") for piece in pieces_of(redacted))


def test_long_dictation_is_cut_into_ideas() -> None:
    text = (
        "so I went to see mum and she was in the kitchen and she said the boiler is broken again "
        "and I rang the landlord and he will come Tuesday and then I need to email the school"
    )
    assert len(cut(text)) >= 4
