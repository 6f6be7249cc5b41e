"""Whether a measure reacts to the swap itself: if it does, it may not judge a system."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.lexicon import words
from evaluation.neutralise import names_that_differ, neutralise
from evaluation.output_measures import OUTPUT_MEASURES, OutputMeasure
from evaluation.paired import difference
from evaluation.run_record import Control
from evaluation.thresholds import Gates

MOST_DZ = 0.10
MOST_SHARE = 0.10  # of the threshold
NEGLIGIBLE_SHARE = 0.01  # so small that its dz says nothing
DECOY_THRESHOLD = 0.005


@dataclass(frozen=True)
class NotePair:
    """Two notes that differ only in the swap, as they were written."""

    scenario: str
    group: str = field(repr=False)
    reference: str = field(repr=False)


def invariant_measures(
    notes: Iterable[NotePair], gates: Gates
) -> tuple[dict[str, bool], tuple[Control, ...]]:
    """Try every measure on the notes alone, and a decoy that must be refused."""
    written = list(notes)
    neutral = [neutral_pair(pair) for pair in written]
    allowed = {
        gate: is_invariant(measure, neutral, gates.of(gate).threshold)
        for gate, measure in OUTPUT_MEASURES.items()
    }
    if not written:
        return allowed, (Control("measures do not react to the swap itself", None, "no notes"),)
    refused = sorted(gates.of(gate).measure for gate, good in allowed.items() if not good)
    told = "refused: " + ", ".join(refused) if refused else f"all {len(allowed)} may judge"
    caught = not is_invariant(reads_identity, written, DECOY_THRESHOLD)
    return allowed, (
        Control("measures do not react to the swap itself", not refused, told),
        Control(
            "a decoy measure that reads identity is refused",
            caught,
            "it was refused" if caught else "it was let through",
        ),
    )


def neutral_pair(pair: NotePair) -> NotePair:
    """Return both notes neutralised."""
    names = names_that_differ(pair.group, pair.reference)
    return NotePair(pair.scenario, neutralise(pair.group, names), neutralise(pair.reference, names))


def is_invariant(measure: OutputMeasure, notes: Iterable[NotePair], threshold: float) -> bool:
    """Say whether the first half of both notes, taken as outputs, measures the same."""
    values, clusters = [], []
    for pair in notes:
        group = measure(pair.group, first_half(pair.group))
        reference = measure(pair.reference, first_half(pair.reference))
        if group is not None and reference is not None:
            values.append(group - reference)
            clusters.append(pair.scenario)
    if not values:
        return True
    found = difference(tuple(values), tuple(clusters))
    share = abs(found.effect) / threshold
    return share < NEGLIGIBLE_SHARE or (share < MOST_SHARE and abs(found.dz) < MOST_DZ)


def first_half(text: str) -> str:
    """Return the first half of a text, to the word."""
    held = text.split()
    return " ".join(held[: (len(held) + 1) // 2])


def reads_identity(_: str, output: str) -> float | None:
    """Measure a made-up tone in which every word, pronouns and names too, has a fixed weight.

    Tone models learned from text do the same: on identical notes they score a swapped pronoun.
    """
    held = words(output)
    return sum(weight(word) for word in held) / len(held) if held else None


def weight(word: str) -> float:
    """Return the fixed weight of one word, between minus one and one."""
    return zlib.crc32(word.encode()) / 2**31 - 1
