"""Every rule's own examples get its outcome, and its counter-examples do not."""

import pytest

from guidance.library import load
from guidance.outcomes import Outcome
from models.triage.triage import triage_lines

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def decided() -> dict[str, Outcome]:
    guidance = load()
    lines = sorted(
        {line for rule in guidance.rules for line in rule.examples}
        | {counter.line for rule in guidance.rules for counter in rule.counter_examples}
        | {line for _, line in guidance.fail_safe_lines}
    )
    return {
        line: decision.outcome
        for line, decision in zip(lines, triage_lines(lines, guidance), strict=True)
    }


def test_every_example_gets_its_rules_outcome(decided: dict[str, Outcome]) -> None:
    wrong = [
        (rule.id, line, decided[line])
        for rule in load().rules
        for line in rule.examples
        if decided[line] != rule.outcome
    ]

    assert wrong == []


def test_no_counter_example_gets_its_rules_outcome(decided: dict[str, Outcome]) -> None:
    wrong = [
        (rule.id, counter.line)
        for rule in load().rules
        for counter in rule.counter_examples
        if decided[counter.line] == rule.outcome
    ]

    assert wrong == []


def test_the_forty_two_fail_safe_lines_are_decided_as_written(decided: dict[str, Outcome]) -> None:
    guidance = load()
    wrong = [
        (rule_id, line, decided[line])
        for rule_id, line in guidance.fail_safe_lines
        if decided[line] != guidance.by_id[rule_id].outcome
    ]

    assert len(guidance.fail_safe_lines) == 42
    assert wrong == []
