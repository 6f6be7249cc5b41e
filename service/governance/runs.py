"""The evaluation runs kept in the folder of runs: read, never started and never changed."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from evaluation.finding import Finding
from evaluation.run_record import RESULTS, RUN, EvaluationRun, MalformedRun, read_run
from service.errors import NotFound

FROM_WORST = ("red", "amber", "grey", "green")


@dataclass(frozen=True)
class Runs:
    """Every run of a folder, the newest first, and what could not be read."""

    readable: tuple[EvaluationRun, ...]
    unreadable: tuple[str, ...]


def list_runs(folder: Path) -> Runs:
    """Read every run of a folder; one that was changed or cut is named, never hidden."""
    found: list[EvaluationRun] = []
    unreadable: list[str] = []
    for inside in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not ((inside / RUN).exists() or (inside / RESULTS).exists()):
            continue
        try:
            found.append(read_run(inside))
        except MalformedRun as fault:
            unreadable.append(str(fault))
    found.sort(key=lambda run: (run.when, run.identity), reverse=True)
    return Runs(tuple(found), tuple(unreadable))


def find_run(folder: Path, identity: str) -> EvaluationRun:
    """Return one run by its identity.

    Raises:
        NotFound: there is no such run.
    """
    for run in list_runs(folder).readable:
        if run.identity == identity:
            return run
    raise NotFound


def counts(run: EvaluationRun) -> Counter[str]:
    """Return how many findings of a run have each colour."""
    return Counter(finding.colour for finding in run.findings)


def worst_first(run: EvaluationRun) -> list[Finding]:
    """Return the findings of a run, what needs attention first."""
    return sorted(
        run.findings,
        key=lambda f: (FROM_WORST.index(f.colour), f.surface, f.measure, f.comparison, f.group),
    )
