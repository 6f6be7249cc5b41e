"""Placeholders: the same person the same one, two people never one."""

import re

import pytest

from models.redaction.merge import Stretch
from models.redaction.placeholders import number_placeholders


def _numbered(text: str, names: list[str]) -> list[str]:
    stretches, at = [], 0
    for name in names:
        match = re.compile(re.escape(name)).search(text, at)
        assert match is not None
        stretches.append(Stretch(match.start(), match.end(), "PERSON", 0.9))
        at = match.end()
    return number_placeholders(stretches, text)


@pytest.mark.parametrize(
    ("text", "names", "same"),
    [
        (
            "Kayleigh Dunn in. Kayleigh fine. kayleigh ate",
            ["Kayleigh Dunn", "Kayleigh", "kayleigh"],
            True,
        ),
        ("Ștefan Popa, later Stefan", ["Ștefan Popa", "Stefan"], True),
        ("DUNN, Kayleigh and Kayleigh Dunn", ["DUNN, Kayleigh", "Kayleigh Dunn"], True),
        ("Sarah Jones came. SJ left", ["Sarah Jones", "SJ"], True),
        ("Lennie B and Lennie", ["Lennie B", "Lennie"], True),
        ("Zara Obi seen. Mrs Obi out", ["Zara Obi", "Obi"], False),
        ("Tom Dunn and Kayleigh Dunn", ["Tom Dunn", "Kayleigh Dunn"], False),
        ("Jean and Jeanette", ["Jean", "Jeanette"], False),
    ],
)
def test_mentions_are_one_person_only_where_the_note_makes_them_so(
    text: str,
    names: list[str],
    same: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert (len(set(_numbered(text, names))) == 1) is same


def test_a_shared_surname_alone_belongs_to_neither() -> None:
    given = _numbered("Tom Dunn and Kay Dunn came, Dunn left", ["Tom Dunn", "Kay Dunn", "Dunn"])
    assert len(set(given)) == 3


def test_the_same_number_in_another_spacing_gets_the_same_placeholder() -> None:
    text = "07700 900123 or 07700900123"
    stretches = [Stretch(0, 12, "PHONE", 0.9), Stretch(16, 27, "PHONE", 0.9)]
    assert number_placeholders(stretches, text) == ["[PHONE_1]", "[PHONE_1]"]
