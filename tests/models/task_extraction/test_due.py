"""Due words are always kept; a date only where they leave one reading."""

from datetime import date

import pytest

from models.task_extraction.due import add_working_days, due_date, due_words, is_working_day

WEDNESDAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("line", "words", "day"),
    [
        ("ring today", "today", WEDNESDAY),
        ("write it up tonight", "tonight", WEDNESDAY),
        ("ring tmrw", "tmrw", date(2026, 3, 12)),
        ("chase by Fri", "by Fri", date(2026, 3, 13)),
        ("send on Monday", "on Monday", date(2026, 3, 16)),
        ("send by 28/4", "by 28/4", date(2026, 4, 28)),
        ("send by 1/12/26", "by 1/12/26", date(2026, 12, 1)),
        ("due the 20th", "due the 20th", date(2026, 3, 20)),
        ("by the 2nd of April", "by the 2nd of April", date(2026, 4, 2)),
        ("by 5th", "by 5th", date(2026, 4, 5)),
        ("within 10 working days", "within 10 working days", date(2026, 3, 25)),
        ("in 2 weeks", "in 2 weeks", date(2026, 3, 25)),
        ("review in 2/52", "in 2/52", date(2026, 3, 25)),
    ],
)
def test_words_with_one_reading_become_a_date(line: str, words: str, day: date) -> None:
    assert due_words(line) == words
    assert due_date(words, WEDNESDAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "next Fri",
        "this Friday",
        "w/c 9/12",
        "half term",
        "before the review",
        "Wed",
        "by 31/2",
        "asap",
    ],
)
def test_words_with_more_than_one_reading_stay_words(words: str) -> None:
    assert due_date(words, WEDNESDAY) is None


def test_without_a_visit_date_nothing_is_dated() -> None:
    assert due_date("tomorrow", None) is None


@pytest.mark.parametrize("line", ["check on Ada 3.11.91", "born 4/5/2003", "seen 1/2/1954"])
def test_the_year_of_a_birth_makes_no_due_words(line: str) -> None:
    assert due_words(line) is None


@pytest.mark.parametrize("words", ["by 1/12/24", "by 28/2/2035"])
def test_a_date_long_past_or_far_ahead_is_not_a_due_date(words: str) -> None:
    assert due_date(words, WEDNESDAY) is None


def test_a_line_without_a_date_has_no_due_words() -> None:
    assert due_words("order the bunk beds") is None
    assert due_words("may need a car") is None


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    assert add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 7)  # over Easter
    assert not is_working_day(date(2026, 12, 25))
    assert is_working_day(WEDNESDAY)
