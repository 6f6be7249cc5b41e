"""What cue words say of a unit, as numbers the trained heads can weigh."""

import re
from collections.abc import Sequence
from typing import get_args

from models.reading.cues import Around, is_action_header, is_header, read_cues
from models.reading.neutral import neutral
from models.reading.topics import topics_in
from models.reading.unit import Action, Certainty, Kind, Source, Topic
from models.text import Person

HEADS: dict[str, tuple[str, ...]] = {
    "topic": get_args(Topic),
    "source": get_args(Source),
    "kind": get_args(Kind),
    "action": get_args(Action),
    "certainty": get_args(Certainty),
}
_SLOTS = {
    (head, value): place
    for place, (head, value) in enumerate((h, v) for h, values in HEADS.items() for v in values)
}
_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\?",
        r"[\"“”]",
        r"\bI\b|\bme\b|\bmy\b",
        r"\bwill\b|'ll\b",
        r"\bto\b",
        r"\bneeds?\b",
        r"\bif\b",
        r"\b(?:was|were|had|did|went|came|said)\b",
        r"\b(?:is|are|has)\b",
        r"\bshould\b|\bmust\b",
        r"^\W*[-–•*]",
        r"^\W*\d{1,2}[.)]",
        r":\s*$",
        r"^\W*(?:and|but|so|then|&|\+)\b",
        r"!",
        r"→|=>|->",
        r"^\s*>",
        r"\b\d{1,2}[/.]\d{1,2}\b",
        r"£",
        r"\bwe\b",
        r"\bby (?:mon|tue|wed|thu|fri|sat|sun|the|\d|end)",
        r"\b(?:mon|tue|wed|thu|fri|today|tomorrow|tmrw|tonight|next)\w*\b",
        r"\b(?:pls|please)\b",
        r"\btheys?\b",
    )
)
_OWN = len(_SLOTS) + len(_SIGNS) + 4
WIDTH = 2 * _OWN  # a unit's own numbers, and those of the unit before it
_LONG, _SHORT = 20, 4


def features(texts: Sequence[str], people: tuple[Person, ...]) -> list[list[float]]:
    """Return one row of numbers for each unit of a note, in order."""
    around = Around(people)
    rows = []
    for place, text in enumerate(texts):
        cues = read_cues(text, around)
        row = [0.0] * _OWN
        for head, value in cues.items():
            if (head, value) in _SLOTS:
                row[_SLOTS[head, value]] = 1.0
        plain = neutral(text).text
        for topic in topics_in(plain):
            row[_SLOTS["topic", topic]] = 1.0
        at = len(_SLOTS)
        for sign in _SIGNS:
            row[at] = float(sign.search(plain) is not None)
            at += 1
        words = len(text.split())
        row[at : at + 4] = [
            float(around.in_actions),
            place / max(1, len(texts) - 1),
            min(words, _LONG) / _LONG,
            float(words <= _SHORT),
        ]
        rows.append(row)
        around = carry(around, text, cues)
    before = [[0.0] * _OWN, *rows[:-1]]
    return [row + last for row, last in zip(rows, before, strict=True)]


def carry(around: Around, text: str, cues: dict[str, str]) -> Around:
    """Return what the reader knows after a unit: the section it is in, and who spoke last."""
    in_actions = is_action_header(text) or (around.in_actions and not is_header(text))
    if cues.get("speaker") and cues.get("kind") in {"quote", "reported"}:
        source = cues.get("source", "unknown")
        return Around(around.people, in_actions, cues["speaker"], source)  # type: ignore[arg-type]
    return Around(around.people, in_actions, around.speaker, around.source)
