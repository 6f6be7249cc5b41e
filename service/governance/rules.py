"""The rules of the written guidance, listed and searched."""

from guidance.library import Guidance
from guidance.rule import Rule
from service.errors import NotFound

SHORTEST_PLURAL = 4


def search(guidance: Guidance, words: str, outcome: str) -> list[Rule]:
    """Return the rules that hold every word and have the outcome, where either is asked for."""
    wanted = stems(words)
    return [
        rule
        for rule in guidance.rules
        if (not outcome or rule.outcome == outcome)
        and all(word in searchable(rule) for word in wanted)
    ]


def nearest(guidance: Guidance, words: str, outcome: str) -> list[Rule]:
    """Return the rules that hold some of the words, those that hold the most first."""
    wanted = stems(words)
    found = [
        (sum(word in searchable(rule) for word in wanted), rule)
        for rule in guidance.rules
        if not outcome or rule.outcome == outcome
    ]
    found.sort(key=lambda pair: -pair[0])
    return [rule for number, rule in found if number]


def stems(words: str) -> list[str]:
    """Return what to look for: "interpreters" finds "interpreter"."""
    return [
        word[:-1] if len(word) > SHORTEST_PLURAL and word.endswith("s") else word
        for word in words.lower().split()
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
