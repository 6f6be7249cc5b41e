from datetime import date, timedelta

import pytest

from models.limits import MOST_CHARACTERS
from service import clock
from service.errors import BadVisit
from service.recording.visit_form import check
from tests.service.opened import form_of

DAY_AFTER_TOMORROW = str(clock.now().date() + timedelta(days=2))


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"note": ""}, "empty_note", "note"),
        ({"note": " \n\t\u200b"}, "empty_note", "note"),
        ({"note": "a" * (MOST_CHARACTERS + 1)}, "note_too_long", "note"),
        ({"note": "Saw\x00Wren"}, "nul_character", "note"),
        ({"note": "Saw \ud800 Wren"}, "broken_character", "note"),
        ({"visit_type": "tea party"}, "unknown_visit_type", "visit_type"),
        ({"visit_type": "\ud800"}, "unknown_visit_type", "visit_type"),
        ({"service": "dogs"}, "unknown_service", "service"),
        ({"visit_date": "2026-02-30"}, "bad_date", "visit_date"),
        ({"visit_date": "yesterday"}, "bad_date", "visit_date"),
        ({"visit_date": "22/11/2026"}, "bad_date", "visit_date"),
        ({"visit_date": "0026-11-22"}, "bad_date", "visit_date"),
        ({"visit_date": "99999999999999-01-01"}, "bad_date", "visit_date"),
        ({"visit_date": DAY_AFTER_TOMORROW}, "date_in_future", "visit_date"),
        ({"submission_id": "1"}, "bad_submission", "submission_id"),
        ({"case_reference": "x" * 101}, "bad_case_reference", "case_reference"),
        ({"case_reference": "Oak\x007"}, "bad_case_reference", "case_reference"),
        ({"case_reference": "Oak\ud800"}, "bad_case_reference", "case_reference"),
    ],
)
def test_what_cannot_be_stored_is_refused_by_field_in_plain_words(
    fields: dict[str, str], code: str, field: str
) -> None:
    with pytest.raises(BadVisit) as refused:
        check(form_of(**fields))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert refused.value.message[0].isupper()
    assert refused.value.message.endswith(".")


def test_a_good_form_becomes_values() -> None:
    form = form_of(
        visit_type="cin", visit_date="2026-11-20", service="adults", case_reference=" Oak 7 "
    )
    checked = check(form)
    visit = checked.note.visit
    assert (visit.type, visit.date, visit.service) == ("cin", date(2026, 11, 20), "adults")
    assert checked.case_reference == "Oak 7"


def test_a_form_shows_nothing_of_the_note_when_printed() -> None:
    assert "Oakapple" not in repr(form_of(case_reference="Oakapple"))
