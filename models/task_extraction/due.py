"""When a task is due: the note's own words always, a date only where they leave one reading."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import holidays

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|weds?|thur?s?|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?s?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMERIC = r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
_NTH = r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)"
_NAMED = rf"{_NTH}\s+(?:of\s+)?{_MONTH}(?:\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?"
_CLOCK = r"(?:\s+(?:at\s+)?(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]m|[ap]m))?"
_WITHIN = (
    r"(?:within|in)\s+(?:the\s+next\s+)?\d{1,2}\s*(?:working\s+days?|wd|wds|days?|weeks?|wks?|"
    r"/7|/52)"
)
_SOON = (
    r"today|2day|tonight|this (?:morning|afternoon|evening)|same day|tomorrow|tmrw|tmw|tomoz|"
    r"first thing|asap|straight away"
)
_LATER = (
    rf"(?:w/c|wc)\s+{_NUMERIC}|(?:this|next)\s+(?:{_DAY}|week|wk|month)|end of (?:the "
    rf")?(?:week|month|day|{_MONTH}|term)|"
    r"half[- ]term|before (?:the )?(?:review|hearing|conference|core group|meeting|panel|"
    r"school|sch run|weekend|visit|he\w*|she\w*)"
)
_DUE = re.compile(
    rf"\b(?:(?:by|before|on|for|due|no later than)\s+(?:on\s+)?)?"
    rf"(?:{_WITHIN}|{_NAMED}|{_LATER}|{_SOON}|{_DAY}\b|{_NUMERIC}|(?<=by )\d{{1,2}}[ap]m|"
    rf"{_NTH}){_CLOCK}(?!\w)",
    re.IGNORECASE,
)
_FULL_YEAR = 100  # a year written with fewer digits is in this century
_SATURDAY = 5
_HALF_A_YEAR = 183
# A date with the year of a birth or of something long past is no due date.
_LONG_AGO = re.compile(r"\d[/.]\d{1,2}[/.](?:[3-9]\d|1[89]\d\d|200\d)$")
_FAR_AHEAD = timedelta(days=2 * 365)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Say whether a day is neither at the weekend nor a bank holiday in England."""
    return day.weekday() < _SATURDAY and day not in _bank_holidays(day.year)


def add_working_days(start: date, count: int) -> date:
    """Return the date that many working days after a day, which is itself day nought."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def due_words(text: str) -> str | None:
    """Return the words that say when a task is due, the first of them, or none."""
    found = [match.group().strip() for match in _DUE.finditer(text)]
    return next((words for words in found if not _LONG_AGO.search(words)), None)


def due_date(words: str, visit: date | None) -> date | None:
    """Return the date that due words mean, none where they are ambiguous or no visit is dated."""
    if visit is None:
        return None
    plain = " ".join(words.lower().split())
    for pattern, reading in _READINGS:
        match = pattern.search(plain)
        if match:
            found = reading(match, visit)
            return found if found and visit <= found <= visit + _FAR_AHEAD else None
    return None


def _never(match: re.Match[str], visit: date) -> date | None:
    """Some words only look like a date: this and next Friday, half-term, "w/c"."""
    del match, visit
    return None


def _same_day(match: re.Match[str], visit: date) -> date | None:
    del match
    return visit


def _tomorrow(match: re.Match[str], visit: date) -> date | None:
    del match
    return visit + timedelta(days=1)


def _within(match: re.Match[str], visit: date) -> date | None:
    count, kind = int(match["count"]), match["kind"]
    if kind.startswith("w") and "d" in kind:
        return add_working_days(visit, count)
    weeks = kind.startswith(("week", "wk", "/52"))
    return visit + timedelta(days=count * (7 if weeks else 1))


def _named(match: re.Match[str], visit: date) -> date | None:
    month = _MONTHS.index(match["month"][:3]) + 1
    if match["year"]:
        return _real(int(match["year"]), month, int(match["day"]))
    return _next_of(month, int(match["day"]), visit)


def _numeric(match: re.Match[str], visit: date) -> date | None:
    day, month = int(match["day"]), int(match["month"])
    if match["year"]:
        year = int(match["year"])
        return _real(year if year >= _FULL_YEAR else 2000 + year, month, day)
    return _next_of(month, day, visit)


def _nth(match: re.Match[str], visit: date) -> date | None:
    day = int(match["day"])
    year, month = visit.year, visit.month
    for _ in range(3):
        found = _real(year, month, day)
        if found and found >= visit:
            return found
        year, month = (year + 1, 1) if month == len(_MONTHS) else (year, month + 1)
    return None


def _weekday(match: re.Match[str], visit: date) -> date | None:
    """The next such day after the visit; on that very weekday it could be either, so none."""
    ahead = (_DAYS.index(match["day"][:3]) - visit.weekday()) % 7
    return visit + timedelta(days=ahead) if ahead else None


def _next_of(month: int, day: int, visit: date) -> date | None:
    """The next such date; more than half a year ahead it is more likely past, so none."""
    for year in (visit.year, visit.year + 1):
        found = _real(year, month, day)
        if found and found >= visit:
            return found if (found - visit).days <= _HALF_A_YEAR else None
    return None


def _real(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= len(_MONTHS) or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (
        re.compile(
            r"\b(?:this|next)\s+\w+$|w/c|\bwc\b|half|end of|\bbefore\b|asap|straight away|"
            r"first thing"
        ),
        _never,
    ),
    (re.compile(r"\b(?:today|2day|tonight|this \w+|same day)\b"), _same_day),
    (re.compile(r"\b(?:tomorrow|tmrw|tmw|tomoz)\b"), _tomorrow),
    (
        re.compile(r"(?P<count>\d{1,2})\s*(?P<kind>working days?|wds?|days?|weeks?|wks?|/7|/52)\b"),
        _within,
    ),
    (
        re.compile(
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|"
            rf"th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?"
        ),
        _named,
    ),
    (re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{2,4}))?\b"), _numeric),
    (re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)\b"), _nth),
    (re.compile(rf"\b(?P<day>{_DAY})\b"), _weekday),
)
