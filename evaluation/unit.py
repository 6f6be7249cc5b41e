"""A unit: what one measure gave for a note and for its twin; every figure derives from these."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Unit:
    """One row of units.csv; a value nobody could measure is None and is counted, never nought."""

    surface: str
    gate: str
    comparison: str
    group: str
    reference: str
    scenario: str  # the cluster: twins of one scenario stand or fall together
    direction: str  # which of the two the note was first written about
    setting: str
    value_group: float | None
    value_reference: float | None

    @property
    def difference(self) -> float | None:
        """Group minus reference, where both were measured."""
        if self.value_group is None or self.value_reference is None:
            return None
        return self.value_group - self.value_reference


def units_csv(units: Iterable[Unit]) -> str:
    """Return the rows as CSV, in the order given."""
    held = io.StringIO()
    rows = csv.writer(held, lineterminator="\n")
    rows.writerow([*(field.name for field in fields(Unit)), "difference"])
    for unit in units:
        rows.writerow([shown(value) for value in (*astuple(unit), unit.difference)])
    return held.getvalue()


def read_units(path: Path) -> tuple[Unit, ...]:
    """Return the rows of a units.csv."""
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(unit_from(row) for row in csv.DictReader(lines))


def unit_from(row: dict[str, str]) -> Unit:
    """Return one row; an empty value was not measured."""
    names = [field.name for field in fields(Unit)]
    *texts, group, reference = (row[name] for name in names)
    return Unit(*texts, *(float(value) if value else None for value in (group, reference)))  # type: ignore[arg-type]


def shown(value: object) -> object:
    """Return a value as CSV shows it: six decimals, and nothing for what was not measured."""
    if isinstance(value, float):
        return f"{value:.6f}"
    return "" if value is None else value
