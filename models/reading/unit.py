"""A unit: one idea of the redacted note, and how it reads."""

from dataclasses import dataclass, field
from typing import Literal

from models.text import Span

Topic = Literal[
    "visit_details", "present", "presentation_behaviour", "home_environment", "health",
    "education_work", "relationships_family_time", "money_housing", "daily_care_needs",
    "safety_risk_harm", "wishes_feelings", "legal_status_plan", "support_services", "other",
]  # fmt: skip
Source = Literal[
    "observed",
    "child_or_person",
    "family_or_carer",
    "professional",
    "document",
    "worker_view",
    "unknown",
]
Kind = Literal[
    "fact", "reported", "quote", "opinion", "decision", "plan_action", "history", "noise"
]
Action = Literal["none", "todo", "done", "others_todo", "conditional", "pending_decision"]
Certainty = Literal["stated", "hedged", "disputed", "absence"]


@dataclass(frozen=True)
class Reading:
    """What a unit is about, who it comes from and what it asks for, with the reader's odds."""

    topic: Topic
    source: Source
    kind: Kind
    action: Action
    certainty: Certainty
    speaker: str | None = None
    confidence: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Unit:
    """One idea of the note as a span of the redacted text, its words, and how it reads."""

    span: Span
    text: str = field(repr=False)
    reading: Reading
