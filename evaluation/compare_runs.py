"""What changed between two runs on the same questions: new reds first."""

from dataclasses import dataclass
from pathlib import Path

from evaluation.finding import Colour, Finding
from evaluation.run_record import EvaluationRun, MalformedRun, read_run

ORDER: tuple[Colour, ...] = ("red", "amber", "grey", "green")


@dataclass(frozen=True)
class Change:
    """One comparison in the older and the newer run; None where a run does not have it."""

    surface: str
    measure: str
    comparison: str
    group: str
    before: Colour | None
    after: Colour | None
    effect_before: float | None
    effect_after: float | None

    @property
    def is_new_red(self) -> bool:
        """Say whether it is red now and was not."""
        return self.after == "red" and self.before != "red"


def compare(older: Path, newer: Path) -> tuple[Change, ...]:
    """Return what changed from one run's folder to another's, new reds first.

    Raises:
        MalformedRun: a folder holds no run, or the two are of different kinds.
    """
    first, second = read_run(older), read_run(newer)
    if first.kind != second.kind:
        raise MalformedRun("one run is of the product and the other of somebody else's outputs")
    before, after = by_cell(first), by_cell(second)
    changes = [
        change(before.get(key), after.get(key)) for key in sorted(before.keys() | after.keys())
    ]
    moved = [
        item
        for item in changes
        if item.before != item.after or item.effect_before != item.effect_after
    ]
    return tuple(sorted(moved, key=lambda item: not item.is_new_red))


def by_cell(run: EvaluationRun) -> dict[tuple[str, str, str, str], Finding]:
    """Return the findings of a run by what they compare."""
    return {(f.surface, f.comparison, f.measure, f.group): f for f in run.findings}


def change(before: Finding | None, after: Finding | None) -> Change:
    """Return one comparison in both runs."""
    either = after or before
    assert either is not None  # noqa: S101 (a key comes from one of them)
    return Change(
        surface=either.surface,
        measure=either.measure,
        comparison=either.comparison,
        group=either.group,
        before=before.colour if before else None,
        after=after.colour if after else None,
        effect_before=before.effect if before else None,
        effect_after=after.effect if after else None,
    )


def told(item: Change) -> str:
    """Return one change as a line."""
    mark = "NEW RED  " if item.is_new_red else ""
    figures = f"{shown(item.effect_before)} to {shown(item.effect_after)}"
    return (
        f"{mark}{item.surface}, {item.measure}, {item.group}: "
        f"{item.before or 'not there'} to {item.after or 'not there'}; {figures}"
    )


def shown(value: float | None) -> str:
    """Return a figure, or say that there is none."""
    return "not measured" if value is None else f"{value:+.4f}"
