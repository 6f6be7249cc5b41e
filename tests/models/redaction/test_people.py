"""Roles are read from the words beside a placeholder, or left open."""

import pytest

from models.redaction.people import infer_people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("mum [PERSON_1] upset", "mother"),
        ("Mum, [PERSON_1], was in", "mother"),
        ("rang [PERSON_1] (HV)", "health visitor"),
        ("SW [PERSON_1] to chase", "social worker"),
        ("nan [PERSON_1] has him", "grandmother"),
        ("foster carer [PERSON_1] reports", "foster carer"),
        ("Dr [PERSON_1], GP, wrote", "GP"),
        ("PC [PERSON_1] attended", "police officer"),
        ("[PERSON_1] (7) was drawing", "child"),
        ("[PERSON_1] is the class teacher", "teacher"),
        ("[PERSON_1]'s mum rang", None),
        ("saw [PERSON_1] today", None),
    ],
)
def test_a_role_comes_from_the_words_beside_it(text: str, role: str | None) -> None:
    assert [person.role for person in infer_people(text)] == [role]


def test_the_mother_of_one_is_not_the_other() -> None:
    roles = {p.placeholder: p.role for p in infer_people("[PERSON_1]'s mum [PERSON_2] came")}
    assert roles == {"[PERSON_1]": None, "[PERSON_2]": "mother"}
