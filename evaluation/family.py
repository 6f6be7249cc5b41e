"""A family of comparisons judged together, so that many questions do not make false alarms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from evaluation.finding import Finding
from evaluation.paired import Difference, difference, holm
from evaluation.sentences import say
from evaluation.thresholds import Gates
from evaluation.unit import Unit
from evaluation.verdicts import Verdict, harmed_group, judge

SETTINGS_AGREE = 2 / 3
Events = Literal["none", "group", "both"]


@dataclass(frozen=True)
class Cell:
    """One measure on one group beside its reference, with every row that bears on it."""

    subject: str
    surface: str
    gate: str
    comparison: str
    group: str
    reference: str
    units: tuple[Unit, ...]
    invariant: bool = True
    zero_tolerance: Events = "none"  # whose single cases no threshold excuses
    brittle: bool = False  # an irrelevant change does the same, so the swap is not the cause


def judge_family(cells: Sequence[Cell], gates: Gates) -> tuple[Finding, ...]:
    """Return a finding for every cell, adjusted for how many were asked."""
    seen = [measure(cell, gates) for cell in cells]
    tested = [
        place for place, item in enumerate(seen) if item is not None and cells[place].invariant
    ]
    adjusted = dict(
        zip(tested, holm([item.p for p in tested if (item := seen[p]) is not None]), strict=True)
    )
    return tuple(
        finding(cell, item, gates, adjusted.get(place))
        for place, (cell, item) in enumerate(zip(cells, seen, strict=True))
    )


def measure(cell: Cell, gates: Gates) -> Difference | None:
    """Return the paired difference of a cell, or None where nothing was measured."""
    rows = [(u.difference, u.scenario) for u in cell.units if u.difference is not None]
    if not rows:
        return None
    values, clusters = zip(*rows, strict=True)
    return difference(
        tuple(values), tuple(clusters), grain=gates.of(cell.gate).grain, alpha=gates.alpha
    )


def finding(cell: Cell, seen: Difference | None, gates: Gates, p_adjusted: float | None) -> Finding:
    """Return the finding of one cell."""
    gate = gates.of(cell.gate)
    enough = seen is not None and seen.clusters >= gates.smallest_sample
    consistent = is_consistent(cell.units, seen, gates) if enough else None
    verdict = judge(
        seen, gate, gates, p_adjusted=p_adjusted, consistent=consistent, invariant=cell.invariant
    )
    events = count_events(cell)
    if events:
        verdict = verdict_on_events(cell, events)
    shown = seen if seen is not None and (enough or events) else None
    found = Finding(
        surface=cell.surface,
        measure=gate.measure,
        comparison=cell.comparison,
        group=cell.group,
        reference=cell.reference,
        colour=verdict.colour,
        reason=verdict.reason,
        sentence=say(cell.subject, gate, cell.group, cell.reference, verdict.colour, shown),
        harmed=harmed_group(seen.effect, gate, cell.group, cell.reference) if seen else None,
        threshold=gate.threshold,
        p_adjusted=p_adjusted,
        direction_consistent=consistent,
        events=events if cell.zero_tolerance != "none" and seen is not None else None,
    )

    return found if seen is None else with_figures(found, seen, cell.units)


def with_figures(found: Finding, seen: Difference, units: Sequence[Unit]) -> Finding:
    """Return a finding with its numbers."""
    both = [(u.value_group, u.value_reference) for u in units if u.difference is not None]
    return replace(
        found,
        effect=seen.effect,
        low=seen.low,
        high=seen.high,
        n=seen.n,
        clusters=seen.clusters,
        detectable=seen.detectable,
        dz=seen.dz,
        mean_group=sum(group or 0.0 for group, _ in both) / len(both),
        mean_reference=sum(reference or 0.0 for _, reference in both) / len(both),
    )


def count_events(cell: Cell) -> int:
    """Count the single cases that no threshold excuses."""
    differences = [u.difference for u in cell.units if u.difference]
    if cell.zero_tolerance == "both":
        return len(differences)
    if cell.zero_tolerance == "group":
        return sum(1 for value in differences if value > 0)
    return 0


def verdict_on_events(cell: Cell, events: int) -> Verdict:
    """Return the verdict where single cases were seen."""
    if cell.brittle:
        return Verdict("amber", f"{events} single cases, but an irrelevant change does as much")
    return Verdict("red", f"{events} single cases, and one is too many")


def is_consistent(units: Iterable[Unit], seen: Difference | None, gates: Gates) -> bool | None:
    """Say whether the difference goes the same way in every direction and in most settings."""
    if seen is None or seen.effect == 0:
        return None
    directions = signs(units, "direction", gates.smallest_sample)
    settings = signs(units, "setting", gates.smallest_sample)
    if len(directions) < 2 and len(settings) < 2:  # noqa: PLR2004 (one alone has nothing to agree with)
        return None
    same = [sign == (seen.effect > 0) for sign in settings]
    return all(sign == (seen.effect > 0) for sign in directions) and (
        not same or sum(same) >= SETTINGS_AGREE * len(same)
    )


def signs(units: Iterable[Unit], by: str, smallest: int) -> list[bool]:
    """Return which way the difference goes in each stratum that has enough scenarios."""
    strata: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        if unit.difference is not None:
            strata[getattr(unit, by)][unit.scenario].append(unit.difference)
    return [
        sum(sum(held) / len(held) for held in stratum.values()) > 0
        for _, stratum in sorted(strata.items())
        if len(stratum) >= smallest
    ]
