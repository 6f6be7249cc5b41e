"""Words and initials that touch a found name: which belong to it, and which do not."""

import pytest

from models.redaction.merge import Stretch
from models.redaction.touching import touching


def _hidden_with(text: str, found: str) -> list[str]:
    """Return what is hidden beside a name already found."""
    at = text.index(found)
    one = Stretch(at, at + len(found), "PERSON", 0.9)
    return [text[more.start : more.end] for more in touching([one], text)]


@pytest.mark.parametrize(
    ("text", "found", "belongs"),
    [
        ("Send Ash Teal the form", "Teal", ["Ash Teal"]),
        ("Send Ash Teal the form", "Ash", ["Ash Teal"]),
        ("asked J. Obi to chair", "Obi", ["J. Obi"]),
        ("chair is Obi, J and two more", "Obi", ["Obi, J"]),
        ("seen with Sarah J at home", "Sarah", ["Sarah J"]),
        ("seen Ash, Priya and Tom", "Priya", ["Ash", "Tom"]),
        ("told Dafydd ap Rhys so", "Dafydd", ["Dafydd ap", "Dafydd ap Rhys"]),
        ("told Will Grant so", "Grant", ["Will Grant"]),
        ("with Oona-May at home", "Oona", ["Oona-May"]),
    ],
)
def test_what_touches_a_name_belongs_to_it(text: str, found: str, belongs: list[str]) -> None:
    assert _hidden_with(text, found) == belongs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Visited Priya at home", "Priya"),
        ("saw Mum Priya there", "Priya"),
        ("with Nurse Priya on Tues", "Priya"),
        ("on Tuesday Priya rang", "Priya"),
        ("on 12 May Priya rang", "Priya"),
        ("in June Priya moved", "Priya"),
        ("Priya CAMHS appt due", "Priya"),
        ("Will Priya come?", "Priya"),
        ("with Priya and Police", "Priya"),
        ("goes to Priya House", "Priya"),
        ("a) Priya to ring", "Priya"),
        ("Priya, sertraline 50mg", "Priya"),
    ],
)
def test_what_only_stands_beside_a_name_stays_readable(text: str, found: str) -> None:
    assert _hidden_with(text, found) == []
