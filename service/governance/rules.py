"""The rules of the written guidance, listed and searched."""

from guidance.library import Guidance
from guidance.rule import Rule
from service.errors import NotFound


def search(guidance: Guidance, words: str, outcome: str) -> list[Rule]:
    """Return the rules that hold every word and have the outcome, where either is asked for."""
    wanted = words.lower().split()
    return [
        rule
        for rule in guidance.rules
        if (not outcome or rule.outcome == outcome)
        and all(word in searchable(rule) for word in wanted)
    ]


def searchable(rule: Rule) -> str:
    """Return what a search looks in."""
    return " ".join(
        (rule.id, rule.title, rule.area, rule.reason, rule.source, *rule.find, *rule.examples)
    ).lower()


def find_rule(guidance: Guidance, rule_id: str) -> Rule:
    """Return one rule.

    Raises:
        NotFound: this version has no such rule.
    """
    rule = guidance.by_id.get(rule_id)
    if rule is None:
        raise NotFound
    return rule
