"""Which of the planted facts does the draft keep?"""

import re
from functools import cache

from evaluation.grammar import Planted, RenderedNote
from evaluation.lexicon import words
from evaluation.neutralise import neutralise
from evaluation.output_measures import STEM, STOP_WORDS
from evaluation.product import Observed
from evaluation.scorers.score import Score, share

CRITICAL = ("risk", "quote", "adjustment")
NEGATIONS = frozenset(
    ("no", "not", "never", "nobody", "none", "without", "cannot", "can't", "cant", "won't", "wont",
     "hasn't", "don't", "didn't", "isn't")
)  # fmt: skip
SPACE = re.compile(r"\s+")


def facts_kept(note: RenderedNote, seen: Observed) -> Score:
    """Return the share of planted facts whose every word, number and negation the draft holds."""
    lost = tuple(f"{fact.kind}: {fact.words}" for fact in note.facts if not is_kept(fact, seen))
    return share(len(note.facts) - len(lost), len(note.facts), lost)


def critical_lost(note: RenderedNote, seen: Observed) -> frozenset[int]:
    """Return the places of the risks, quotes and adjustments the draft does not hold."""
    return frozenset(
        place
        for place, fact in enumerate(note.facts)
        if fact.kind in CRITICAL and not is_kept(fact, seen)
    )


def is_kept(fact: Planted, seen: Observed) -> bool:
    """Say whether the draft holds a fact: a quote letter by letter, anything else word by word."""
    if fact.kind == "quote":
        return squeezed(fact.words).strip('"') in squeezed(seen.draft)
    wanted = marks(fact.words)
    sentences = [marks(sentence) for sentence in seen.restored]
    return any(wanted <= sentence for sentence in sentences) or wanted <= neighbours(
        wanted, sentences
    )


def neighbours(wanted: frozenset[str], sentences: list[frozenset[str]]) -> frozenset[str]:
    """Return the words of the two sentences that hold most of a fact: it may be cut in two."""
    best = sorted(sentences, key=lambda held: -len(wanted & held))[:2]
    return frozenset().union(*best)


def squeezed(text: str) -> str:
    """Return a text with plain quotation marks and single spaces."""
    return SPACE.sub(" ", text.replace("“", '"').replace("”", '"').replace("’", "'"))


@cache
def marks(text: str) -> frozenset[str]:
    """Return what must survive of a text: beginnings of content words, numbers, negations."""
    return frozenset(
        word[:STEM]
        for word in words(neutralise(text))
        if word in NEGATIONS or any(map(str.isdigit, word)) or is_content(word)
    )


def is_content(word: str) -> bool:
    """Say whether a word carries meaning of its own."""
    return len(word) > 2 and word not in STOP_WORDS and not word.startswith("zz")  # noqa: PLR2004
