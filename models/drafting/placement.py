"""Which heading a unit goes under, or that a person has to place it."""

from models.drafting.draft import SentenceKind
from models.drafting.templates import Template
from models.reading.unit import Reading

PLEASE_PLACE = "please_place"
PLEASE_PLACE_TITLE = "Please place"
# Headings chosen from here on were right as the model card says; below, a person places the unit.
# Higher is righter and leaves more to place: at 0.5 three in four are right and half are left.
SURE = 0.5
_OPEN_ACTIONS = ("todo", "conditional", "others_todo", "pending_decision")
_SAID = ("quote", "reported", "opinion")
_SPEAKERS = {
    "child_or_person": "voice",
    "family_or_carer": "family",
    "professional": "professional",
    "document": "professional",
}


def place(reading: Reading, template: Template) -> str:
    """Return the key of the heading a unit belongs under, or `please_place`."""
    chances = heading_chances(reading, template)
    best = max(chances, key=chances.__getitem__, default=PLEASE_PLACE)
    return best if chances.get(best, 0.0) >= SURE else PLEASE_PLACE


def heading_chances(reading: Reading, template: Template) -> dict[str, float]:
    """Return how likely each heading is, over every way the unit may read and not the likeliest."""
    held = {what: heading.key for heading in template.headings for what in heading.holds}
    found = {heading.key: 0.0 for heading in template.headings}
    left = 1.0
    for what, chance in _held_as(reading).items():
        if what in held:
            found[held[what]] += chance
            left -= chance
    for heading in template.headings:
        for topic in heading.topics:
            found[heading.key] += max(left, 0.0) * _chance(reading, "topic", topic)
    return found


def _held_as(reading: Reading) -> dict[str, float]:
    """Return how likely an action, a view, a decision or a speaker is to settle the heading."""

    def kinds(*names: str) -> float:
        return sum(_chance(reading, "kind", name) for name in names)

    rest = 1 - min(1.0, sum(_chance(reading, "action", name) for name in _OPEN_ACTIONS))
    found = {
        "actions": 1 - rest,
        "own_view": rest * kinds("opinion") * _chance(reading, "source", "worker_view"),
        "decision": rest * kinds("decision"),
    }
    for source, what in _SPEAKERS.items():
        told = 1 - kinds("decision") if what == "professional" else kinds(*_SAID)
        found[what] = found.get(what, 0.0) + rest * told * _chance(reading, "source", source)
    return found


def _chance(reading: Reading, name: str, value: str) -> float:
    """Return how likely one value of a field is; with no odds kept, only the value read counts."""
    read = reading.confidence.get(name, 0.0) if getattr(reading, name) == value else 0.0
    return reading.confidence.get(f"{name}:{value}", read)


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
