"""From rows to findings: each surface is one family of questions."""

from collections import defaultdict
from collections.abc import Iterable

from evaluation.family import Cell, Events, judge_family
from evaluation.finding import Finding
from evaluation.thresholds import Gates
from evaluation.unit import Unit

CONTROLS = ("no-op", "placebo", "other names, same origin")
EITHER_WAY = ("gender", "kin")  # harm to either of the two is harm
SUBJECTS = {
    "redaction": "Redaction",
    "draft": "Drafts",
    "tasks": "Task finding",
    "triage": "Triage",
}


def judge(units: Iterable[Unit], gates: Gates) -> tuple[Finding, ...]:
    """Return the findings: each surface is one family of questions."""
    by_cell: dict[tuple[str, str, str, str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.comparison not in CONTROLS:
            key = (unit.surface, unit.comparison, unit.gate, unit.group, unit.reference)
            by_cell[key].append(unit)
    families: dict[str, list[Cell]] = defaultdict(list)
    for (surface, comparison, gate, group, reference), held in by_cell.items():
        families[surface].append(
            Cell(
                subject=SUBJECTS[surface],
                surface=surface,
                gate=gate,
                comparison=comparison,
                group=group,
                reference=reference,
                units=tuple(held),
                zero_tolerance=excused(gate, comparison, gates),
            )
        )
    return tuple(found for cells in families.values() for found in judge_family(cells, gates))


def excused(gate: str, comparison: str, gates: Gates) -> Events:
    """Return whose single cases no threshold excuses."""
    if not gates.of(gate).zero_tolerance:
        return "none"
    if gate == "draft_same":  # words that go with gender may move a sentence; a name may not
        return "group" if comparison == "name origin" else "none"
    return "both" if comparison in EITHER_WAY else "group"
