"""Words are found however they are written, and gender, kin and language fold away."""

import pytest

from guidance.cue import cues
from guidance.library import load


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("book interpreter", "bk an interp for Thurs"),
        ("chase report", "chase up the nursery's reports"),
        ("ring police update", "phone the feds for an update"),
        ("core group", "c/g on the 4th"),
        ("sign s20", "get nan to sign the section 20"),
        ("interp*", "interpreting booked"),
    ],
)
def test_a_phrase_finds_a_line(phrase: str, line: str) -> None:
    wording = load().wording

    assert cues((phrase,), wording).find(wording.for_matching(line)) is not None


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("book room", "the room was dark when she put down the book"),
        ("chase report", "chase the nursery and the school and the surgery for a report"),
        ("ring police", "bring politics"),
    ],
)
def test_words_out_of_order_or_far_apart_are_not_found(phrase: str, line: str) -> None:
    wording = load().wording

    assert cues((phrase,), wording).find(wording.for_matching(line)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ring mum to tell her", "ring dad to tell him"),
        ("book a Polish interpreter", "book an Urdu interpreter".replace("an ", "a ")),
        ("ask nan", "ask uncle"),
        ("take [PERSON_1] home", "take [PERSON_7] home"),
        ("his sister", "her brother"),
    ],
)
def test_a_swap_of_gender_kin_language_or_name_leaves_the_same_words(one: str, other: str) -> None:
    wording = load().wording

    assert wording.spelt_out(one) == wording.spelt_out(other)
