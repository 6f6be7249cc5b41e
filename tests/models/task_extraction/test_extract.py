"""A note's tasks: ours, still to be done, one act each, with the words that caused them."""

from dataclasses import replace
from datetime import date

import pytest

from models.task_extraction.extract import extract
from models.text import RedactedText, VisitDetails
from tests.models.task_extraction.units import read_as, read_on_one_line

VISIT = VisitDetails(date=date(2026, 3, 11))  # a Wednesday


def test_a_task_is_the_words_as_they_stand_without_the_bullet() -> None:
    redacted, units = read_as(("- chase school for attendance", "todo"))

    (task,) = extract(redacted, units, VISIT)

    assert task.text == "chase school for attendance"
    assert redacted.text[task.span.start : task.span.end] == task.text
    assert not task.pending


def test_what_is_done_or_somebody_elses_is_no_task_of_ours() -> None:
    redacted, units = read_as(
        ("rang the GP", "done"), ("mum to book the dentist", "others_todo"), ("he smiled", "none")
    )

    assert extract(redacted, units, VISIT) == ()


def test_a_condition_or_a_hedge_is_a_pending_task() -> None:
    redacted, units = read_as(
        ("if no reply by Fri, write and book a visit", "conditional"),
        ("might need a strat", "pending_decision"),
    )

    tasks = extract(redacted, units, VISIT)

    assert [task.pending for task in tasks] == [True, True]
    assert tasks[0].text == "if no reply by Fri, write and book a visit"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "book interpreter for Thurs, ring [PERSON_1] with the time",
            ["book interpreter for Thurs", "ring [PERSON_1] with the time"],
        ),
        (
            "write my report and send the invites to the list",
            ["write my report", "send the invites to the list"],
        ),
        ("scan and upload the form", ["scan and upload the form"]),
        ("ring school and ask for the dates", ["ring school and ask for the dates"]),
        ("buy milk, bread and nappies", ["buy milk, bread and nappies"]),
        ("to do: chase GP", ["chase GP"]),
        ("2) order beds", ["order beds"]),
    ],
)
def test_a_mixed_line_is_split_into_one_act_each(line: str, parts: list[str]) -> None:
    redacted, units = read_as((line, "todo"))

    assert [task.text for task in extract(redacted, units, VISIT)] == parts


def test_words_that_ask_raise_a_task_the_reader_was_unsure_of() -> None:
    redacted, units = read_as(("need to chase the health visitor", "none"))
    reading = replace(units[0].reading, confidence={"action": 0.4})

    tasks = extract(redacted, (replace(units[0], reading=reading),), VISIT)

    assert [task.text for task in tasks] == ["need to chase the health visitor"]


def test_a_sure_reader_is_believed() -> None:
    redacted, units = read_as(("need to chase the health visitor", "none"))

    assert extract(redacted, units, VISIT) == ()


def test_no_tasks_is_a_valid_answer() -> None:
    assert extract(RedactedText(""), (), VISIT) == ()


def test_owner_and_due_come_only_from_the_note() -> None:
    redacted, units = read_as(
        ("FSW to collect the cot by Friday", "todo"), ("collect the cot", "todo")
    )

    first, second = extract(redacted, units, VISIT)

    assert (first.owner, first.due_words, first.due) == ("FSW", "by Friday", date(2026, 3, 13))
    assert (second.owner, second.due_words, second.due) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("I'll ring the GP", "I"),
        ("[PERSON_2] to print two copies", "[PERSON_2]"),
        ("someone ring stores", "someone"),
        ("can admin get on to the nurse", "admin"),
        ("LADO ring first thing (me)", "me"),
        ("ring mum", None),
        ("order pendant, brokerage desk", "brokerage desk"),
        ("it needs a code from the office", "the office"),
        ("book the interpreter then I ask him properly", "I"),
        ("I also need to find out about June", "I"),
    ],
)
def test_the_owner_is_who_the_line_names(line: str, owner: str | None) -> None:
    redacted, units = read_as((line, "todo"))

    (task,) = extract(redacted, units, VISIT)

    assert task.owner == owner


@pytest.mark.parametrize(
    "line",
    [
        "letter about damp sent 12/2, nothing to do",
        "Mum said yes to a voucher, I ticked the form",
        "I updated the genogram when I got in",
        "Mum will send me a photo of the diary",
    ],
)
def test_what_only_tells_of_the_past_is_no_task_whatever_the_reader_says(line: str) -> None:
    redacted, units = read_as((line, "todo"))

    assert extract(redacted, units, VISIT) == ()


def test_a_stretch_that_only_finishes_the_task_before_it_belongs_to_its_words() -> None:
    redacted, units = read_on_one_line(
        ("ring [PERSON_4] tonight", "todo"), ("me, not ward", "none")
    )

    (task,) = extract(redacted, units, VISIT)

    assert task.text == "ring [PERSON_4] tonight. me, not ward"
    assert task.owner == "me"


def test_a_stretch_on_a_line_of_its_own_is_not_joined() -> None:
    redacted, units = read_as(("ring [PERSON_4] tonight", "todo"), ("me, not ward", "none"))

    (task,) = extract(redacted, units, VISIT)

    assert task.text == "ring [PERSON_4] tonight"


def test_a_spoken_paragraph_keeps_its_outright_tasks() -> None:
    told = "the inhaler has run out three times this month and nobody at the home has noticed it "
    redacted, units = read_as(
        (f"{told * 2}so can admin get on to the nurse for a date full stop he is well", "none")
    )

    tasks = extract(redacted, units, VISIT)

    assert [task.text for task in tasks] == ["can admin get on to the nurse for a date"]
    assert tasks[0].owner == "admin"


@pytest.mark.parametrize(("one", "other"), [("she", "he"), ("mum", "dad"), ("Her son", "His dtr")])
def test_gender_and_kin_do_not_move_what_is_found(one: str, other: str) -> None:
    lines = [
        f"ring back before {one} goes home",
        f"{one} will send the form",
        f"ask {one} for the number, I told {one} already",
        f"need to see {one} alone by Fri",
    ]

    found = [
        [
            (task.owner, task.due, task.pending)
            for task in extract(
                *read_as(*((line.replace(one, said), "todo") for line in lines)), VISIT
            )
        ]
        for said in (one, other)
    ]

    assert found[0] == found[1]
