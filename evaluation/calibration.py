"""Whether chance rings the alarm as rarely as promised, with labels swapped at random."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.paired import SEED
from evaluation.run_record import Control
from evaluation.unit import Unit

RELABELLINGS = 2_000
NULL_DRAWS = 4_999
ALPHA = 0.05
MOST_PER_TEST = 0.07
MOST_PER_FAMILY = 0.06
FEWEST_MOVING = 10  # scenarios that differ: with fewer, no p below one in twenty is to be had
FEWEST_COLUMNS = 1

Floats = NDArray[np.float64]


def calibration(name: str, units: Sequence[Unit]) -> Control:
    """Swap group and reference at random within scenarios, and count how often a test rings."""
    matrix = by_scenario(units)
    if matrix.shape[1] < FEWEST_COLUMNS:
        return Control(name, passed=None, detail="not tried: too few scenarios differ to relabel")
    ps = p_values(matrix)
    per_test = (ps < ALPHA).mean(axis=0)
    family = float((ps.min(axis=1) * ps.shape[1] < ALPHA).mean())  # Holm's first step decides
    passed = bool(per_test.max() <= MOST_PER_TEST and family <= MOST_PER_FAMILY)
    told = (
        f"with labels swapped at random {RELABELLINGS:,} times, one test rang in "
        f"{100 * per_test.min():.1f} to {100 * per_test.max():.1f} of 100, any of {ps.shape[1]} "
        f"after adjustment in {100 * family:.1f}"
    )
    return Control(name, passed=passed, detail=told)


def by_scenario(units: Sequence[Unit]) -> Floats:
    """Return scenarios by measures: mean differences, without measures that hardly move."""
    columns: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        if unit.difference is not None:
            columns[unit.gate, unit.group][unit.scenario].append(unit.difference)
    scenarios = sorted({unit.scenario for unit in units})
    held = [
        [float(np.mean(column[scenario])) if scenario in column else 0.0 for scenario in scenarios]
        for _, column in sorted(columns.items())
    ]
    moving = [column for column in held if np.count_nonzero(column) >= FEWEST_MOVING]
    return np.array(moving, dtype=np.float64).reshape(len(moving), len(scenarios)).T


def p_values(matrix: Floats) -> Floats:
    """Return the p of every measure under every relabelling, one set of signs for all measures."""
    generator = np.random.default_rng(SEED)
    null = np.sort(np.abs(signs(generator, NULL_DRAWS, len(matrix)) @ matrix), axis=0)
    seen = np.abs(signs(generator, RELABELLINGS, len(matrix)) @ matrix)
    ps = np.empty_like(seen)
    for place in range(matrix.shape[1]):
        below = np.searchsorted(null[:, place], seen[:, place] * (1 - 1e-12), side="left")
        ps[:, place] = (1 + NULL_DRAWS - below) / (NULL_DRAWS + 1)
    return ps


def signs(generator: np.random.Generator, count: int, scenarios: int) -> Floats:
    """Return random signs, a row for each draw."""
    drawn = generator.integers(0, 2, size=(count, scenarios))
    return np.asarray(drawn * 2.0 - 1.0, dtype=np.float64)
