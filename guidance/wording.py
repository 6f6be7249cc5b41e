"""Which words of a line mean the same, so that a rule finds a task however it is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_TOKEN = re.compile(r"\[[A-Z_]+_\d+\]|[^\W_]+(?:['’/&.-][^\W_]+)*|w/|\?")
_PLACEHOLDER = re.compile(r"\[([A-Z_]+)_\d+\]")
# What stands for a placeholder, so that the number in it can decide nothing.
_KINDS = {"PERSON": "person", "ORG": "service", "PLACE": "place", "ADDRESS": "address"}
_LONGEST = 3

Fold = Mapping[tuple[str, ...], str]


def tokens(text: str) -> list[str]:
    """Return the words of a line in lower case, a question mark as a word of its own."""
    found = []
    for word in _TOKEN.findall(text):
        hidden = _PLACEHOLDER.fullmatch(word)
        if hidden:
            found.append(_KINDS.get(hidden.group(1), "number"))
        else:
            found.append(word.lower().replace("’", "'"))
    return found


def folding(groups: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[tuple[str, ...], str]:
    """Return every variant of the groups, as words, with the word that stands for it."""
    folded: dict[tuple[str, ...], str] = {}
    for group in groups:
        for stands, variants in group.items():
            for variant in (stands, *variants):
                folded[tuple(tokens(variant))] = stands.replace(" ", "_")
    return folded


def fold(words: list[str], folded: Fold) -> list[str]:
    """Replace each variant, the longest first, by the word that stands for it."""
    out = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            stands = folded.get(tuple(words[at : at + length]))
            if stands is not None:
                out.append(stands)
                at += length
                break
        else:
            out.append(_fold_inside(words[at], folded))
            at += 1
    return out


def _fold_inside(word: str, folded: Fold) -> str:
    """Fold what a word is made of: "mum's" as "dad's" is, "he'll" as "she'll", both of "he/she"."""
    stem, apostrophe, ending = word.partition("'")
    if apostrophe and (stem,) in folded:
        return f"{folded[stem,]}'{ending}"
    if "/" in word:
        return "/".join(folded.get((part,), part) for part in word.split("/"))
    return word


@dataclass(frozen=True, eq=False)
class Wording:
    """The words one version of the guidance treats as the same."""

    neutral: Mapping[str, tuple[str, ...]]
    shorthand: Mapping[str, tuple[str, ...]]
    same_words: Mapping[str, tuple[str, ...]]
    _read: Fold = field(init=False, repr=False)
    _match: Fold = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_read", folding((self.neutral, self.shorthand)))
        object.__setattr__(self, "_match", folding((self.same_words,)))

    def spelt_out(self, text: str) -> str:
        """Return a line with shorthand written out and people, gender and language folded."""
        return " ".join(fold(tokens(text), self._read)).replace("_", " ")

    def for_matching(self, text: str) -> str:
        """Return a line as `find` words are matched against it: single words, one space between."""
        return " ".join(fold(fold(tokens(text), self._read), self._match))
