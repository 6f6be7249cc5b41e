"""The net: words that nothing explains, hidden where a sentence puts a name, and only there."""

import pytest

from models.redaction.name_places import in_name_places
from models.redaction.redact import redact
from models.text import VisitNote


def _caught(text: str) -> list[str]:
    return [text[one.start : one.end] for one in in_name_places([], text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("seen mum Loveness at home", "Loveness"),
        ("rang SW Do to ask", "Do"),
        ("the nan, Bong said no", "Bong"),
        ("her friend is called Ife", "Ife"),
        ("spoke to Shabnam re school", "Shabnam"),
        ("then Zhyar rang duty", "Zhyar"),
        ("left at Ilinca's mum", "Ilinca"),
        ("neighbour zofja heard shouting", "zofja"),
        ("nephew will changed the code", "will"),
    ],
)
def test_a_word_in_a_names_place_is_caught(text: str, name: str) -> None:
    assert _caught(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mum said he was fine and nan rang later",
        "mum will ring and dad may attend",
        "spoke to Housing and met with School",
        "SW to chase, HV Visit due, GP Letter sent",
        "Police told her so. School rang. Nursery reports progress",
        "s/w CAMHS duty, told DWP",
        "mum reptd no chnge, dad wld nt say",
        "she is called every day and seen on Tuesday",
        "Paracetamol given, sertraline started",
    ],
)
def test_what_the_lists_explain_is_left(text: str) -> None:
    assert _caught(text) == []


CARRIERS = (
    "{} said he was fine today.",
    "Visited mum {} at home, all well.",
    "SW {} to chase housing by Friday.",
    "Send {} the form.",
    "I rang {} but no answer, left vm",
)


@pytest.mark.weights
@pytest.mark.parametrize(
    "name",
    [
        *("Loveness", "Bong", "Shabnam", "Man Yee", "Dafydd ap Rhys", "Linh Do", "Ash Teal"),
        *("Tesfalem", "Hodan", "Caoimhe", "Zhyar", "Ng Li", "Summer Price", "Ilinca"),
    ],
)
def test_a_name_of_any_form_is_hidden_in_every_carrier(name: str) -> None:
    for carrier in CARRIERS:
        left = redact(VisitNote(carrier.format(name))).redacted.text
        assert not set(name.split()) & set(left.split())


@pytest.mark.weights
@pytest.mark.parametrize(
    "text",
    [
        "Weight on the 9th centile, says nurse at clinic.",
        "Went to youth club on Tues, says nurse practitioner.",
        "Will ring school. May need a review. Mark the form urgent.",
        "Seen at A&E, triage sheet in 1105-1140, LCS updated.",
    ],
)
def test_verbs_and_measures_are_not_taken_for_names(text: str) -> None:
    assert redact(VisitNote(text)).redacted.text == text
