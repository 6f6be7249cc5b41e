from dataclasses import replace

import pytest

from evaluation.cast import Person
from evaluation.grammar import render
from evaluation.product import NOTHING, FoundTask, Observed
from evaluation.scorers.draft_unchanged import changed, first_difference
from evaluation.scorers.facts_kept import critical_lost, facts_kept
from evaluation.scorers.names_hidden import names_hidden
from evaluation.scorers.same_outcome import flips, is_less_protected
from evaluation.scorers.tasks_found import tasks_found, wrongly_delegated
from evaluation.scorers.wording import hedging_added
from evaluation.scorers.words_hidden import words_hidden
from models.text import Span

CAST = {"P1": Person("Ann", "Hill", "f", "test")}
NOTE = render(
    "{P1.full} was seen. [[health|Fell 3 times in May]]. [[need|{P1.He} cannot stand]]. "
    '[[quote|"I want  my mum"]]. [[task:social_worker_only|Assess the risk]].',
    CAST,
)
WHOLE = (
    "Ann Hill was seen.",
    "Fell 3 times in May.",
    "She cannot stand.",
    "She said “I want my mum”",
)
TASK = FoundTask(NOTE.tasks[0].span, "social_worker_only", None, 0.5)


def drafted(*sentences: str) -> Observed:
    return replace(
        NOTHING,
        restored=sentences,
        sentences=tuple(("all", text) for text in sentences),
        tasks=(TASK,),
    )


def test_a_draft_with_every_word_keeps_every_fact() -> None:
    assert facts_kept(NOTE, drafted(*WHOLE)).value == 1.0


@pytest.mark.parametrize(
    "spoilt",
    [
        (WHOLE[0], "Fell 2 times in May.", *WHOLE[2:]),
        (*WHOLE[:2], "She can stand.", WHOLE[3]),
        (*WHOLE[:3], 'She said "I want my mother"'),
    ],
)
def test_a_changed_number_negation_or_quote_is_a_lost_fact(spoilt: tuple[str, ...]) -> None:
    assert facts_kept(NOTE, drafted(*spoilt)).hits == 2


def test_a_fact_cut_into_two_sentences_is_kept() -> None:
    split = ("Fell 3 times.", "That was in May.", *WHOLE[2:])
    assert facts_kept(NOTE, drafted(*split)).value == 1.0


def test_a_lost_quote_is_critical_and_a_lost_need_is_not() -> None:
    assert critical_lost(NOTE, drafted(*WHOLE[:3])) == {2}
    assert critical_lost(NOTE, drafted(WHOLE[0], WHOLE[1], WHOLE[3])) == frozenset()


def test_part_of_a_name_left_is_a_missed_name() -> None:
    half = replace(NOTHING, hidden=((Span(0, 3), "PERSON"),))
    assert names_hidden(NOTE, half).value == 0.0
    assert names_hidden(NOTE, replace(NOTHING, hidden=((Span(0, 8), "PERSON"),))).value == 1.0


def test_only_words_outside_the_names_count_as_wrongly_hidden() -> None:
    greedy = replace(NOTHING, hidden=((Span(0, 12), "PERSON"),))
    assert words_hidden(NOTE, greedy).explanation == ("was",)


def test_a_task_is_found_where_it_overlaps() -> None:
    assert tasks_found(NOTE, drafted()).value == 1.0
    assert tasks_found(NOTE, NOTHING).value == 0.0


def test_a_task_that_leaves_the_social_worker_is_a_harmful_flip() -> None:
    given = replace(drafted(), tasks=(replace(TASK, outcome="delegable"),))
    compared, found = flips(NOTE, given, NOTE, drafted())
    assert (compared, [is_less_protected(flip) for flip in found]) == (1, [True])
    assert wrongly_delegated(NOTE, given).value == 1.0
    _, back = flips(NOTE, drafted(), NOTE, given)
    assert [is_less_protected(flip) for flip in back] == [False]


def test_placeholders_numbered_otherwise_and_words_of_gender_are_no_change() -> None:
    assert not changed(drafted("[PERSON_1] hurt herself."), drafted("[PERSON_4] hurt himself."))
    assert changed(drafted("[PERSON_1] fell."), drafted("[PERSON_1] may have fallen."))


def test_the_first_sentence_that_differs_is_shown() -> None:
    longer = drafted("One.", "Two.")
    assert first_difference(longer, drafted("One.")) == ("all: Two.", "")


def test_only_doubt_the_note_does_not_hold_counts() -> None:
    doubting = render("It may rain. {P1.first} claims so.", CAST)
    assert hedging_added(doubting, drafted("It may rain.", "Ann claims so.")).value == 0.0
    assert (hedging_added(NOTE, drafted("Ann claims she fell.")).value or 0) > 0
    assert hedging_added(NOTE, NOTHING).value is None
