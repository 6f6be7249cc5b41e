"""Which units are no part of the record, and the reason shown for it."""

import re
from functools import cache
from pathlib import Path

import yaml

from models.reading.unit import Unit

FILLER = "filler words"
OWN_HEADING = "a heading of the note's own"
MARKS_ONLY = "marks without words"
_WORDS = re.compile(r"[a-z]+")
_LONGEST_HEADING, _LONGEST_FILLER = 6, 4  # words
_SURE = 0.9


@cache
def _heading_words() -> frozenset[str]:
    path = Path(__file__).with_name("setting_aside.yaml")
    return frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))["heading_words"].split())


def reason_to_set_aside(unit: Unit) -> str | None:
    """Return why a unit may be left out of the draft, or nothing when it belongs in it."""
    words = _WORDS.findall(unit.text.lower().replace("’", "").replace("'", ""))
    if not any(c.isalnum() for c in unit.text):
        return MARKS_ONLY
    if (
        words
        and len(words) <= _LONGEST_HEADING
        and set(words) <= _heading_words()
        and _alone(unit.text)
    ):
        return OWN_HEADING
    if (
        unit.reading.kind == "noise"
        and unit.reading.confidence.get("kind", 0.0) >= _SURE
        and len(words) <= _LONGEST_FILLER
    ):
        return FILLER
    return None


def _alone(text: str) -> bool:
    """Say whether a line ends as a heading does and not as a sentence."""
    return re.search(r"[.,;!]\s*$", text) is None
