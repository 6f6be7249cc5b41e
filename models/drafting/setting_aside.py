"""Which units are no part of the record, and the reason shown for it."""

import re

from models.reading.unit import Unit

FILLER = "filler words"
OWN_HEADING = "a heading of the note's own"
MARKS_ONLY = "marks without words"
_HEADING_WORDS = set(
    """a about actions action admin adult all and are assessment attendance background behaviour care carer carers case
    child children childs client concerns contact date day decisions decision description details diary discussion do down
    education email emotional family follow for from general going happen happens headings health history home house
    housing in is it jot jottings job jobs list log me meeting mental money my needs next note notes now observations of
    on other others outcomes outstanding over parent parents people person persons phone physical plan plans points
    present progress pt record relationships review risk risks said say says school see sort steps still strengths summary
    support supervision tasks team the things time to todo ttd update up view views visit want wanted we well what who
    whos why wishes with work worker working worried worries feelings""".split()
)
_WORDS = re.compile(r"[a-z]+")
_LONGEST_HEADING = 6  # words


def reason_to_set_aside(unit: Unit) -> str | None:
    """Return why a unit may be left out of the draft, or nothing when it belongs in it."""
    words = _WORDS.findall(unit.text.lower().replace("’", "").replace("'", ""))
    if not any(c.isalnum() for c in unit.text):
        return MARKS_ONLY
    if (
        words
        and len(words) <= _LONGEST_HEADING
        and set(words) <= _HEADING_WORDS
        and _alone(unit.text)
    ):
        return OWN_HEADING
    if (
        unit.reading.kind == "noise"
        and unit.reading.confidence.get("kind", 0.0) >= 0.9
        and len(words) <= 4
    ):
        return FILLER
    return None


def _alone(text: str) -> bool:
    """Say whether a heading looks like one: in capitals, or ended by a colon, a dash, or nothing at all."""
    return re.search(r"[.,;!]\s*$", text) is None
