"""A small version of the guidance, and faults to plant in it."""

import copy
from typing import Any

import yaml


def rule(identity: str, **changes: Any) -> dict[str, Any]:
    """Return a sound social-worker-only rule, with changes."""
    return {
        "id": identity,
        "title": f"Decide {identity}",
        "area": "Children",
        "service": "children",
        "outcome": "social_worker_only",
        "reason": "The decision is a judgement.",
        "who": "social worker",
        "basis": "practice",
        "source": "Practice consensus, no published source",
        "verified": False,
        "review_by": "2027-05-31",
        "find": [f"decide {identity.lower()}"],
        "examples": [f"decide {identity.lower()} today", f"decide {identity.lower()} with him"],
        "counter_examples": [{"line": "book the blue room", "instead": "C900"}],
    } | changes


def booking() -> dict[str, Any]:
    """Return a sound delegable rule."""
    return rule(
        "C900",
        title="Book the blue room",
        outcome="delegable",
        who="business support",
        gates="all",
        find=["blue room"],
        examples=["book the blue room", "blue room on Tuesday"],
        counter_examples=[{"line": "decide c001 today", "instead": "C001"}],
    )


SOUND: dict[str, Any] = {
    "version": "2026-11",
    "status": "draft for local adoption",
    "nation": "England",
    "dated": "2026-11-22",
    "owner": "the principal social worker",
    "about": "For tests.",
    "gates": [
        {
            "id": "decision_made",
            "question": "Is it decided?",
            "stopped": "no decision is recorded",
            "fails_when": ["not decided"],
            "shown_when": ["agreed"],
        },
        {
            "id": "safe_recipient",
            "question": "Is it safe?",
            "stopped": "it may not be safe",
            "fails_when": ["refuge"],
        },
    ],
    "hedges": ["maybe"],
    "urgent": ["now"],
    "at_risk": ["danger"],
    "others": ["school to"],
    "judgement": ["decide"],
    "splits": [{"line": "Convene", "find": ["convene"], "parts": ["C001", "C900"]}],
    "switches": [
        {
            "id": "one",
            "title": "A switch",
            "safe": "off",
            "range": "wide",
            "verified": False,
            "rules": ["C001"],
        }
    ],
    "neutral": {"family": ["mum", "dad"]},
    "shorthand": {"meeting": ["mtg"]},
    "same_words": {"ring": ["phone"]},
    "rules": [
        rule("C001"),
        booking(),
        rule(
            "C002",
            outcome="automatable",
            who=None,
            automation="reminder",
            gates="all",
            title="Set a reminder",
            find=["remind me"],
            examples=["remind me friday", "remind me at nine"],
            counter_examples=[{"line": "decide c001 today", "instead": "C001"}],
        ),
    ],
    "fail_safe": [rule("F1", line="Ring to tell")],
}


def sound() -> dict[str, Any]:
    """Return a copy of the small version, free to be spoilt."""
    return copy.deepcopy(SOUND)


def text(written: dict[str, Any]) -> str:
    """Return a version as the text of its file."""
    return yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
