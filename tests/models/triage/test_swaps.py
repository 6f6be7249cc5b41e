"""Nothing turns on gender, kin or name: a task told of somebody else is decided the same."""

import json
import random
import re
from pathlib import Path

import pytest

from guidance.library import load
from models.text import RedactedText, Span, VisitDetails
from models.training.triage_corpus import CORPUS
from models.triage.decision import TriageDecision
from models.triage.triage import triage_all, triage_lines

pytestmark = pytest.mark.weights

_PAIRS = (
    "he/she him/her his/her himself/herself he's/she's he'll/she'll he'd/she'd hes/shes mum/dad "
    "mum's/dad's mums/dads mother/father son/daughter sons/daughters brother/sister nan/grandad "
    "uncle/aunt grandson/granddaughter boy/girl man/woman husband/wife mr/mrs lad/lass men/women "
    "boyfriend/girlfriend nephew/niece mgm/mgf dtr/son widow/widower"
)
_OTHER = {
    one: two for pair in _PAIRS.split() for one, two in (pair.split("/"), pair.split("/")[::-1])
}
_SWAPPED = re.compile(
    rf"(?<![\w'])(?:{'|'.join(sorted(map(re.escape, _OTHER), key=len, reverse=True))})(?![\w'])",
    re.IGNORECASE,
)
_SAMPLE = 120


def swap(text: str) -> str:
    """Return a text with every gendered word as its other, and other people's placeholders."""
    swapped = _SWAPPED.sub(lambda match: _OTHER[match.group().lower()], text)
    return re.sub(r"\[PERSON_(\d+)\]", lambda match: f"[PERSON_{int(match[1]) + 40}]", swapped)


def corpus_lines() -> list[str]:
    """Return task lines of the corpus in which somebody's gender or kin is told."""
    lines = [
        json.loads(row)["text"]
        for path in sorted(Path(CORPUS / "task_lines").glob("*.jsonl"))
        for row in path.read_text(encoding="utf-8").splitlines()
    ]
    told = [line for line in lines if swap(line) != line]
    return random.Random(5).sample(told, _SAMPLE)  # noqa: S311 (a repeatable sample)


def said(decision: TriageDecision) -> tuple[object, ...]:
    """Return what of a decision must not move."""
    return (decision.outcome, decision.rule, decision.stopped_by, decision.confidence)


def test_task_lines_told_of_somebody_else_are_decided_the_same() -> None:
    lines = corpus_lines()

    told = triage_lines(lines, load())
    swapped = triage_lines([swap(line) for line in lines], load())

    assert [said(decision) for decision in told] == [said(decision) for decision in swapped]


def test_the_note_around_a_task_told_of_somebody_else_changes_nothing() -> None:
    line = "refer for a falls sensor"
    note = (
        "[PERSON_1] is 84, seen with his daughter [PERSON_2]. He told me he's stopping here "
        "till they carry him out. He knows his neighbours, and his son's wife calls on him. "
        f"{line}. Mum's keys are with his brother, he'll bring them when he can, he said"
    )

    told, swapped = (
        triage_all(
            RedactedText(text),
            (Span(text.index(line), text.index(line) + len(line)),),
            load(),
            VisitDetails(),
        )[0]
        for text in (note, swap(note))
    )

    assert said(told) == said(swapped)
