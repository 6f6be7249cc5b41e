import pytest

from models.reading.cues import Around, read_cues
from models.reading.read import read
from models.reading.speaker import source_of_role, speaker_of, told_outright
from models.text import Person, RedactedText, VisitDetails

PEOPLE = (Person("[PERSON_1]", "child"), Person("[PERSON_2]", "teacher"))


@pytest.mark.parametrize(
    ("text", "speaker", "source"),
    [
        ("mum says she is tired", "mum", "family_or_carer"),
        ("[PERSON_1] told me he was sad", "[PERSON_1]", "child_or_person"),
        ("per [PERSON_2] no concerns", "[PERSON_2]", "professional"),
        ("HV said weight ok", "HV", "professional"),
        ("[PERSON_9] thinks so", "[PERSON_9]", "unknown"),
    ],
)
def test_the_speaker_is_who_the_unit_names(text: str, speaker: str, source: str) -> None:
    assert speaker_of(text, PEOPLE) == (speaker, source)


@pytest.mark.parametrize("text", ["kitchen clean", "seen at mum's", "no marks seen"])
def test_no_speaker_is_made_up(text: str) -> None:
    assert speaker_of(text, PEOPLE) is None


def test_an_unknown_role_gives_an_unknown_source() -> None:
    assert source_of_role(None) == "unknown"
    assert source_of_role("foster carer") == "family_or_carer"
    assert source_of_role("police officer") == "professional"


def test_filler_and_headings_are_noise() -> None:
    assert read_cues("To do:", Around())["kind"] == "noise"
    assert read_cues("um", Around())["kind"] == "noise"


def test_a_note_is_read_unit_by_unit_with_odds_for_tasks() -> None:
    note = RedactedText(
        'CIN visit 4pm. Kitchen clean and warm.\n[PERSON_1] said "i like my new room".\n\n'
        "To do:\n- ring [ORG_1] re attendance\n- book interpreter for next visit",
        PEOPLE,
    )
    units = read(note, VisitDetails(service="children"))
    assert all(0 <= unit.reading.confidence["action:todo"] <= 1 for unit in units)
    by_text = {unit.text: unit.reading for unit in units}
    assert by_text["- book interpreter for next visit"].action == "todo"
    assert by_text["- ring [ORG_1] re attendance"].action == "todo"
    assert by_text["Kitchen clean and warm."].action == "none"
    quoted = next(unit for unit in units if "new room" in unit.text)
    assert quoted.reading.kind == "quote"
    assert quoted.reading.speaker == "[PERSON_1]"


def test_an_e_mails_header_is_about_the_contact_and_asks_for_nothing() -> None:
    (unit,) = read(RedactedText("From: [PERSON_1]\nSubject: ring school"), VisitDetails())
    assert (unit.reading.topic, unit.reading.action) == ("visit_details", "none")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mum says the money is gone", "family_or_carer"),
        ("[PERSON_2] told me he is late", "professional"),
        ("[PERSON_1] told me he is late", None),
        ("not what mum says", None),
    ],
)
def test_who_opens_a_unit_by_telling_is_its_source(text: str, source: str | None) -> None:
    assert told_outright(text, PEOPLE) == source


def test_an_empty_note_has_no_units() -> None:
    assert read(RedactedText("  \n "), VisitDetails()) == ()
