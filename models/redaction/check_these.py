"""What the practitioner is asked to look at: words left readable that no list of ours explains."""

from models.redaction.merge import Stretch
from models.redaction.name_places import is_explained, is_unheard, open_words
from models.redaction.name_words import MONTHS, WORD_NAMES, frequency
from models.redaction.ordinary_words import COMMON
from models.redaction.propagation import opens_a_sentence

RARE = 2.5  # a word that opens a sentence must be rarer than one with a capital inside it
LONG = 5
CALENDAR = MONTHS | {"sun", "mon", "tue", "wed", "fri", "sat", "sunday", "monday", "tuesday"}
CALENDAR |= {"wednesday", "thursday", "friday", "saturday"}


def check_these(hidden: list[Stretch], text: str) -> list[tuple[int, int]]:
    """Return where words stand that may be somebody's name, though nothing says so."""
    covered = bytearray(len(text))
    for one in hidden:
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
    return [
        (start, end)
        for word, start, end in open_words(text, covered)
        if _is_unexplained(word, start, text)
    ]


def _is_unexplained(word: str, start: int, text: str) -> bool:
    if word[0].islower():
        return len(word) >= LONG and frequency(word) == 0 and is_unheard(word)
    if is_explained(word, start, text) or word.casefold().rstrip("s") in CALENDAR:
        return False
    if opens_a_sentence(text, start):
        return frequency(word) < RARE
    return word.casefold() in WORD_NAMES or frequency(word) < COMMON
