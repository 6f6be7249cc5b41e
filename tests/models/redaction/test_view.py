"""The plain reading: disguises come off, and every place in the note is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.redaction.view import read_plainly


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("Kay\u200bleigh", "Kayleigh"),
        ("О’Brien", "O'Brien"),
        ("０７７００ ９００１２３", "07700 900123"),
        ("Mr\u00a0Price", "Mr Price"),
        ("“yes”", '"yes"'),
        ("Ștefan", "Ștefan"),
    ],
)
def test_a_disguise_comes_off(disguised: str, plain: str) -> None:
    assert read_plainly(disguised).text == plain


@given(st.text(max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    view = read_plainly(text)
    assert len(view.text) == len(view.places)
    assert list(view.places) == sorted(set(view.places))
    assert all(place < len(text) for place in view.places)


def test_a_stretch_covers_the_disguise_inside_it() -> None:
    view = read_plainly("mum Kay\u200bleigh in")
    assert view.to_note(4, 12) == (4, 13)
