import pytest

from models.limits import MOST_CHARACTERS, NoteRefused, refuse_unusable


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_note"),
        (" \n\t\u200b", "empty_note"),
        ("mum\x00rang", "nul_character"),
        ("mum \ud800 rang", "broken_character"),
        ("a" * (MOST_CHARACTERS + 1), "note_too_long"),
    ],
)
def test_a_note_no_record_can_keep_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(NoteRefused) as refused:
        refuse_unusable(text)
    assert refused.value.code == code
    assert refused.value.message.endswith(".")


@pytest.mark.parametrize("text", ["a", "n/a", "…", "a" * MOST_CHARACTERS, "Siân 👩‍👧 rang"])
def test_any_other_note_is_taken(text: str) -> None:
    refuse_unusable(text)
