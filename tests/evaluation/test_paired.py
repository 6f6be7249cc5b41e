import numpy as np
import pytest
from scipy import stats

from evaluation.paired import (
    bootstrap_intervals,
    cluster_means,
    detectable_effect,
    difference,
    exact_flips_p,
    holm,
    sign_flip_p,
    upper_bound_when_none,
    wilson,
)

SAMPLE = np.random.default_rng(1).normal(0.3, 1.0, 40)


def test_twins_of_one_scenario_count_once() -> None:
    assert cluster_means([1.0, 3.0, 5.0], ["a", "a", "b"]).tolist() == [2.0, 5.0]


def test_the_sign_flip_agrees_with_scipy_where_every_pattern_is_looked_at() -> None:
    few = SAMPLE[:10]
    ours = sign_flip_p(few)
    theirs = stats.permutation_test(
        (few, np.zeros(10)),
        lambda x, y: (x - y).mean(),
        permutation_type="samples",
        n_resamples=np.inf,
    ).pvalue
    assert ours == pytest.approx(theirs, abs=1e-9)


def test_the_sign_flip_of_many_scenarios_is_close_to_the_paired_t_test() -> None:
    assert sign_flip_p(SAMPLE) == pytest.approx(stats.ttest_1samp(SAMPLE, 0).pvalue, abs=0.01)


def test_the_bootstrap_agrees_with_scipy() -> None:
    low, high, _, _ = bootstrap_intervals(SAMPLE)
    theirs = stats.bootstrap((SAMPLE,), np.mean, method="percentile", n_resamples=5000, rng=2)
    assert (low, high) == pytest.approx(tuple(theirs.confidence_interval), abs=0.03)


@pytest.mark.parametrize(("down", "up"), [(0, 0), (5, 0), (3, 9), (7, 7)])
def test_the_exact_test_of_flips_agrees_with_scipy(down: int, up: int) -> None:
    theirs = stats.binomtest(down, down + up).pvalue if down + up else 1.0
    assert exact_flips_p(down, up) == pytest.approx(theirs)


def test_holm_never_lets_a_larger_p_come_out_smaller() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))


def test_wilson_agrees_with_scipy() -> None:
    theirs = stats.binomtest(37, 40).proportion_ci(method="wilson")
    assert wilson(37, 40) == pytest.approx((theirs.low, theirs.high))


def test_nothing_in_three_hundred_still_allows_one_in_a_hundred() -> None:
    assert upper_bound_when_none(300) == pytest.approx(0.00994, abs=1e-5)


def test_the_detectable_effect_is_seen_four_times_in_five() -> None:
    effect = detectable_effect(1.0, 100)
    power = stats.norm.sf(stats.norm.isf(0.025) - effect * 10)
    assert power == pytest.approx(0.8, abs=0.001)


def test_a_difference_that_never_moves_has_no_p_below_one_and_says_what_could_hide() -> None:
    seen = difference((0.0,) * 40, tuple(str(k) for k in range(40)), grain=1.0)
    assert seen.p == 1.0
    assert seen.detectable == pytest.approx(upper_bound_when_none(40))
    assert seen.high == seen.detectable


def test_under_the_null_one_test_in_twenty_is_significant() -> None:
    generator = np.random.default_rng(5)
    ps = [sign_flip_p(generator.normal(size=30), flips=999, seed=k) for k in range(400)]
    assert 0.03 <= float(np.mean(np.array(ps) < 0.05)) <= 0.07


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    generator = np.random.default_rng(6)
    held = 0
    for _ in range(300):
        low, high, _, _ = bootstrap_intervals(generator.normal(0.2, 1.0, 60), draws=1000)
        held += low <= 0.2 <= high
    assert 0.91 <= held / 300 <= 0.98
