"""What a practice lead should put right in a version of the guidance before it is published."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guidance.contradictions import same_line
from guidance.cue import CueIndex, cues
from guidance.gate_words import GateWords
from guidance.library import Guidance
from guidance.outcomes import OUTCOMES, Outcome
from guidance.rule import Rule

FaultKind = Literal[
    "gap", "overlap", "contradiction", "dead example", "missing source", "expired", "unreadable"
]
# What triage makes of many lines, each a note of its own.
DecideAll = Callable[[Sequence[str]], Sequence[Outcome]]

_LONGEST_TITLE, _LONGEST_REASON, _LONGEST_LINE = 20, 30, 25  # words
_NOT_NAMED = re.compile(
    r"\b(?:to be (?:named|confirmed|added)|tbc|tba|unknown|not named|none|n/a|source\?|todo)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"[\\^$|{}\[\]<>_~#]|\.\*|\(\?")
_SECTION_NEEDED = ("law", "statutory guidance")


@dataclass(frozen=True)
class Fault:
    """One thing to put right: its kind, the rule it is in, and what is wrong in plain words."""

    kind: FaultKind
    rule: str | None
    what: str


def check(
    guidance: Guidance, today: date, decide_all: DecideAll | None = None
) -> tuple[Fault, ...]:
    """Return every fault of a version, rule by rule.

    Args:
        guidance: a version that has loaded, so that it has no outright contradiction.
        today: the date that review dates are held against.
        decide_all: what triage makes of lines; given, every example is put through it too.
    """
    return (
        *_gaps(guidance),
        *_overlaps(guidance),
        *_contradictions(guidance),
        *_dead_examples(guidance, decide_all),
        *(fault for rule in guidance.rules for fault in _of_rule(rule, today)),
    )


def _gaps(guidance: Guidance) -> Iterator[Fault]:
    """What the guidance speaks of and no rule covers."""
    rules = guidance.rules
    for outcome in OUTCOMES:
        if all(rule.outcome != outcome for rule in rules):
            yield Fault("gap", None, f"no rule has the outcome {outcome}")
    for gate in guidance.gates:
        if all(gate.id not in rule.gates for rule in rules):
            yield Fault("gap", None, f"no rule passes the gate {gate.id}")
    for rule in rules:
        if rule.outcome != "social_worker_only":
            yield from (
                Fault("gap", rule.id, f"it lets a task go without the gate {gate.id}")
                for gate in guidance.gates
                if gate.id not in rule.gates
            )
    yield from _unfindable(guidance)


def _unfindable(guidance: Guidance) -> Iterator[Fault]:
    index = CueIndex({rule.id: rule.find for rule in guidance.rules}, guidance.wording)
    for rule in guidance.rules:
        found = (index.find(guidance.wording.for_matching(line)) for line in rule.examples)
        if not any(rule.id in each for each in found):
            yield Fault("gap", rule.id, "its find words are in none of its own examples")


def _overlaps(guidance: Guidance) -> Iterator[Fault]:
    """The same find words in two rules of different outcome."""
    holders: dict[str, Rule] = {}
    for rule in guidance.rules:
        for phrase in rule.find:
            words = guidance.wording.for_matching(phrase)
            other = holders.setdefault(words, rule)
            if other.id != rule.id and other.outcome != rule.outcome:
                yield Fault(
                    "overlap", rule.id, f"“{phrase}” also finds {other.id}, of another outcome"
                )


def _contradictions(guidance: Guidance) -> Iterator[Fault]:
    """Two rules of one title, or a part looser than law allows."""
    titles: dict[str, Rule] = {}
    for rule in guidance.rules:
        other = titles.setdefault(same_line(rule.title), rule)
        if other.id != rule.id:
            yield Fault("contradiction", rule.id, f"it has the same title as {other.id}")
        if rule.reserved_to and rule.refuse:
            continue
        for counter in rule.counter_examples:
            if same_line(counter.line) in {same_line(line) for line in rule.examples}:
                yield Fault(
                    "contradiction",
                    rule.id,
                    f"“{counter.line}” is both example and counter-example",
                )


def _dead_examples(guidance: Guidance, decide_all: DecideAll | None) -> Iterator[Fault]:
    """Examples that the gates or hedges would stop, or that triage decides otherwise."""
    gates = GateWords(guidance)
    hedges = cues(guidance.hedges, guidance.wording)
    lines = sorted({line for rule in guidance.rules for line in rule.examples})
    decided = dict(zip(lines, decide_all(lines), strict=True)) if decide_all else {}
    for rule in guidance.rules:
        for line in rule.examples:
            plain = guidance.wording.for_matching(line)
            stopped = gates.stopped(rule, plain)
            if stopped is not None:
                yield Fault(
                    "dead example", rule.id, f"“{line}” is stopped by the gate {stopped.gate.id}"
                )
            elif rule.outcome != "social_worker_only" and hedges.find(plain):
                yield Fault("dead example", rule.id, f"“{line}” is hedged, so it is never let go")
            elif decided.get(line, rule.outcome) != rule.outcome:
                yield Fault("dead example", rule.id, f"“{line}” is decided {decided[line]}")


def _of_rule(rule: Rule, today: date) -> Iterator[Fault]:
    yield from _of_source(rule)
    if rule.review_by < today:
        yield Fault("expired", rule.id, f"it was to be reviewed by {rule.review_by:%d %B %Y}")
    yield from _of_wording(rule)


def _of_source(rule: Rule) -> Iterator[Fault]:
    if _NOT_NAMED.search(rule.source):
        yield Fault("missing source", rule.id, f"its basis is {rule.basis} and no source is named")
    elif rule.basis in _SECTION_NEEDED and len(rule.source) < len("MCA 2005"):
        yield Fault("missing source", rule.id, f"“{rule.source}” is too short to find")


def _of_wording(rule: Rule) -> Iterator[Fault]:
    for what, words, longest in (
        ("title", rule.title, _LONGEST_TITLE),
        ("reason", rule.reason, _LONGEST_REASON),
        *(("example", line, _LONGEST_LINE) for line in rule.examples),
        *(("find words", phrase, 8) for phrase in rule.find),
    ):
        if len(words.split()) > longest:
            yield Fault("unreadable", rule.id, f"its {what} has more than {longest} words")
        elif _CODE.search(words):
            yield Fault(
                "unreadable", rule.id, f"its {what} holds signs that are not words: “{words}”"
            )
    if rule.reason.isupper() or rule.title.isupper():
        yield Fault("unreadable", rule.id, "it is written in capitals")
