"""How words of names are cut out and compared.

Whole words, without case, accents or possessives.
"""

import re
import unicodedata

NAME_PART = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)


def fold(word: str) -> str:
    """Return a word without case, accents or the possessive."""
    bare = re.sub(r"['’]s$", "", word.casefold())
    plain = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


def squeeze(surface: str) -> str:
    """Return a number or reference without spaces and punctuation, in lower case."""
    return "".join(c for c in surface.casefold() if c.isalnum())
