"""A hand-written product: hides every name of our cells, keeps every sentence, finds tasks."""

import re
from typing import Any

from evaluation.name_cells import name_cells

SENTENCE = re.compile(r"[^.!?]+[.!?]*")
OWN = (
    "assess",
    "decide",
    "review",
    "risk",
    "plan",
    "safety",
    "strategy",
    "discuss",
    "analyse",
    "safeguard",
)
TASK = re.compile(
    r"(?i)(?<![\w'])(?:ring|send|book|ask|order|put|chase|request|find out|get|speak|decide|plan"
    r"|talk|review|assess|set)\b[^.;]*"
)


class FakeRefusal(Exception):
    """The fake could not take a note."""


def every_name() -> re.Pattern[str]:
    held = {n for c in name_cells() for n in (*c.women, *c.men, *c.surnames)}
    longest = sorted(held, key=lambda name: (-len(name), name))
    either = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?i)(?<!\w)(?:{either})(?: (?:{either}))*(?!\w)")


class FakeProduct:
    """Deterministic, and fair unless a subclass spoils it."""

    refusals: tuple[type[Exception], ...] = (FakeRefusal,)

    def __init__(self) -> None:
        self.names = every_name()
        self.asked = 0

    def redact(self, text: str) -> dict[str, Any]:
        self.asked += 1
        order: dict[str, str] = {}
        entities = [
            {
                "start": found.start(),
                "end": found.end(),
                "type": "PERSON",
                "placeholder": order.setdefault(found[0], f"[PERSON_{len(order) + 1}]"),
                "score": 1.0,
            }
            for found in self.names.finditer(text)
        ]
        hidden = self.names.sub(lambda found: order[found[0]], text)
        return {"schema": 1, "id": "x", "redacted_text": hidden, "entities": entities}

    def prepare(self, text: str, service: str) -> dict[str, Any]:
        redacted = self.redact(text)
        hidden = {e["start"]: e for e in redacted["entities"]}
        sentences = [
            {"text": self.hide(found[0], found.start(), hidden), "restored_text": found[0]}
            for found in SENTENCE.finditer(text)
        ]
        tasks = [
            {
                "start": found.start(),
                "end": found.end(),
                "outcome": "social_worker_only"
                if any(word in found[0].lower() for word in OWN)
                else "delegable",
                "rule": None,
                "confidence": 0.5,
            }
            for found in TASK.finditer(text)
        ]
        return redacted | {
            "draft": {"headings": [{"key": "all", "sentences": sentences}]},
            "tasks": tasks,
            "versions": {"recordwell": "fake"},
            "timings_ms": {"total": 1.0},
        }

    def hide(self, sentence: str, start: int, hidden: dict[int, dict[str, Any]]) -> str:
        return self.names.sub(
            lambda found: hidden.get(start + found.start(), {"placeholder": "[PERSON_0]"})[
                "placeholder"
            ],
            sentence,
        )
