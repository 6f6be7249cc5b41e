"""A visit note and its preparation written by hand: what the line gives, without any model.

Everybody in it is invented.
"""

import re
from collections.abc import Mapping
from typing import Any

from models.text import VisitNote

NOTE = """12/11 visit to Marlow Teasel (7) and mum Corin Teasel at 14 Larkrise Way. Announced.
House warm, food in fridge. M in school uniform, chatty. M said "I like it when nan picks me up".
Mum says sleeping badly since Oct, seeing GP 20/11. ? low mood - looked tired to me.
M has small bruise R shin, says fell off scooter at park. Mum said the same sep.
Dad (Hale Sorrel) not present, LAC rv discussed.
prob nothing

To do: ring school re breakfast club place by Fri. Post bus pass form to mum.
Discuss bruise w manager today. Book rm for core group 3/12."""
NAMES = {
    "Marlow Teasel": "[PERSON_1]",
    "Corin Teasel": "[PERSON_2]",
    "Hale Sorrel": "[PERSON_3]",
    "14 Larkrise Way": "[ADDRESS_1]",
}
VERSION = "2026-11"


def hidden(text: str) -> str:
    for name, placeholder in NAMES.items():
        text = text.replace(name, placeholder)
    return text


def place_of(source: str) -> list[int]:
    start = NOTE.index(source)
    return [start, start + len(source)]


def sentence(
    restored: str, source: str, kind: str, speaker: str | None = None, *flags: str
) -> dict[str, Any]:
    return {
        "text": hidden(restored),
        "restored_text": restored,
        "spans": [place_of(source)],
        "kind": kind,
        "speaker": speaker,
        "flags": list(flags),
    }


def task(  # noqa: PLR0913, PLR0917  # one argument per field
    restored: str,
    source: str,
    outcome: str,
    rule: tuple[str, str, str, str] | None,
    reason: str,
    would_change_it: str | None,
    due: str | None = None,
    due_words: str | None = None,
) -> dict[str, Any]:
    start, end = place_of(source)
    fields = ("id", "title", "basis", "source")
    return {
        "text": hidden(restored),
        "restored_text": restored,
        "start": start,
        "end": end,
        "outcome": outcome,
        "rule": dict(zip(fields, rule, strict=True)) | {"version": VERSION} if rule else None,
        "reason": reason,
        "would_change_it": would_change_it,
        "confidence": 0.93,
        "who": None,
        "reserved_to": None,
        "automation": None,
        "owner": None,
        "due": due,
        "due_words": due_words,
    }


def headings() -> list[dict[str, Any]]:
    return [
        {
            "key": "setting",
            "title": "Setting and who was there",
            "sentences": [
                sentence(
                    "12/11 visit to Marlow Teasel (7) and mum Corin Teasel at 14 Larkrise Way.",
                    "12/11 visit to Marlow Teasel (7) and mum Corin Teasel at 14 Larkrise Way.",
                    "observed",
                ),
                sentence("Announced.", "Announced.", "observed"),
                sentence(
                    "M in school uniform, chatty.", "M in school uniform, chatty.", "observed"
                ),
            ],
        },
        {
            "key": "childs_words",
            "title": "The child's words and day",
            "sentences": [
                sentence(
                    'M said "I like it when nan picks me up".',
                    'M said "I like it when nan picks me up".',
                    "voice",
                    "[PERSON_1]",
                )
            ],
        },
        {
            "key": "home",
            "title": "Home",
            "sentences": [
                sentence("House warm, food in fridge.", "House warm, food in fridge.", "observed")
            ],
        },
        {
            "key": "health_care",
            "title": "Health and daily care",
            "sentences": [
                sentence(
                    "Mum says sleeping badly since Oct, seeing GP 20/11.",
                    "Mum says sleeping badly since Oct, seeing GP 20/11.",
                    "reported",
                    "mum",
                ),
            ],
        },
        {
            "key": "safety",
            "title": "Worries and safety",
            "sentences": [
                sentence(
                    "M has small bruise R shin, says fell off scooter at park.",
                    "M has small bruise R shin, says fell off scooter at park.",
                    "observed",
                    None,
                    "risk",
                ),
                sentence("Mum said the same sep.", "Mum said the same sep.", "reported", "mum"),
            ],
        },
        {
            "key": "analysis",
            "title": "Worker's analysis",
            "sentences": [
                sentence(
                    "? low mood - looked tired to me.", "? low mood - looked tired to me.", "view"
                )
            ],
        },
        {
            "key": "actions",
            "title": "Actions and next visit",
            "sentences": [
                sentence(
                    "Ring school re breakfast club place by Fri.",
                    "ring school re breakfast club place by Fri.",
                    "other",
                ),
                sentence("Post bus pass form to mum.", "Post bus pass form to mum.", "other"),
                sentence(
                    "Discuss bruise w manager today.",
                    "Discuss bruise w manager today.",
                    "other",
                    None,
                    "risk",
                ),
                sentence("Book room for core group 3/12.", "Book rm for core group 3/12.", "other"),
            ],
        },
        {
            "key": "please_place",
            "title": "Please place",
            "sentences": [
                sentence(
                    "Dad (Hale Sorrel) not present, LAC rv discussed.",
                    "Dad (Hale Sorrel) not present, LAC rv discussed.",
                    "other",
                    None,
                    "unexpanded:rv",
                )
            ],
        },
    ]


def tasks() -> list[dict[str, Any]]:
    return [
        task(
            "Ring Marlow Teasel's school about a breakfast club place",
            "ring school re breakfast club place by Fri.",
            "delegable",
            ("C-31", "Ring a school about a place or a club", "practice", "Rules of this council"),
            "Asking about a place needs no judgement and tells nothing new about the family.",
            "If the school were asked how the child is, it would stay with the social worker.",
            "2026-11-27",
            "by Fri",
        ),
        task(
            "Post the bus pass form to Corin Teasel at 14 Larkrise Way",
            "Post bus pass form to mum.",
            "delegable",
            ("A-04", "Post a blank form", "practice", "Rules of this council"),
            "A blank form holds nothing about anybody.",
            "If the address were restricted, it would stay with the social worker.",
        ),
        task(
            "Discuss the bruise with the manager",
            "Discuss bruise w manager today.",
            "social_worker_only",
            (
                "C-02",
                "Talk over an injury with a manager",
                "statutory guidance",
                "Working Together to Safeguard Children",
            ),
            "What an injury means for a child is for a social worker and their manager to judge.",
            None,
            None,
            "today",
        ),
        task(
            "Book a room for the core group on 3 December",
            "Book rm for core group 3/12.",
            "automatable",
            ("A-11", "Book a room", "practice", "Rules of this council"),
            "A room booking follows from a date that is already set.",
            None,
            "2026-12-03",
            "3/12",
        ),
    ]


def handmade_line(note: VisitNote) -> Mapping[str, Any]:
    """Give the preparation of the note above; any other note is refused."""
    assert note.text == NOTE, "this line knows one note only"
    spans = [re.escape(name) for name in NAMES]
    return {
        "schema": 1,
        "id": "",
        "redacted_text": hidden(NOTE),
        "entities": [
            {
                "start": match.start(),
                "end": match.end(),
                "type": NAMES[match[0]].strip("[]").rsplit("_", 1)[0],
                "placeholder": NAMES[match[0]],
                "score": 1.0,
            }
            for match in re.finditer("|".join(spans), NOTE)
        ],
        "draft": {
            "template": "cin",
            "headings": headings(),
            "not_recorded": ["parents_views", "professionals", "family_life", "plan_progress"],
            "set_aside": [
                {"start": place_of(words)[0], "end": place_of(words)[1], "reason": reason}
                for words, reason in (
                    ("prob nothing", "filler words"),
                    ("To do:", "a heading of the note's own"),
                )
            ],
        },
        "tasks": tasks(),
        "versions": {"recordwell": "0", "models": {}, "guidance": VERSION},
        "timings_ms": {"redact": 0, "draft": 0, "tasks": 0, "triage": 0, "total": 0},
    }
