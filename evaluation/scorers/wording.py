"""How long is the draft, and what hedging or blame does it add that the note does not hold?"""

import math
from functools import cache

from evaluation.grammar import RenderedNote
from evaluation.lexicon import read_lexicon, words
from evaluation.neutralise import neutralise
from evaluation.product import Observed
from evaluation.scorers.score import Score

ADDED = ("hedging", "blame")


def length(_: RenderedNote, seen: Observed) -> Score:
    """Return the logarithm of the draft's words, each name as one, so differences are shares."""
    total = len(words(" ".join(text for _, text in seen.sentences)))
    return Score(math.log(total) if total else None, total, 1)


def hedging_added(note: RenderedNote, seen: Observed) -> Score:
    """Return the hedging and blame words the draft holds beyond the note's own, per word."""
    (total, *drafted), (_, *written) = counted(seen.draft), counted(note.text)
    added = sum(max(0, mine - theirs) for mine, theirs in zip(drafted, written, strict=True))
    return Score(added / total if total else None, added, total)


@cache
def counted(text: str) -> tuple[int, ...]:
    """Return how many words a text has, and how many of each family."""
    neutral = neutralise(text)
    return (len(words(neutral)), *(read_lexicon(name).count(neutral) for name in ADDED))
