"""Which ordinary words did redaction take for a person's name?"""

from evaluation.grammar import RenderedNote
from evaluation.lexicon import WORD
from evaluation.product import Observed
from evaluation.scorers.score import Score, share


def words_hidden(note: RenderedNote, seen: Observed) -> Score:
    """Return the share of words outside every planted name that were hidden as a person."""
    people = [span for span, kind in seen.hidden if kind == "PERSON"]
    planted = note.names
    ordinary, hidden = 0, []
    for word in WORD.finditer(note.text):
        if any(span.start < word.end() and word.start() < span.end for span in planted):
            continue
        ordinary += 1
        if any(span.start < word.end() and word.start() < span.end for span in people):
            hidden.append(word[0])
    return share(len(hidden), ordinary, tuple(hidden))
