"""What changed between two runs on the same questions, paired by scenario: new reds first."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evaluation.finding import Colour, Finding
from evaluation.paired import difference
from evaluation.run_record import UNITS, EvaluationRun, MalformedRun, read_run
from evaluation.thresholds import Gates
from evaluation.unit import Unit, read_units

Cell = tuple[str, str, str, str]  # surface, comparison, measure, group
Place = tuple[str, str, str]  # scenario, direction, setting


@dataclass(frozen=True)
class Change:
    """One comparison in the older and the newer run; None where a run does not have it."""

    cell: Cell
    before: Colour | None
    after: Colour | None
    moved: float | None  # how much the difference between the groups moved, on the rows of both
    low: float | None
    high: float | None
    rows: int

    @property
    def is_new_red(self) -> bool:
        """Say whether it is red now and was not."""
        return self.after == "red" and self.before != "red"


def compare(older: Path, newer: Path, gates: Gates) -> tuple[Change, ...]:
    """Return what changed from one run's folder to another's, new reds first.

    Raises:
        MalformedRun: a folder holds no run, or the two are of different kinds.
    """
    first, second = read_run(older), read_run(newer)
    if first.kind != second.kind:
        message = "one run is of the product and the other of somebody else's outputs"
        raise MalformedRun(message)
    before, after = by_cell(first), by_cell(second)
    rows_before, rows_after = (by_place(read_units(d / UNITS), gates) for d in (older, newer))
    changes = [
        change(cell, before.get(cell), after.get(cell), rows_before[cell], rows_after[cell])
        for cell in sorted(before.keys() | after.keys())
    ]
    told_of = [item for item in changes if item.before != item.after or item.moved]
    return tuple(sorted(told_of, key=lambda item: not item.is_new_red))


def by_cell(run: EvaluationRun) -> dict[Cell, Finding]:
    """Return the findings of a run by what they compare."""
    return {(f.surface, f.comparison, f.measure, f.group): f for f in run.findings}


def by_place(units: tuple[Unit, ...], gates: Gates) -> dict[Cell, dict[Place, float]]:
    """Return the measured differences of a run, by what they compare and where."""
    measures = {gate.key: gate.measure for gate in gates.gates}
    held: dict[Cell, dict[Place, float]] = defaultdict(dict)
    for unit in units:
        if unit.difference is not None:
            measure = measures.get(unit.gate, unit.gate)
            place = (unit.scenario, unit.direction, unit.setting)
            held[unit.surface, unit.comparison, measure, unit.group][place] = unit.difference
    return held


def change(
    cell: Cell,
    before: Finding | None,
    after: Finding | None,
    rows_before: dict[Place, float],
    rows_after: dict[Place, float],
) -> Change:
    """Return one comparison in both runs, with the interval of how far it moved."""
    colours = (before.colour if before else None, after.colour if after else None)
    both = sorted(rows_before.keys() & rows_after.keys())
    if not both:
        return Change(cell, *colours, None, None, None, 0)
    moved = difference(
        tuple(rows_after[place] - rows_before[place] for place in both),
        tuple(scenario for scenario, _, _ in both),
    )
    return Change(cell, *colours, moved.effect, moved.low, moved.high, len(both))


def told(item: Change) -> str:
    """Return one change as a line."""
    surface, comparison, measure, group = item.cell
    mark = "NEW RED  " if item.is_new_red else ""
    figures = "not measured in both"
    if item.moved is not None:
        figures = f"moved {item.moved:+.4f} ({item.low:+.4f} to {item.high:+.4f}), n {item.rows}"
    colours = f"{item.before or 'not there'} to {item.after or 'not there'}"
    return f"{mark}{surface}, {measure}, {group} ({comparison}): {colours}; {figures}"
