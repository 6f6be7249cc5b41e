"""The name finder: windows that cover everything, whole words, names of many origins."""

import pytest

from models.redaction.name_finder import NameFinder
from models.redaction.name_finder_model import word_shape
from models.redaction.name_finder_windows import window_starts


@pytest.mark.parametrize(
    ("count", "size", "overlap"), [(0, 8, 2), (8, 8, 2), (9, 8, 2), (100, 8, 2), (21, 8, 2)]
)
def test_every_piece_lies_in_a_window(count: int, size: int, overlap: int) -> None:
    covered = {
        i for start in window_starts(count, size, overlap) for i in range(start, start + size)
    }
    assert set(range(count)) <= covered


def test_words_of_different_shapes_differ() -> None:
    shapes = [
        word_shape(word) for word in ("12", "mum", "Kay", "CIN", "SHOUTED", "K", "b4", "iPad")
    ]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.weights
@pytest.mark.parametrize(
    "name",
    [
        *(
            "Kayleigh",
            "Siobhán",
            "Rhiannon",
            "Agnieszka",
            "Mohamud",
            "Hodan",
            "Tesfalem",
            "Oluwaseun",
        ),
        *(
            "Chidiebere",
            "Min-jun",
            "Seo-ah",
            "Nguyen",
            "Gurpreet",
            "Zabiullah",
            "Berivan",
            "Shanice",
        ),
        *("Ilinca", "Mei-Ling", "Yusra"),
    ],
)
def test_a_mother_of_any_origin_is_hidden_whole(name: str) -> None:
    text = f"Visited mum {name} at home, {name}'s sister was there too."
    hidden = {
        i
        for r in NameFinder().analyze(text)
        if r.entity_type == "PERSON"
        for i in range(r.start, r.end)
    }
    at = text.index(name)
    assert set(range(at, at + len(name))) <= hidden


@pytest.mark.weights
def test_a_word_is_hidden_whole_or_not_at_all() -> None:
    text = "Oyelaran-Thornberry, Xhevdet & Mkhize came; Wojciechowska-Ó'Súilleabháin rang"
    for found in NameFinder().analyze(text):
        assert not (
            found.start > 0 and text[found.start - 1].isalnum() and text[found.start].isalnum()
        )
        assert not (
            found.end < len(text) and text[found.end].isalnum() and text[found.end - 1].isalnum()
        )
