"""Triage: written guidance decides; with no rule, doubt or error the social worker keeps it."""

import time
from collections.abc import Sequence
from dataclasses import replace

from guidance.library import Guidance
from guidance.outcomes import OUTCOMES
from guidance.rule import Rule
from models.text import RedactedText, Span, VisitDetails
from models.triage.candidates import Finding, find_rules, read_signs
from models.triage.checks import NO_RULE, RULE_WANTED, Check, check
from models.triage.decision import AppliedRule, TriageDecision
from models.triage.outcome_model import outcome_model
from models.triage.passage import Passage, passage, put_right

_SECONDS_PER_TASK = 2.0


def triage(
    redacted: RedactedText, span: Span, guidance: Guidance, visit: VisitDetails
) -> TriageDecision:
    """Decide who may do one task of a redacted note, by the guidance."""
    return triage_all(redacted, (span,), guidance, visit)[0]


def triage_all(
    redacted: RedactedText, spans: Sequence[Span], guidance: Guidance, visit: VisitDetails
) -> tuple[TriageDecision, ...]:
    """Decide who may do each task of a redacted note, in the order given."""
    if not spans:
        return ()
    try:
        return _decide_all(redacted, tuple(spans), guidance, visit)
    except Exception as fault:  # noqa: BLE001
        # The one place triage fails closed: whatever broke, the tasks stay with the social worker
        # and each says that it could not be checked. Only the kind of fault is named, no text.
        return tuple(could_not_be_checked(type(fault).__name__) for _ in spans)


def could_not_be_checked(fault: str) -> TriageDecision:
    """Return the decision for a task whose rule could not be looked for."""
    return TriageDecision(
        outcome="social_worker_only",
        rule=None,
        reason=(
            f"This task could not be checked against the guidance ({fault}), so it stays with "
            f"the social worker."
        ),
        would_change_it="Triage it again once the fault is put right.",
        confidence=0.0,
        who="social worker",
        stopped_by="could not be checked",
    )


def triage_lines(lines: Sequence[str], guidance: Guidance) -> tuple[TriageDecision, ...]:
    """Decide who may do each of some redacted lines, each as a note of its own."""
    try:
        passages = [passage(RedactedText(line), Span(0, len(line))) for line in lines]
        return _decide(passages, guidance, VisitDetails())
    except Exception as fault:  # noqa: BLE001 (fails closed as triage_all does)
        return tuple(could_not_be_checked(type(fault).__name__) for _ in lines)


def _decide_all(
    redacted: RedactedText, spans: tuple[Span, ...], guidance: Guidance, visit: VisitDetails
) -> tuple[TriageDecision, ...]:
    return _decide([passage(redacted, span, spans) for span in spans], guidance, visit)


def _decide(
    passages: Sequence[Passage], guidance: Guidance, visit: VisitDetails
) -> tuple[TriageDecision, ...]:
    """Decide each task as it is written and, where it is misspelt, as it was meant."""
    if not passages:
        return ()
    latest = time.monotonic() + _SECONDS_PER_TASK * max(len(passages), 10)
    meant = [(at, put_right(each, guidance)) for at, each in enumerate(passages)]
    respelt = [(at, each) for at, each in meant if each is not None]
    signs = read_signs([*passages, *(each for _, each in respelt)], guidance)
    model = outcome_model()
    decisions = []
    for finding in find_rules(signs, model.probabilities(signs.rows), guidance, visit):
        if time.monotonic() > latest:
            raise TimeoutError
        decision = decide(finding, guidance)
        decisions.append(replace(decision, confidence=model.confidence(decision, finding.likely)))
    final = decisions[: len(passages)]
    for (at, _), other in zip(respelt, decisions[len(passages) :], strict=True):
        final[at] = more_cautious(other, final[at])
    return tuple(final)


def more_cautious(meant: TriageDecision, written: TriageDecision) -> TriageDecision:
    """Return the decision nearer the social worker, as it was meant where they are level."""
    return min(meant, written, key=lambda decision: OUTCOMES.index(decision.outcome))


def decide(finding: Finding, guidance: Guidance) -> TriageDecision:
    """Apply the rule that was found, unless something keeps the task; confidence comes after."""
    rule = finding.best
    if rule is None:
        return _kept(finding, guidance, None, Check("no rule", NO_RULE, RULE_WANTED))
    if rule.outcome == "social_worker_only":
        found = None if finding.fits(rule) else Check("no rule", NO_RULE, RULE_WANTED)
        return _kept(finding, guidance, rule, found)
    stopped = check(finding, guidance)
    if stopped is not None:
        return _kept(finding, guidance, stopped.rule or rule, stopped)
    return TriageDecision(
        outcome=rule.outcome,
        rule=applied(rule, guidance),
        reason=rule.reason,
        would_change_it=(
            "A decision not yet recorded, an unsafe recipient, or any doubt would keep it "
            "with the social worker."
        ),
        confidence=0.0,
        who=rule.who,
        automation=rule.automation,
        words=finding.words,
        nearest=finding.nearest,
    )


def _kept(
    finding: Finding, guidance: Guidance, rule: Rule | None, stopped: Check | None
) -> TriageDecision:
    if rule is not None and not finding.fits(rule):
        rule = None
    reason = stopped.reason if stopped else rule.reason if rule else ""
    change: str | None = (
        stopped.would_change_it if stopped else "A change of this rule in the guidance."
    )
    refused = rule is not None and rule.refuse
    if refused:
        reason = f"Refused: {reason[0].lower()}{reason[1:]} Recordwell will not do this for anyone."
        change = None
    return TriageDecision(
        outcome="social_worker_only",
        rule=applied(rule, guidance) if rule else None,
        reason=reason,
        would_change_it=change,
        confidence=0.0,
        who="social worker",
        reserved_to=rule.reserved_to if rule and rule.outcome == "social_worker_only" else None,
        stopped_by=stopped.id if stopped else None,
        words=stopped.words if stopped and stopped.words else finding.words,
        refused=refused,
        others=bool(stopped and stopped.id == "somebody else's"),
        nearest=finding.nearest,
    )


def applied(rule: Rule, guidance: Guidance) -> AppliedRule:
    """Return a rule as a decision cites it."""
    return AppliedRule(rule.id, guidance.version, rule.title, rule.basis, rule.source)
