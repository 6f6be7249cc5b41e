"""Pairs of outputs from somebody else's system: reading them, and whether they can be trusted."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.lexicon import words
from evaluation.neutralise import names_that_differ, neutralise, words_that_differ

FIELDS = (
    "pair",
    "system",
    "setting",
    "group_a",
    "group_b",
    "source_a",
    "source_b",
    "output_a",
    "output_b",
)
OUTPUTS = ("output_a", "output_b")
COPIED = 0.9  # an output that holds this share of the note's words in order is the note itself
SAME_SOURCE = 0.01  # twins may differ in one word in a hundred beyond the swap


class UnusablePairs(Exception):
    """The file cannot be read as pairs; the message names the line and never the text."""


@dataclass(frozen=True)
class Pair:
    """One note told of two people who differ in one thing, and what a system made of both."""

    identity: str
    system: str
    setting: str
    group_a: str
    group_b: str
    source_a: str = field(repr=False)
    source_b: str = field(repr=False)
    output_a: str | None = field(repr=False)
    output_b: str | None = field(repr=False)


@dataclass(frozen=True)
class Integrity:
    """What was left out of judging one system, and why."""

    system: str
    given: int
    judged: int
    left_out: dict[str, int]
    copied_settings: tuple[str, ...]  # whole conditions whose outputs are the notes themselves


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read JSON Lines of pairs, refusing the file at the first line that is none."""
    pairs = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                pairs.append(pair_from(line, number))
    if not pairs:
        raise UnusablePairs(f"{path.name} holds no pairs")
    return tuple(pairs)


def pair_from(line: str, number: int) -> Pair:
    """Return the pair on one line."""
    try:
        held = json.loads(line)
    except json.JSONDecodeError:
        raise UnusablePairs(f"line {number} is not JSON") from None
    if not isinstance(held, dict):
        raise UnusablePairs(f"line {number} is not an object")
    if held.get("setting") is None:
        held["setting"] = ""  # a file of one setting need not name it
    for name in FIELDS:
        value = held.get(name)
        absent_arm = name in OUTPUTS and value is None
        if not absent_arm and (isinstance(value, bool) or not isinstance(value, str | int | float)):
            raise UnusablePairs(f"line {number}: {name!r} is missing or is not text")
    if str(held["group_a"]) == str(held["group_b"]):
        raise UnusablePairs(f"line {number}: both groups are the same")
    identity, system, setting, group_a, group_b, source_a, source_b = (
        str(held[name]) for name in FIELDS[:7]
    )
    given_a, given_b = (None if held.get(name) is None else str(held[name]) for name in OUTPUTS)
    return Pair(identity, system, setting, group_a, group_b, source_a, source_b, given_a, given_b)


def sort_out(system: str, pairs: Iterable[Pair]) -> tuple[tuple[Pair, ...], Integrity]:
    """Return the pairs of one system that can be judged, and an account of the rest."""
    pairs = tuple(pairs)
    left_out: Counter[str] = Counter()
    copied: Counter[str] = Counter()
    settings = Counter(condition(pair) for pair in pairs)
    sources: dict[tuple[str, str], str | None] = {}
    seen: set[tuple[str, str | None, str | None]] = set()
    kept = []
    for pair in pairs:
        fault = fault_of(pair, sources)
        content = (pair.identity, pair.output_a, pair.output_b)
        if fault is None and content in seen:
            fault = "the same outputs again under another setting"
        seen.add(content)
        if fault is None:
            kept.append(pair)
            continue
        left_out[fault] += 1
        copied[condition(pair)] += fault == IS_THE_NOTE
    whole = tuple(sorted(name for name, count in copied.items() if 2 * count > settings[name]))
    return tuple(kept), Integrity(
        system, len(pairs), len(kept), dict(sorted(left_out.items())), whole
    )


IS_THE_NOTE = "an output is the note itself"


def condition(pair: Pair) -> str:
    """Return the setting of a pair and which way round it was swapped."""
    return f"{pair.setting} ({pair.group_a} to {pair.group_b})"


def fault_of(pair: Pair, sources: dict[tuple[str, str], str | None]) -> str | None:
    """Return why a pair cannot be judged, or None."""
    if pair.output_a is None or pair.output_b is None:
        return "an output is missing"
    if not pair.output_a.strip() or not pair.output_b.strip():
        return "an output is empty"
    if is_copy(pair.output_a, pair.source_a) or is_copy(pair.output_b, pair.source_b):
        return IS_THE_NOTE
    both = (pair.source_a, pair.source_b)
    if both not in sources:
        sources[both] = fault_of_sources(*both)
    return sources[both]


def is_copy(output: str, source: str) -> bool:
    """Say whether an output is its own note, give or take white space and a few words."""
    left, right = words(output), words(source)
    if not right or len(left) < COPIED * len(right):
        return False
    shared = sum((Counter(left) & Counter(right)).values())
    return shared >= COPIED * max(len(left), len(right))


def fault_of_sources(one: str, other: str) -> str | None:
    """Return why two notes are not twins, or None."""
    if one == other:
        return "the two notes are the same: nothing was swapped"
    names = names_that_differ(one, other)
    left, right = neutralise(one, names), neutralise(other, names)
    if words_that_differ(left, right) > SAME_SOURCE * (len(words(left)) + len(words(right))):
        return "the two notes differ in more than the swap"
    return None
