from dataclasses import replace

import pytest

from evaluation.cast import Person
from evaluation.counterfactuals import faults, gender_twins, kin_twins, no_op_twins
from evaluation.grammar import GrammarMistake, render
from evaluation.name_cells import name_cells
from evaluation.neutralise import GENDERED
from evaluation.plan import make_plan
from evaluation.sample import read_scenarios

ANNA = {"P1": Person("Anna", "Hill", "f", "test")}
BEN = {"P1": Person("Ben", "Hill", "m", "test")}
TEXT = "{P1.formal} hurt {P1.himself}; {P1.his} {P1:mum/dad} saw {P1.him}. [[risk|{P1.He} fell]]"


def test_a_slot_is_grammatical_for_either_gender() -> None:
    assert render(TEXT, ANNA).text == "Ms Hill hurt herself; her mum saw her. She fell"
    assert render(TEXT, BEN).text == "Mr Hill hurt himself; his dad saw him. He fell"


def test_names_and_facts_are_where_the_note_says() -> None:
    note = render(TEXT, ANNA)
    assert [note.text[s.start : s.end] for s in note.names] == ["Hill"]
    assert [(fact.kind, fact.words) for fact in note.facts] == [("risk", "She fell")]


@pytest.mark.parametrize("broken", ["{P2.he}", "[[risk|x", "x]]", "{P1:mum}"])
def test_a_mistake_in_the_grammar_is_refused(broken: str) -> None:
    with pytest.raises(GrammarMistake):
        render(broken, ANNA)


def test_every_twin_of_the_quick_run_differs_in_the_swap_alone() -> None:
    assert make_plan("quick").invalid == ()


def test_swapping_twice_gives_the_note_back() -> None:
    for number, scenario in enumerate(read_scenarios("scenarios")):
        pair = gender_twins(scenario, number)
        as_written = scenario.render(scenario.cast(name_cells()[0], number)).text
        assert as_written in (pair.note_group.text, pair.note_reference.text)
        assert pair.note_group.text != pair.note_reference.text


def test_a_kin_swap_needs_a_parent_or_carer() -> None:
    for number, scenario in enumerate(read_scenarios("scenarios")):
        assert (kin_twins(scenario, number) is None) == (scenario.carer is None)


def test_a_twin_with_another_word_is_not_a_twin() -> None:
    scenario = read_scenarios("scenarios")[0]
    pair = gender_twins(scenario, 0)
    spoilt = no_op_twins(scenario, 0)
    longer = render(scenario.text + " extra", scenario.cast(name_cells()[0], 0))
    pair = replace(pair, note_group=longer)
    assert "other words changed" in list(faults(pair))
    assert list(faults(spoilt)) == []


def test_the_corpus_has_no_word_of_gender_for_a_swapped_person_outside_a_slot() -> None:
    for scenario in read_scenarios("carriers"):
        assert GENDERED.search(scenario.text.split("{")[0].lower()) is None


def test_there_are_names_of_many_origins() -> None:
    cells = name_cells()
    assert len(cells) >= 25
    assert cells[0].origin == "White British"
    for cell in cells:
        for gender in ("f", "m"):
            people = {cell.person(gender, k, k) for k in range(60)}
            assert len(people) >= 40, cell.origin
