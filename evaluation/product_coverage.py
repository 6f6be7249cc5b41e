"""What was tested and what was not: a row for every characteristic, silence included."""

from collections.abc import Sequence

from evaluation.run_record import Coverage
from evaluation.unit import Unit

SURFACES = ("redaction", "draft", "tasks", "triage")
NOT_YET = "not tested yet: no twins are written for it"
NOT_QUICK = "not tested in this run: no measured pairs"
CHARACTERISTICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("age", ("age",)),
    ("disability", ("disability",)),
    ("gender reassignment", ("gender reassignment",)),
    ("marriage and civil partnership", ("marriage and civil partnership",)),
    ("pregnancy and maternity", ()),
    ("race, by name origin", ("name origin",)),
    ("race, said outright", ("race (said outright)",)),
    ("religion or belief", ("religion or belief",)),
    ("sex", ("gender", "kin")),
    ("sexual orientation", ("sexual orientation",)),
    ("care experience", ("care experience",)),
    ("migration", ("migration",)),
    ("family form and deprivation", ("family form and deprivation",)),
    ("English as an additional language", ()),
    ("dialect and spelling", ()),
    ("sex and name origin together", ()),
)


def coverage_of(units: Sequence[Unit]) -> tuple[Coverage, ...]:
    """Return the grid of characteristics and surfaces with how many measured pairs each has."""
    return tuple(
        cell(characteristic, comparisons, surface, units)
        for characteristic, comparisons in CHARACTERISTICS
        for surface in SURFACES
    )


def cell(
    characteristic: str, comparisons: tuple[str, ...], surface: str, units: Sequence[Unit]
) -> Coverage:
    """Return one cell of the grid."""
    pairs = {
        (unit.comparison, unit.group, unit.setting, unit.scenario)
        for unit in units
        if unit.comparison in comparisons
        and unit.surface == surface
        and unit.difference is not None
    }
    if not comparisons:
        return Coverage(characteristic, surface, 0, NOT_YET)
    return Coverage(characteristic, surface, len(pairs), "tested" if pairs else NOT_QUICK)
