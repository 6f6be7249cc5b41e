"""Which of the planted names did redaction hide, every letter of them?"""

from evaluation.grammar import RenderedNote
from evaluation.product import Observed
from evaluation.scorers.score import Score, share


def names_hidden(note: RenderedNote, seen: Observed) -> Score:
    """Return the share of planted names of which no letter is left."""
    hidden = covered(note, seen)
    missed = tuple(
        note.text[name.start : name.end]
        for name in note.names
        if any(
            not hidden[place] and not note.text[place].isspace()
            for place in range(name.start, name.end)
        )
    )
    return share(len(note.names) - len(missed), len(note.names), missed)


def covered(note: RenderedNote, seen: Observed) -> bytearray:
    """Mark every character that redaction hid."""
    marks = bytearray(len(note.text))
    for span, _ in seen.hidden:
        marks[span.start : span.end] = b"\x01" * (span.end - span.start)
    return marks
