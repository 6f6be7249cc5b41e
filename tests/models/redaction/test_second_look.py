"""The second look: a hidden word, name or number may not stand anywhere else."""

import pytest

from models.redaction.merge import Stretch
from models.redaction.second_look import look_again


@pytest.mark.parametrize(
    ("text", "hidden", "kind", "again"),
    [
        ("Little Oaks rang. LITTLE OAKS closed", "Little Oaks", "ORG", ["LITTLE OAKS"]),
        ("07700 900123 then 07700-900-123", "07700 900123", "PHONE", ["07700-900-123"]),
        ("kay_08 and Kay_08", "kay_08", "HANDLE", ["Kay_08"]),
        ("Grace came, with grace", "Grace", "PERSON", []),
        ("Oakmere only", "Oakmere", "ORG", []),
    ],
)
def test_what_was_hidden_once_is_found_again(
    text: str, hidden: str, kind: str, again: list[str]
) -> None:
    start = text.index(hidden)
    one = Stretch(start, start + len(hidden), kind, 0.9)  # type: ignore[arg-type]
    assert [text[s.start : s.end] for s in look_again([one], text)] == again
