"""Single lines put through triage, as a note of their own or with the note around them."""

from collections.abc import Sequence

from guidance.library import Guidance, load
from models.text import RedactedText, Span, VisitDetails
from models.triage.decision import TriageDecision
from models.triage.triage import triage_all, triage_lines


def decide(line: str, around: str = "", guidance: Guidance | None = None) -> TriageDecision:
    """Return the decision for one line with the note around it."""
    text = f"{line} {around}".strip()
    span = Span(0, len(line))
    return triage_all(RedactedText(text), (span,), guidance or load(), VisitDetails())[0]


def decide_each(
    lines: Sequence[str], guidance: Guidance | None = None
) -> tuple[TriageDecision, ...]:
    """Return the decision for each line, each a note of its own."""
    return triage_lines(lines, guidance or load())
