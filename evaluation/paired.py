"""Paired differences, one per independent scenario: how large, how sure, and what could hide."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
FLIPS = 20_000
DRAWS = 5_000
SEED = 20_261_122
EXACT_UP_TO = 13  # scenarios that differ: 2**13 sign patterns are all looked at
POWER = 0.8


@dataclass(frozen=True)
class Difference:
    """What a set of paired differences shows."""

    effect: float
    low: float  # 95% interval
    high: float
    low_90: float  # the two one-sided tests at 5% read this one
    high_90: float
    p: float
    dz: float
    n: int
    clusters: int
    detectable: float


def cluster_means(values: Sequence[float], clusters: Sequence[str]) -> Floats:
    """Return one mean per cluster, so that a scenario counts once however many twins it has."""
    names = {name: place for place, name in enumerate(dict.fromkeys(clusters))}
    places = np.array([names[name] for name in clusters], dtype=np.intp)
    totals = np.bincount(places, weights=np.asarray(values, dtype=np.float64), minlength=len(names))
    return np.asarray(totals / np.bincount(places, minlength=len(names)), dtype=np.float64)


@lru_cache(maxsize=5_000)
def difference(
    values: tuple[float, ...],
    clusters: tuple[str, ...],
    *,
    grain: float = 0.0,
    alpha: float = 0.05,
) -> Difference:
    """Measure paired differences, clustered by scenario; the same question is worked out once.

    `grain` is the smallest step one scenario can show: where every difference is nought it turns
    "nothing seen in n scenarios" into the average that could still hide.
    """
    means = cluster_means(values, clusters)
    effect = float(means.mean())
    spread = float(means.std(ddof=1)) if len(means) > 1 else 0.0
    low, high, low_90, high_90 = bootstrap_intervals(means)
    hidden = grain * upper_bound_when_none(len(means))
    if spread == 0.0:
        low, high, low_90, high_90 = low - hidden, high + hidden, low_90 - hidden, high_90 + hidden
    return Difference(
        effect=effect,
        low=low,
        high=high,
        low_90=low_90,
        high_90=high_90,
        p=sign_flip_p(means),
        dz=effect / spread if spread else 0.0,
        n=len(values),
        clusters=len(means),
        detectable=detectable_effect(spread, len(means), alpha) if spread else hidden,
    )


def sign_flip_p(means: Floats, flips: int = FLIPS, seed: int = SEED) -> float:
    """Return the two-sided p of a mean difference under random signs, exact for few scenarios."""
    moving = means[means != 0.0]
    if not len(moving):
        return 1.0
    seen = abs(moving.sum()) * (1 - 1e-12)
    if len(moving) <= EXACT_UP_TO:
        signs = np.array(list(product((-1.0, 1.0), repeat=len(moving))))
        return float((np.abs(signs @ moving) >= seen).mean())
    generator = np.random.default_rng(seed)
    beyond = 0
    for count in blocks(flips):
        signs = generator.integers(0, 2, size=(count, len(moving))) * 2.0 - 1.0
        beyond += int((np.abs(signs @ moving) >= seen).sum())
    return (1 + beyond) / (flips + 1)


def bootstrap_intervals(
    means: Floats, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float, float, float]:
    """Return the 95% and 90% percentile intervals; a scenario drawn twice counts twice."""
    generator = np.random.default_rng(seed)
    drawn = np.concatenate(
        [
            means[generator.integers(0, len(means), size=(count, len(means)))].mean(axis=1)
            for count in blocks(draws)
        ]
    )
    low, low_90, high_90, high = np.percentile(drawn, [2.5, 5.0, 95.0, 97.5])
    return float(low), float(high), float(low_90), float(high_90)


def blocks(total: int, size: int = 2_000) -> list[int]:
    """Cut a number of draws into blocks that fit in memory."""
    return [min(size, total - start) for start in range(0, total, size)]


def detectable_effect(spread: float, clusters: int, alpha: float = 0.05) -> float:
    """Return the smallest mean difference that would be seen four times in five."""
    normal = NormalDist()
    return (normal.inv_cdf(1 - alpha / 2) + normal.inv_cdf(POWER)) * spread / math.sqrt(clusters)


def upper_bound_when_none(n: int) -> float:
    """Return the rate that would still show nothing in n tries one time in twenty."""
    return 1 - 0.05 ** (1 / n) if n else 1.0


def exact_flips_p(down: int, up: int) -> float:
    """Return the exact two-sided p that flips fall one way (McNemar's test)."""
    total = down + up
    if not total:
        return 1.0
    tail = sum(math.comb(total, k) for k in range(min(down, up) + 1))
    return float(min(1.0, 2 * tail / 2**total))


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Return p values adjusted so that one false alarm in a whole family is as rare as promised."""
    adjusted = [0.0] * len(ps)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        highest = max(highest, min(1.0, (len(ps) - rank) * ps[place]))
        adjusted[place] = highest
    return tuple(adjusted)


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the 95% interval of a share, honest for small samples."""
    z = NormalDist().inv_cdf(0.975)
    share, shrink = hits / n, 1 + z * z / n
    middle = (share + z * z / (2 * n)) / shrink
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink
    return max(0.0, middle - half), min(1.0, middle + half)
