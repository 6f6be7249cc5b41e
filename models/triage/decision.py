"""A triage decision: the outcome, the rule that gave it, and what would change it."""

from dataclasses import dataclass, field

from guidance.outcomes import Outcome


@dataclass(frozen=True)
class AppliedRule:
    """The published rule a decision cites."""

    id: str
    version: str
    title: str
    basis: str
    source: str


@dataclass(frozen=True)
class TriageDecision:
    """Who may do a task, by which rule, and why; with no rule it stays with the social worker."""

    outcome: Outcome
    rule: AppliedRule | None
    reason: str
    would_change_it: str | None
    confidence: float
    who: str | None = None
    reserved_to: str | None = None
    automation: str | None = None
    stopped_by: str | None = None  # the gate or check that kept it with the social worker
    words: str | None = field(default=None, repr=False)  # the note's words that mattered
    refused: bool = False  # the product will not do this for anyone
    others: bool = False  # somebody else's action: a reminder may be offered, nothing is queued
    nearest: tuple[str, ...] = ()  # ids of the nearest rules, best first
