"""Which heading a unit goes under, or that a person has to place it."""

from models.drafting.draft import SentenceKind
from models.drafting.templates import Template
from models.reading.unit import Reading

PLEASE_PLACE = "please_place"
PLEASE_PLACE_TITLE = "Please place"
SURE = 0.5  # below this the unit is left for a person to place
_OPEN_ACTIONS = {"todo", "conditional", "others_todo", "pending_decision"}
_SAID = {"quote", "reported", "opinion"}
_SPEAKERS = {
    "child_or_person": "voice",
    "family_or_carer": "family",
    "professional": "professional",
    "document": "professional",
}


def place(reading: Reading, template: Template) -> str:
    """Return the key of the heading a unit belongs under, or `please_place`."""
    held = _held_as(reading)
    if held is not None:
        for heading in template.headings:
            if held in heading.holds:
                return heading.key
    if _sure(reading, "topic"):
        for heading in template.headings:
            if reading.topic in heading.topics:
                return heading.key
    return PLEASE_PLACE


def _sure(reading: Reading, name: str) -> bool:
    return reading.confidence.get(name, 0.0) >= SURE


def _held_as(reading: Reading) -> str | None:
    """Return what settles the heading before the topic does, where something does."""
    if reading.action in _OPEN_ACTIONS and _sure(reading, "action"):
        return "actions"
    if reading.kind == "opinion" and reading.source == "worker_view":
        return "own_view" if _sure(reading, "kind") and _sure(reading, "source") else None
    if reading.kind == "decision" and _sure(reading, "kind"):
        return "decision"
    if _sure(reading, "source") and (
        reading.kind in _SAID or reading.source in {"document", "professional"}
    ):
        return _SPEAKERS.get(reading.source)
    return None


def sentence_kind(reading: Reading) -> SentenceKind:
    """Return how a sentence is shown: seen, said, own words, view, decision, history or other."""
    by_kind: dict[str, SentenceKind] = {
        "quote": "voice",
        "reported": "reported",
        "opinion": "view",
        "decision": "decision",
        "history": "history",
    }
    if reading.kind in by_kind:
        return by_kind[reading.kind]
    if reading.kind == "fact" and reading.source == "observed":
        return "observed"
    if reading.kind == "fact" and reading.source in _SPEAKERS:
        return "reported"
    return "other"
