"""Whether a word could be a name where it stands: not its role, its verb, its heading or its month.

Small closed lists, and word frequency for the rest.
"""

import re
from functools import cache
from pathlib import Path

import yaml
from wordfreq import zipf_frequency

from models.redaction.care_words import names_nobody
from models.redaction.ordinary_words import is_ordinary

_STORED = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
TITLES, KIN, ROLES, FUNCTIONS, VERBS, WORD_NAMES, KIN_NOUNS, BODIES, GENERIC_WORDS = (
    frozenset(str(_STORED[name]).split())
    for name in (
        "titles",
        "kin",
        "roles",
        "functions",
        "verbs",
        "word_names",
        "kin_nouns",
        "bodies",
        "generic",
    )
)
MONTHS = frozenset({"may", "april", "june", "august", "march"})
BEFORE_A_MONTH = re.compile(
    r"""(?:\d(?:st|nd|rd|th)?|\b(?:of|in|by|since|until|till|from|early|mid|late|end|last|next))
    [ -]*$""",
    re.IGNORECASE | re.VERBOSE,
)
VERY_COMMON = 5.3  # a capital does not make a name of a word this frequent
INFLECTED = re.compile(r"(?:ed|ing|ly|tion|ment)$")
VOWEL = re.compile(r"[aeiouyàáâäãåèéêëìíîïòóôöõøùúûü]", re.IGNORECASE)


@cache
def frequency(word: str) -> float:
    """Return how frequent a word is in English, 0 for one that no count knows."""
    return float(zipf_frequency(word.casefold(), "en"))


def is_placed_word(word: str) -> bool:
    """Say whether a word is a title, kin, role, function or care word, and so names nobody."""
    low = word.casefold().rstrip(".")
    return low in TITLES | KIN | ROLES | FUNCTIONS or names_nobody(word)


def is_month_here(text: str, start: int, word: str) -> bool:
    """Say whether a month that is also a name stands as the month: "12 May", "in June"."""
    return word.casefold() in MONTHS and BEFORE_A_MONTH.search(text[:start][-12:]) is not None


def could_be_name(word: str, *, opens: bool) -> bool:
    """Say whether a capitalised word could be (part of) a name; `opens` a sentence or a line."""
    low = word.casefold()
    if not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    if low in WORD_NAMES and not opens:
        return True
    if is_placed_word(word) or VOWEL.search(word) is None:
        return low == "ng"
    if opens:
        if low in VERBS or INFLECTED.search(low):
            return False
        return low in WORD_NAMES or not is_ordinary(re.sub(r"['’-]", "", word))
    return low not in VERBS and frequency(word) < VERY_COMMON
