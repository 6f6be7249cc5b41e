import pytest

from models.drafting.faithfulness import check, refused

SOURCE = (
    "[PERSON_1] told me mum had 3 cans on tues, no bruising seen, poss drunk? left arm sore, "
    "£40 owed"
)
FAITHFUL = (
    "[PERSON_1] told the social worker mum had 3 cans on Tuesday, no bruising seen, poss drunk? "
    "Left arm sore, £40 owed."
)


def kinds(sentence: str, source: str = SOURCE) -> set[tuple[str, str]]:
    return {(f.kind, f.severity) for f in check(sentence, source)}


def test_a_faithful_sentence_stands() -> None:
    assert not refused(check(FAITHFUL, SOURCE))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (FAITHFUL.replace("[PERSON_1]", "[PERSON_2]"), "name"),
        (FAITHFUL.replace("[PERSON_1] told", "Told"), "name"),
        (FAITHFUL.replace("3 cans", "8 cans"), "number"),
        (FAITHFUL.replace("3 cans", "cans"), "number"),
        (FAITHFUL.replace("£40", "£400"), "money"),
        (FAITHFUL.replace("Tuesday", "Thursday"), "date"),
        (FAITHFUL.replace("no bruising", "bruising"), "negation"),
        (FAITHFUL.replace("poss drunk?", "drunk"), "hedge"),
        (FAITHFUL.replace("Left arm", "Right arm"), "side"),
        (FAITHFUL.replace("had 3", "had 3 suicidal"), "new_word"),
    ],
)
def test_a_planted_error_is_refused(sentence: str, kind: str) -> None:
    assert (kind, "hard") in kinds(sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ('he said "i dont like it"', 'He said "I don\'t like it".'),
        ('he said "i dont like it"', "He said he did not like it."),
        ("he said he hated it", 'He said "he hated it".'),
    ],
)
def test_a_quotation_made_tidied_or_lost_is_refused(source: str, sentence: str) -> None:
    assert ("quotation", "hard") in kinds(sentence, source)


def test_an_invented_clause_is_refused() -> None:
    longer = "Mum was warm and the children looked settled, happy, affectionate and confident."
    assert refused(check(longer, "mum in. kids ok"))


def test_a_lost_clause_is_noticed() -> None:
    found = kinds("Fridge full.", "fridge full, stairgate broken, window smashed, cooker unplugged")
    assert ("lost_word", "hard") in found


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("wldnt say where", "Would not say where."),
        ("didnt ask", "Did not ask."),
        ("seen w/out mum", "Seen without mum."),
        ("appt tmrw w/ hv", "Appointment tomorrow with health visitor."),
        ("three sessions left", "3 sessions remained left."),
    ],
)
def test_what_is_only_written_out_is_not_refused(source: str, sentence: str) -> None:
    assert not refused(check(sentence, source))
