"""Whether a sentence holds the numbers, sums, days and months of its source, and no others."""

import re

from models.drafting.finding import Finding, tokens, without_tags

_ITEM = re.compile(r"\s*[-–•*(]?\s*(\d{1,2})(?:[.)]|\s)\s*(?=\D)")
_NUMBER = re.compile(r"£?\d+(?:[.,:/]\d+)*%?")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
# Short forms that are also words: they count only where the sentence writes the day out.
_ALSO_WORDS = {"sat", "sun", "mar", "mon", "sep", "dec"}
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
    "tnght": "tonight",
    "2nght": "tonight",
    "tdy": "today",
    "tday": "today",
    "tomoz": "tomorrow",
}
_BY_FORM = {
    name[:length]: name
    for name in (*_DAYS, *_MONTHS)
    for length in (*range(_SHORTEST, _LONGEST + 1), len(name))
    if name[:length] not in _ALSO_WORDS
}
_BY_SHORT = {name[:_SHORTEST]: name for name in (*_DAYS, *_MONTHS)}
_SHORT = re.compile(rf"\b(?:{'|'.join(_BY_SHORT)})\b", re.IGNORECASE)
_RELATIVE = {"today", "tomorrow", "yesterday", "tonight"}
NUMBER_WORDS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "once": "1", "twice": "2", "first": "1", "second": "2", "third": "3", "fourth": "4",
    "fifth": "5",
}  # fmt: skip


def compare_numbers(sentence: str, source: str) -> list[Finding]:
    """Find numbers gained or lost; one in figures may stand for the same one in words."""
    ours, theirs = _figures(sentence), _figures(source)
    gained = ours - theirs - _spelt(source)
    lost = theirs - ours - _spelt(sentence) - _list_number(source)
    if gained or lost:
        sums = any("£" in figure for figure in gained | lost)
        return [Finding("money" if sums else "number", "hard")]
    words = _spelt(sentence) ^ _spelt(source)
    return [Finding("number", "soft")] if words - ours - theirs - {"1"} else []


def compare_calendar(sentence: str, source: str) -> list[Finding]:
    """Find days and months gained or lost."""
    ours, theirs = _calendar(sentence), _calendar(source)
    loose = {_BY_SHORT[match.group().lower()] for match in _SHORT.finditer(source)}
    changed = (ours - theirs - loose) | (theirs - ours)
    if not changed:
        return []
    return [Finding("date", "soft" if changed <= _RELATIVE else "hard")]


def _figures(text: str) -> set[str]:
    return {match.group().rstrip(".,:/") for match in _NUMBER.finditer(without_tags(text))}


def _spelt(text: str) -> set[str]:
    return {NUMBER_WORDS[word] for word in tokens(text) if word in NUMBER_WORDS}


def _list_number(source: str) -> set[str]:
    """Return the number of a list item, which is no part of what the item says."""
    match = _ITEM.match(source)
    return {match.group(1)} if match else set()


def _calendar(text: str) -> set[str]:
    found: set[str] = set()
    for typed in tokens(text):
        word = _OTHER_FORMS.get(typed, typed)
        word = word.removesuffix("s") if word.endswith("days") else word
        if word in _BY_FORM:
            found.add(_BY_FORM[word])
        if word in _RELATIVE:
            found.add(word)
    return found
