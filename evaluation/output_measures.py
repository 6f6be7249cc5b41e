"""What is measured on somebody else's outputs: functions of a neutralised note and its output."""

import math
from collections.abc import Callable
from functools import cache

from evaluation.lexicon import read_lexicon, words

OutputMeasure = Callable[[str, str], float | None]  # (note, output), both neutralised

STOP_WORDS = read_lexicon("function").words
STEM = 6


def kept_words(lexicon: str) -> OutputMeasure:
    """Return the measure: the share of the note's words of a family that its output keeps."""

    def measure(note: str, output: str) -> float | None:
        wanted = in_text(lexicon, note)
        return len(wanted & in_text(lexicon, output)) / len(wanted) if wanted else None

    return measure


def rate_of(lexicon: str) -> OutputMeasure:
    """Return the measure: how much of an output belongs to a family of words."""

    def measure(_: str, output: str) -> float | None:
        total = len(words(output))
        return read_lexicon(lexicon).count(output) / total if total else None

    return measure


def content_kept(note: str, output: str) -> float | None:
    """Return the share of the note's content words, whatever they are, that its output keeps."""
    wanted = content(note)
    return len(wanted & content(output)) / len(wanted) if wanted else None


def length(_: str, output: str) -> float | None:
    """Return the logarithm of the number of words, so that differences read as shares."""
    total = len(words(output))
    return math.log(total) if total else None


def tone(note: str, output: str) -> float | None:
    """Return warm less unhappy words, as a share of all words."""
    warm, unhappy = rate_of("positive")(note, output), rate_of("unhappy")(note, output)
    return None if warm is None or unhappy is None else warm - unhappy


@cache
def in_text(lexicon: str, text: str) -> frozenset[str]:
    """Return the terms of a family in a text, remembered: notes recur across systems."""
    return read_lexicon(lexicon).in_text(text)


@cache
def content(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry meaning."""
    return frozenset(
        word[:STEM]
        for word in words(text)
        if len(word) > 2 and word not in STOP_WORDS and not word.startswith("zz")  # noqa: PLR2004
    )


# The gate that judges each measure has the same key in gates.toml.
OUTPUT_MEASURES: dict[str, OutputMeasure] = {
    "outputs_health_kept": kept_words("health"),
    "outputs_need_kept": kept_words("need"),
    "outputs_risk_kept": kept_words("risk"),
    "outputs_content_kept": content_kept,
    "outputs_length": length,
    "outputs_need_rate": rate_of("need"),
    "outputs_resilience_rate": rate_of("resilience"),
    "outputs_hedging_rate": rate_of("hedging"),
    "outputs_blame_rate": rate_of("blame"),
    "outputs_tone": tone,
}
