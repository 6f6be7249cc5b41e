"""Finding a rule's words in a line: in order, with at most three other words between."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from guidance.wording import Wording

_BETWEEN = 3
_ENDING = r"(?:'s|s|es)?"

Owner = TypeVar("Owner", bound=Hashable)


@dataclass(frozen=True)
class Match:
    """Words of a rule found in a line, and how many of them there were."""

    cue: str
    words: int


class CueIndex(Generic[Owner]):
    """The words of many owners (rules, gates), looked for in one pass over a line."""

    def __init__(self, phrases: Mapping[Owner, Iterable[str]], wording: Wording) -> None:
        self._starting: dict[str, list[tuple[Owner, Match, re.Pattern[str]]]] = {}
        self._anywhere: list[tuple[Owner, Match, re.Pattern[str]]] = []
        for owner, each in phrases.items():
            for phrase in each:
                words = wording.for_matching(phrase).split()
                if not words:
                    continue
                entry = (owner, Match(phrase, len(words)), _pattern(words))
                if words[0].endswith("*"):
                    self._anywhere.append(entry)
                else:
                    self._starting.setdefault(words[0], []).append(entry)

    def find(self, plain: str) -> dict[Owner, Match]:
        """Return, by owner, the longest words found in a line from `Wording.for_matching`."""
        found: dict[Owner, Match] = {}
        firsts = {form for word in set(plain.split()) for form in _forms(word)}
        entries = [entry for first in sorted(firsts) for entry in self._starting.get(first, ())]
        for owner, match, pattern in (*entries, *self._anywhere):
            longest = found.get(owner)
            if (longest is None or match.words > longest.words) and pattern.search(plain):
                found[owner] = match
        return found


@dataclass(frozen=True, eq=False)
class Cues:
    """One list of words, ready to be looked for."""

    phrases: tuple[str, ...]
    wording: Wording = field(repr=False)
    _index: CueIndex[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", CueIndex({0: self.phrases}, self.wording))

    def find(self, plain: str) -> Match | None:
        """Return the longest of the phrases found in a line from `Wording.for_matching`."""
        return self._index.find(plain).get(0)


def cues(phrases: Iterable[str], wording: Wording) -> Cues:
    """Make phrases ready to be looked for."""
    return Cues(tuple(phrases), wording)


def _forms(word: str) -> tuple[str, ...]:
    """Return a word and what it may be an ending of: "visits" may be "visit"."""
    return (word, *(word[: -len(end)] for end in ("'s", "es", "s") if word.endswith(end)))


def _pattern(words: list[str]) -> re.Pattern[str]:
    gap = rf"(?: \S+){{0,{_BETWEEN}}} "
    return re.compile(r"(?<!\S)" + gap.join(_word(word) for word in words) + r"(?!\S)")


def _word(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\S*"
    return re.escape(word) + (_ENDING if word[-1].isalpha() else "")
