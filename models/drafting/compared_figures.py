"""Whether a sentence holds the numbers, sums, days and months of its source, and no others."""

import re
from collections import Counter

from models.drafting.finding import Finding, tokens, without_tags

_NUMBER = re.compile(r"£?\d+(?:[.,:/]\d+)*%?")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
# Short forms that are also words: they count only where the sentence writes the day out.
_ALSO_WORDS = {"sat", "sun", "mar", "mon"}
_SHORTEST, _LONGEST = 3, 5
_OTHER_FORMS = {
    "weds": "wednesday",
    "thurs": "thursday",
    "tues": "tuesday",
    "tmrw": "tomorrow",
    "tmw": "tomorrow",
    "tomorow": "tomorrow",
    "yest": "yesterday",
    "yday": "yesterday",
    "tonite": "tonight",
}
_RELATIVE = {"today", "tomorrow", "yesterday", "tonight"}
NUMBER_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip


def compare_numbers(sentence: str, source: str) -> list[Finding]:
    """Find numbers gained, lost or written another number of times."""
    ours, theirs = _figures(sentence), _figures(source)
    if ours - theirs or set(theirs) - set(ours):
        sums = any("£" in figure for figure in (ours - theirs) + (theirs - ours))
        return [Finding("money" if sums else "number", "hard")]
    return [Finding("number", "soft")] if ours != theirs else []


def compare_calendar(sentence: str, source: str) -> list[Finding]:
    """Find days and months gained or lost."""
    ours, theirs = _calendar(sentence), _calendar(source)
    loose = {
        name for name in (*_DAYS, *_MONTHS) if re.search(rf"\b{name[:3]}\b", source, re.IGNORECASE)
    }
    return [Finding("date", "hard")] if ours - theirs - loose or theirs - ours else []


def _figures(text: str) -> Counter[str]:
    found = Counter(m.group().rstrip(".,:/") for m in _NUMBER.finditer(without_tags(text)))
    found.update(NUMBER_WORDS[word] for word in tokens(text) if word in NUMBER_WORDS)
    return found


def _calendar(text: str) -> set[str]:
    found: set[str] = set()
    for typed in tokens(text):
        word = _OTHER_FORMS.get(typed, typed)
        short = _SHORTEST <= len(word) <= _LONGEST and word not in _ALSO_WORDS
        found.update(n for n in (*_DAYS, *_MONTHS) if word == n or (short and n.startswith(word)))
        if word in _RELATIVE:
            found.add(word)
    return found
