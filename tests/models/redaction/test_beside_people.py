"""Dates and house numbers beside a hidden person, and the dates of visits that are neither."""

import pytest

from models.redaction.beside_people import beside_people
from models.redaction.merge import Stretch


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Priya 3.11.91 is known", ["3.11.91"]),
        ("Priya, 26/iv/61, born there", ["26/iv/61"]),
        ("Priya (14/02/2009) seen", ["14/02/2009"]),
        ("Priya 15, 14/02/2009 seen", ["14/02/2009"]),
        ("Priya no 15, all grown up", ["no 15"]),
        ("Priya at no.9b today", ["no.9b"]),
        ("Priya 12/3/25 seen at home", []),
        ("Priya - 12/03/2024 visit", []),
        ("Priya 7/10 mood, 5/6 attended", []),
        ("Priya no 1 of four", []),
        ("Priya no longer at 9", []),
    ],
)
def test_what_stands_straight_after_a_person(text: str, found: list[str]) -> None:
    hidden = [Stretch(0, len("Priya"), "PERSON", 0.9)]
    assert [text[one.start : one.end] for one in beside_people(hidden, text)] == found
