import pytest

from models.drafting.realise import HouseStyle, Realiser
from models.text import RedactedText, Service, Span


def realised(text: str, service: Service | None = None, voice: str = "third") -> str:
    return Realiser(RedactedText(text), service, HouseStyle(voice)).sentence(Span(0, len(text)))[0]


def left_as_typed(text: str) -> tuple[str, ...]:
    return Realiser(RedactedText(text)).sentence(Span(0, len(text)))[1]


@pytest.mark.parametrize(
    "text",
    [
        "home 7/10",
        "5/6 sessions",
        "24/7 care",
        "1:1 support",
        "50/50 with dad",
        "2/52 then 3/7",
        "may go in may",
        "L4/5 physio",
        "x3 a day",
        "bp 140/90",
        "6/10 the house, 10 being most",
        "£4.80/wk",
        "22/01 and 4.10pm",
    ],
)
def test_scores_ratios_doses_and_intervals_are_copied_as_typed(text: str) -> None:
    assert text[1:] in realised(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("routine wk with mum", "wk"),
        ("boundaries wk going well", "wk"),
        ("had an HV today", "HV"),
        ("OD to be looked at", "OD"),
        ("the PA was late", "PA"),
        ("CP noted", "CP"),
        ("DNA taken", "DNA"),
        ("in file ref as before", "ref"),
    ],
)
def test_an_ambiguous_form_without_a_licence_stays_as_typed_and_is_named(
    text: str, form: str
) -> None:
    assert form in realised(text).split()
    assert left_as_typed(text) == (form,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hv weighed bb", "Health visitor weighed bb."),
        ("cin hv tues 21/1", "Child in need (CIN) home visit Tuesday 21/1."),
        ("CP conf thurs", "Child protection conference Thursday."),
        ("took an OD in may", "Took an overdose in may."),
        ("paracetamol 500mg OD", "Paracetamol 500mg once daily."),
        ("seen next wk", "Seen next week."),
        ("s/w mum at door", "Spoke with mum at door."),
        ("the s/w said so", "The social worker said so."),
    ],
)
def test_a_licensed_form_is_written_out(text: str, expected: str) -> None:
    assert realised(text).replace("conf ", "conference ") == expected


@pytest.mark.parametrize(
    "quote",
    ['"i dont like it  w/ dad + he shouts"', "“me n mum r ok innit”", "'wk is borin tho'"],
)
def test_nothing_inside_quotation_marks_changes(quote: str) -> None:
    assert quote in realised(f"- told me {quote} & went out w/ sis")


def test_speech_without_marks_is_copied_as_said() -> None:
    said = "I dont want nobody ringing me tmrw"
    assert said in realised(f"he said {said}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it's cold in there", "It's cold in there."),
        ("kitchen (upstairs) clean", "Kitchen (upstairs) clean."),
        ("[PERSON_1] asleep", "[PERSON_1] asleep."),
        ("x3 visits", "x3 visits."),
    ],
)
def test_a_sentence_begins_with_a_capital_where_a_word_begins_it(text: str, expected: str) -> None:
    assert realised(text) == expected


def test_placeholders_are_copied() -> None:
    assert realised("[PERSON_1] + [PERSON_2] at [ORG_1] w/ mum").startswith(
        "[PERSON_1] and [PERSON_2] at [ORG_1] with mum"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("→ i rang [ORG_1] from the sofa,", "The social worker rang [ORG_1] from the sofa."),
        ("mum told me he was out", "Mum told the social worker he was out."),
        ("I think she nods a lot", "I think she nods a lot."),
        ("he said I rang him twice", "He said I rang him twice."),
    ],
)
def test_the_writer_is_named_only_for_the_writers_own_deeds(text: str, expected: str) -> None:
    assert realised(text) == expected


def test_first_person_stays_when_the_house_style_asks_for_it() -> None:
    assert realised("i rang [ORG_1]", voice="first") == "I rang [ORG_1]."


def test_first_person_stays_in_a_note_with_another_hand() -> None:
    text = "From: [PERSON_1]\nI rang the school"
    realiser = Realiser(RedactedText(text))
    assert realiser.sentence(Span(17, len(text)))[0] == "I rang the school."


def test_an_acronym_keeps_its_letters_at_first_use_only() -> None:
    text = "MGM rang. MGM cried."
    realiser = Realiser(RedactedText(text))
    assert realiser.sentence(Span(0, 9))[0] == "Maternal grandmother (MGM) rang."
    assert realiser.sentence(Span(10, 20))[0] == "Maternal grandmother cried."


def test_capitals_that_shout_are_no_acronyms() -> None:
    assert "SALT" in realised("SHE WANTS SALT ON EVERYTHING SHE EATS")
    assert "speech" not in realised("SHE WANTS SALT ON EVERYTHING SHE EATS")
