import pytest

from models.limits import NoteRefused
from service.cli.notes import note_of


@pytest.mark.parametrize(
    ("visit", "code"),
    [
        ([], "bad_visit"),
        ("", "bad_visit"),
        ({"type": ["home"]}, "unknown_visit_type"),
        ({"type": {}}, "unknown_visit_type"),
        ({"type": "no such visit"}, "unknown_visit_type"),
        ({"service": ["children"]}, "unknown_service"),
        ({"date": "22/11/2026"}, "bad_date"),
        ({"date": "2026-W47-7"}, "bad_date"),
        ({"date": 20261122}, "bad_date"),
        ({"date": ["2026-11-22"]}, "bad_date"),
    ],
)
def test_a_visit_that_is_none_is_refused_by_name(visit: object, code: str) -> None:
    with pytest.raises(NoteRefused) as refused:
        note_of({"text": "Visited at home.", "visit": visit})
    assert refused.value.code == code
