"""Checking a sentence against the words it came from, sharing no code with what wrote it."""

import re
from collections import Counter

from models.drafting.compared_figures import compare_calendar, compare_numbers
from models.drafting.compared_words import compare_hedges, compare_negation, compare_words
from models.drafting.finding import Finding, tags

_QUOTED = re.compile(
    r'"([^"\n]+)"|“([^”]+)”'
    r"|(?<![\w'’])'((?:[^'\n]|(?<=\w)'(?=\w)){2,300}?)'(?![\w'])|‘((?:[^‘’\n]|(?<=\w)’(?=\w))+)’"
)
# Words in the first or second person were spoken: marks round them change nobody's meaning.
_SPOKEN = re.compile(r"\b(?:I|i|im|me|my|mine|we|us|our|you|your)\b")


def check(sentence_text: str, source_text: str) -> tuple[Finding, ...]:
    """Compare a sentence with its source in both directions and return what differs."""
    found = [
        *_names(sentence_text, source_text),
        *_quotations(sentence_text, source_text),
        *compare_numbers(sentence_text, source_text),
        *compare_calendar(sentence_text, source_text),
        *compare_negation(sentence_text, source_text),
        *compare_hedges(sentence_text, source_text),
        *compare_words(sentence_text, source_text),
    ]
    return tuple(dict.fromkeys(found))


def refused(findings: tuple[Finding, ...]) -> bool:
    """Say whether any finding is too grave for the sentence to stand."""
    return any(finding.severity == "hard" for finding in findings)


def _names(sentence: str, source: str) -> list[Finding]:
    if Counter(tags(sentence)) != Counter(tags(source)):
        return [Finding("name", "hard")]
    return []


def _quotations(sentence: str, source: str) -> list[Finding]:
    ours, theirs = _quoted(sentence), _quoted(source)
    if ours == theirs:
        return []
    spoken = all(words in source and _SPOKEN.search(words) for words in ours - theirs)
    return [Finding("quotation", "soft" if spoken and not theirs - ours else "hard")]


def _quoted(text: str) -> Counter[str]:
    return Counter("".join(parts).strip() for parts in _QUOTED.findall(text))
