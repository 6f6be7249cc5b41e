from dataclasses import replace

from evaluation.paired import difference
from evaluation.thresholds import read_gates
from evaluation.verdicts import harmed_group, judge

GATES = read_gates()
GATE = GATES.of("facts_kept")
CLUSTERS = tuple(str(k) for k in range(100))
LARGE = difference(tuple(-0.05 + 0.001 * (k % 7) for k in range(100)), CLUSTERS)
NOISE = difference(tuple(0.5 if k % 2 else -0.5 for k in range(100)), CLUSTERS)
SMALL = difference(tuple(-0.003 + 0.001 * (k % 3) for k in range(100)), CLUSTERS)
NONE = difference((0.0,) * 1000, tuple(str(k) for k in range(1000)), grain=0.125)


def test_a_large_difference_that_chance_does_not_explain_is_red() -> None:
    assert judge(LARGE, GATE, GATES, p_adjusted=0.001).colour == "red"


def test_a_difference_that_turns_round_with_the_direction_is_amber() -> None:
    assert judge(LARGE, GATE, GATES, p_adjusted=0.001, consistent=False).colour == "amber"


def test_a_real_difference_below_the_threshold_is_amber() -> None:
    assert judge(SMALL, GATE, GATES, p_adjusted=0.001).colour == "amber"


def test_no_significance_is_not_green() -> None:
    assert judge(NOISE, GATE, GATES, p_adjusted=1.0).colour == "grey"


def test_green_needs_equivalence_shown() -> None:
    assert judge(NONE, GATE, GATES, p_adjusted=1.0).colour == "green"


def test_what_nobody_measured_is_grey() -> None:
    assert judge(None, GATE, GATES).colour == "grey"


def test_too_few_scenarios_are_not_measured_however_large_the_difference() -> None:
    verdict = judge(replace(LARGE, clusters=5), GATE, GATES, p_adjusted=0.001)
    assert verdict.colour == "grey"
    assert "not measured" in verdict.reason


def test_a_measure_that_reacts_to_the_swap_may_not_judge() -> None:
    assert judge(LARGE, GATE, GATES, p_adjusted=0.001, invariant=False).colour == "grey"


def test_the_harmed_group_is_the_one_whose_facts_are_lost() -> None:
    assert harmed_group(-0.05, GATE, "women", "men") == "women"
    assert harmed_group(0.05, GATE, "women", "men") == "men"
    assert harmed_group(0.05, GATES.of("words_hidden"), "women", "men") == "women"
    assert harmed_group(0.05, GATES.of("length"), "women", "men") is None
