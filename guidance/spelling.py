"""Reading a misspelt word as the word of the guidance it is one slip of the keys away from."""

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne
from wordfreq import zipf_frequency

from guidance.library import Guidance
from guidance.wording import tokens

_WORD = re.compile(r"(?<![\w'’\[])[^\W\d_]+(?![\w'’\]])")
# Shorter words have too many neighbours: "form" is one slip from "from".
_LEAST_LETTERS = 5
_LEAST_MEANT = 4
_COMMON = 2.6  # Zipf frequency in English; what is more usual than this was meant as it stands


class Spelling:
    """The words one version of the guidance is written in."""

    def __init__(self, guidance: Guidance) -> None:
        self._known = frozenset(
            word for line in _lines(guidance) for word in tokens(line) if word.isalpha()
        )
        self._meant = sorted(word for word in self._known if len(word) >= _LEAST_MEANT)

        self._fail_safe = {
            _letters(line): line
            for rule in guidance.rules
            if rule.fail_safe and rule.outcome == "social_worker_only"
            for line in (*rule.examples, *(x for i, x in guidance.fail_safe_lines if i == rule.id))
        }

    def line_meant(self, line: str) -> str:
        """Return the fail-safe line that a line is one slip of the keys from, spaces apart."""
        letters = _letters(line)
        if len(letters) < _LEAST_LETTERS:
            return line
        near = extractOne(letters, self._fail_safe.keys(), scorer=OSA.distance, score_cutoff=1)
        return self._fail_safe[near[0]] if near else line

    def put_right(self, text: str) -> str:
        """Return a text with each misspelt word of the guidance as the guidance spells it."""
        return _WORD.sub(lambda match: self._word(match.group()), text)

    def _word(self, written: str) -> str:
        word = written.lower()
        if len(word) < _LEAST_LETTERS or not self._known.isdisjoint((word, word.rstrip("s"))):
            return written
        if zipf_frequency(word, "en") >= _COMMON:
            return written
        near = extract(word, self._meant, scorer=OSA.distance, score_cutoff=1, limit=8)
        # Of several, the word people write most.
        words = [str(each[0]) for each in near]
        return max(words, key=lambda each: (zipf_frequency(each, "en"), each), default=written)


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line.lower()))


def _lines(guidance: Guidance) -> Iterator[str]:
    for rule in guidance.rules:
        yield from (rule.title, *rule.find, *rule.examples)
        yield from (counter.line for counter in rule.counter_examples)
    yield from (line for _, line in guidance.fail_safe_lines)
    for gate in guidance.gates:
        yield from (*gate.fails_when, *gate.shown_when, *gate.unless)
    yield from (*guidance.hedges, *guidance.urgent, *guidance.at_risk)
    yield from (*guidance.others, *guidance.judgement)
    wording = guidance.wording
    for groups in (wording.neutral, wording.shorthand, wording.same_words):
        for stands, variants in groups.items():
            yield from (stands, *variants)


_READY: WeakKeyDictionary[Guidance, Spelling] = WeakKeyDictionary()


def spelling(guidance: Guidance) -> Spelling:
    """Return the spelling of a version of the guidance, made ready once."""
    ready = _READY.get(guidance)
    if ready is None:
        ready = _READY[guidance] = Spelling(guidance)
    return ready
