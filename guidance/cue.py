"""Finding a rule's words in a line: in order, with at most three other words between."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from guidance.wording import Wording

_BETWEEN = 3
_ENDING = r"(?:'s|s|es)?"


@dataclass(frozen=True)
class Match:
    """Words of a rule found in a line, and how many of them there were."""

    cue: str
    words: int


@dataclass(frozen=True, eq=False)
class Cues:
    """The `find` words of one rule or gate, ready to be looked for."""

    phrases: tuple[str, ...]
    wording: Wording = field(repr=False)
    _compiled: tuple[tuple[str, int, re.Pattern[str]], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        compiled = []
        for phrase in self.phrases:
            words = self.wording.for_matching(phrase).split()
            if words:
                compiled.append((phrase, len(words), _pattern(words)))
        object.__setattr__(self, "_compiled", tuple(compiled))

    def find(self, plain: str) -> Match | None:
        """Return the longest of the phrases found in a line made ready by `Wording.for_matching`."""
        best: Match | None = None
        for phrase, length, pattern in self._compiled:
            if (best is None or length > best.words) and pattern.search(plain):
                best = Match(phrase, length)
        return best


def cues(phrases: Iterable[str], wording: Wording) -> Cues:
    """Make phrases ready to be looked for."""
    return Cues(tuple(phrases), wording)


def _pattern(words: list[str]) -> re.Pattern[str]:
    gap = rf"(?: \S+){{0,{_BETWEEN}}} "
    return re.compile(r"(?<!\S)" + gap.join(_word(word) for word in words) + r"(?!\S)")


def _word(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\S*"
    return re.escape(word) + (_ENDING if word[-1].isalpha() else "")
