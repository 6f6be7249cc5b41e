"""A rule in full, for a person or a program to read."""

from typing import Any

from guidance.library import Guidance


class NoSuchRule(Exception):
    """The guidance has no rule of that id."""


def explain(guidance: Guidance, rule_id: str) -> dict[str, Any]:
    """Return everything one version says of a rule: words, source, examples and gates.

    Raises:
        NoSuchRule: no rule has that id in this version.
    """
    rule = guidance.by_id.get(rule_id.strip().upper())
    if rule is None:
        raise NoSuchRule(f"version {guidance.version} has no rule {rule_id}")
    questions = {gate.id: gate.question for gate in guidance.gates}
    lines = dict(guidance.fail_safe_lines)
    return {
        "id": rule.id,
        "version": guidance.version,
        "status": guidance.status,
        "nation": guidance.nation,
        "title": rule.title,
        "line": lines.get(rule.id),
        "area": rule.area,
        "service": rule.service,
        "outcome": rule.outcome,
        "refused": rule.refuse,
        "reason": rule.reason,
        "who": rule.who,
        "automation": rule.automation,
        "reserved_to": rule.reserved_to,
        "basis": rule.basis,
        "source": rule.source,
        "verified": rule.verified,
        "note": None if rule.verified else "The source of this rule has not been verified.",
        "review_by": rule.review_by.isoformat(),
        "find": list(rule.find),
        "gates": [
            {"id": gate, "question": questions[gate], "must_show": gate in rule.must_show}
            for gate in rule.gates
        ],
        "examples": list(rule.examples),
        "counter_examples": [
            {
                "line": counter.line,
                "instead": counter.instead,
                "outcome": guidance.by_id[counter.instead].outcome,
            }
            for counter in rule.counter_examples
        ],
        "part_of": rule.part_of,
        "parts": [part.id for part in guidance.rules if part.part_of == rule.id],
        "switches": [
            {"title": switch.title, "safe": switch.safe, "range": switch.range}
            for switch in guidance.switches
            if rule.id in switch.rules
        ],
    }
