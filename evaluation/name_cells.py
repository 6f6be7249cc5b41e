"""Names by origin: cells.toml as casts can draw from it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.cast import Gender, Person

CELLS = Path(__file__).parent / "names" / "cells.toml"
APART = 7  # the step between the forename and the surname drawn, so that full names do not repeat


@dataclass(frozen=True)
class NameCell:
    """One origin: forenames by gender, and surnames."""

    origin: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def label(self) -> str:
        """Return the cell as a group: "Polish names"."""
        return self.origin if self.origin.startswith("Names") else f"{self.origin} names"

    def forename(self, gender: Gender, number: int) -> str:
        """Return the forename of a number."""
        held = self.women if gender == "f" else self.men
        return held[number % len(held)]

    def surname(self, number: int) -> str:
        """Return the surname of a number."""
        return self.surnames[(number + number // len(self.women) * APART) % len(self.surnames)]

    def person(self, gender: Gender, number: int, family: int) -> Person:
        """Return the person of a number; one family shares one surname."""
        return Person(self.forename(gender, number), self.surname(family), gender, self.origin)


@cache
def name_cells() -> tuple[NameCell, ...]:
    """Return every cell; the reference comes first."""
    held = tomllib.loads(CELLS.read_text(encoding="utf-8"))
    cells = [
        NameCell(origin, tuple(item["women"]), tuple(item["men"]), tuple(item["surnames"]))
        for origin, item in held["cell"].items()
    ]
    return tuple(sorted(cells, key=lambda cell: cell.origin != held["reference"]))


def names_version() -> str:
    """Return the version of the names."""
    return str(tomllib.loads(CELLS.read_text(encoding="utf-8"))["version"])
