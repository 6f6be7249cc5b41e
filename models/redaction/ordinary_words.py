"""Which words are ordinary English, and so not hidden wherever they stand for being a name too."""

from functools import cache

from wordfreq import zipf_frequency

COMMON = 3.6  # about four times in a million words
SHORTEST = 3


@cache
def is_ordinary(word: str) -> bool:
    """Say whether a word, in lower case, is common enough English to be left alone."""
    if not word.isalpha():
        return False
    return bool(zipf_frequency(word.casefold(), "en") >= COMMON)
