"""Propagation: a person found once is hidden everywhere, ordinary words left alone."""

import pytest

from models.redaction.merge import Stretch
from models.redaction.propagation import propagate


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "Kayleigh Dunn in. kayleigh's tea, Dunns out, DUNN",
            "Kayleigh Dunn",
            ["Kayleigh", "Dunn", "kayleigh", "DUNN"],
        ),
        ("Will Price rang. He will pay the price, told Will so", "Will Price", ["Price", "Will"]),
        ("Ann-Marie Fox came, Marie left", "Ann-Marie Fox", ["Ann-Marie", "Fox", "Marie"]),
        ("Jo B came at b", "Jo B", []),
        ("Ștefan here; stefan there", "Ștefan", ["Ștefan", "stefan"]),
    ],
)
def test_every_part_of_a_found_name_is_found_again(text: str, name: str, wanted: list[str]) -> None:
    start = text.index(name)
    more = propagate([Stretch(start, start + len(name), "PERSON", 0.95)], text)
    hidden = {i for one in more for i in range(one.start, one.end)}
    shown = "".join(c if i in hidden or c.isspace() else "." for i, c in enumerate(text))
    assert [word.strip(".") for word in shown.split() if word.strip(".")] == wanted


def test_an_ordinary_word_in_lower_case_is_no_name() -> None:
    text = "Will came. he will pay"
    assert "will" not in {
        text[s.start : s.end] for s in propagate([Stretch(0, 4, "PERSON", 0.9)], text)
    }
