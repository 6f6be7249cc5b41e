"""What triage's held-out decisions come to, false delegation first, each with n and interval."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

import numpy as np

from guidance.outcomes import OUTCOMES
from models.training.triage_corpus import LabelledTask
from models.triage.candidates import Finding
from models.triage.decision import TriageDecision
from models.triage.outcome_model import Numbers

Decided = Sequence[tuple[Finding, TriageDecision]]
_KEPT = "social_worker_only"
_BINS = 10


def measured(tasks: Sequence[LabelledTask], decided: Decided, sure: Numbers) -> dict[str, Any]:
    """Return the figures for task lines, for tasks inside notes, and for both."""
    where = {
        "task_lines": [i for i, task in enumerate(tasks) if not task.from_note],
        "tasks_in_notes": [i for i, task in enumerate(tasks) if task.from_note],
    }
    return {
        name: _figures([tasks[i] for i in chosen], [decided[i] for i in chosen], sure[chosen])
        for name, chosen in where.items()
    }


def _figures(tasks: Sequence[LabelledTask], decided: Decided, sure: Numbers) -> dict[str, Any]:
    pairs = [
        (task.outcome, decision.outcome) for task, (_, decision) in zip(tasks, decided, strict=True)
    ]
    own = [got for gold, got in pairs if gold == _KEPT]
    lower = [got for gold, got in pairs if gold != _KEPT]
    with_rule = [
        (task.catalogue, finding, decision)
        for task, (finding, decision) in zip(tasks, decided, strict=True)
        if task.catalogue
    ]
    return {
        "false_delegation": share(sum(got != _KEPT for got in own), len(own)),
        "outcome_right": share(sum(gold == got for gold, got in pairs), len(pairs)),
        "abstention": share(sum(got == _KEPT for got in lower), len(lower)),
        "recall": {
            name: share(
                sum(gold == got for gold, got in pairs if gold == name),
                sum(gold == name for gold, _ in pairs),
            )
            for name in OUTCOMES
        },
        "rule_cited_right": share(
            sum(_is(d.rule.id if d.rule else "", c) for c, _, d in with_rule), len(with_rule)
        ),
        "rule_right_where_cited": share(
            sum(d.rule is not None and _is(d.rule.id, c) for c, _, d in with_rule),
            sum(d.rule is not None for _, _, d in with_rule),
        ),
        "rule_in_nearest_three": share(
            sum(any(_is(n, c) for n in f.nearest) for c, f, _ in with_rule), len(with_rule)
        ),
        "calibration_error": _calibration_error(tasks, decided, sure),
    }


def _is(rule: str, catalogue: str) -> bool:
    return rule.split(".", maxsplit=1)[0] == catalogue


def share(part: int, n: int) -> dict[str, Any]:
    """Return a share with its n and 95% interval (Wilson), or that it was not measured."""
    if n == 0:
        return {"n": 0, "value": "not measured"}
    z, p = 1.96, part / n
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return {
        "n": n,
        "value": round(p, 4),
        "interval": [
            round((middle - half) / (1 + z * z / n), 4),
            round((middle + half) / (1 + z * z / n), 4),
        ],
    }


def _calibration_error(
    tasks: Sequence[LabelledTask], decided: Decided, sure: Numbers
) -> dict[str, Any]:
    """Return the expected calibration error over ten equal bins of confidence."""
    if not tasks:
        return {"n": 0, "value": "not measured"}
    right = np.array(
        [task.outcome == d.outcome for task, (_, d) in zip(tasks, decided, strict=True)],
        dtype=float,
    )
    place = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs(sure[place == b].sum() - right[place == b].sum()) for b in range(_BINS)]
    return {"n": len(sure), "value": round(float(sum(gaps)) / len(sure), 4)}
