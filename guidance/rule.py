"""A rule of the guidance: one type of task, who may do it, why, and lines that show it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guidance.outcomes import Outcome

Basis = Literal["law", "statutory guidance", "practice", "local"]
BASES: tuple[Basis, ...] = ("law", "statutory guidance", "practice", "local")
Automation = Literal[
    "calendar invite", "reminder", "date calculation", "template letter", "form prefill",
    "chronology entry", "filing", "distribution list", "mileage form", "data check", "overdue list",
]  # fmt: skip
AUTOMATIONS: tuple[Automation, ...] = (
    "calendar invite", "reminder", "date calculation", "template letter", "form prefill",
    "chronology entry", "filing", "distribution list", "mileage form", "data check", "overdue list",
)  # fmt: skip
SERVICES = ("children", "adults", "any")


@dataclass(frozen=True)
class CounterExample:
    """A line that looks like a rule's, and the rule it belongs to instead."""

    line: str
    instead: str


@dataclass(frozen=True)
class Rule:
    """One type of task and the outcome written guidance gives it."""

    id: str
    title: str
    area: str
    service: str
    outcome: Outcome
    reason: str
    basis: Basis
    source: str
    verified: bool
    review_by: date
    find: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[CounterExample, ...]
    who: str | None = None
    automation: Automation | None = None
    reserved_to: str | None = None
    gates: tuple[str, ...] = ()
    must_show: tuple[str, ...] = ()
    refuse: bool = False  # the product will not do this for anyone
    fail_safe: bool = False  # reads like admin and is not, or is its contrast
    part_of: str | None = None

    @property
    def reserved_in_law(self) -> bool:
        """Say whether law reserves this to a kind of person, so that no council may loosen it."""
        return (
            self.basis == "law"
            and self.reserved_to is not None
            and self.outcome == "social_worker_only"
        )


@dataclass(frozen=True)
class Gate:
    """A question that must be answered yes, and the words that answer it."""

    id: str
    question: str
    stopped: str
    fails_when: tuple[str, ...]
    shown_when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Split:
    """A line that holds several tasks, and the rules its parts fall under."""

    line: str
    find: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Switch:
    """A point on which councils differ, with the setting that is safe."""

    id: str
    title: str
    safe: str
    range: str
    verified: bool
    rules: tuple[str, ...]
