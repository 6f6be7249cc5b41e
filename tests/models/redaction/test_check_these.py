"""Words offered to the practitioner: what nothing explains, and nothing else."""

import pytest

from models.redaction.check_these import check_these
from models.redaction.merge import Stretch
from models.redaction.redact import redact
from models.text import VisitNote


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("the key is under Halcyon as before", ["Halcyon"]),
        ("left it by the zofjanka again", ["zofjanka"]),
        ("Presious coughing, slept on coats", ["Presious"]),
        ("Mum said CAMHS and School agreed on Tuesday", []),
        ("wld nt cnfrm, appt cncld x3 2/52", []),
        ("Paracetamol given. Seen at A&E on 12 May", []),
    ],
)
def test_only_what_nothing_explains_is_offered(text: str, offered: list[str]) -> None:
    assert [text[start:end] for start, end in check_these([], text)] == offered


def test_what_is_hidden_is_not_offered() -> None:
    text = "the key is under Halcyon as before"
    at = text.index("Halcyon")
    assert check_these([Stretch(at, at + 7, "ORG", 0.9)], text) == []


@pytest.mark.weights
def test_the_redaction_offers_places_of_the_note_itself_and_no_words() -> None:
    text = "\u200bVisited mum Kayleigh. Mum has lost her timesheeter."
    found = redact(VisitNote(text))
    assert [text[span.start : span.end] for span in found.check_these] == ["timesheeter"]
    assert "timesheeter" not in repr(found.check_these)
