"""The record of an evaluation: what was measured, on which versions, and what was found."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from evaluation.finding import COLOURS, Colour, Finding

SCHEMA = 1
RESULTS, RUN, REPORT, UNITS = "results.json", "run.json", "report.html", "units.csv"


class MalformedRun(Exception):
    """A folder that should hold an evaluation run does not; the message says which file and why."""


@dataclass(frozen=True)
class Control:
    """One proof that the alarm works: what was tried, and whether it came out as it must."""

    name: str
    passed: bool | None  # None where it was not tried
    detail: str


@dataclass(frozen=True)
class Quality:
    """How well a part of the product does its work, whoever the note is about."""

    surface: str
    measure: str
    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True)
class Case:
    """One of the worst pairs, with what differed; texts are there only where we wrote the note."""

    surface: str
    measure: str
    comparison: str
    scenario: str
    group: str
    reference: str
    detail: str
    text_group: str = ""
    text_reference: str = ""


@dataclass(frozen=True)
class Coverage:
    """One characteristic on one surface: tested, or not and why."""

    characteristic: str
    surface: str
    pairs: int
    note: str


@dataclass(frozen=True)
class Results:
    """Everything an evaluation found; the same inputs give the same bytes."""

    kind: str  # "product" or "outputs"
    size: str
    verdict: Colour
    gates_version: str
    versions: dict[str, Any]
    findings: tuple[Finding, ...]
    controls: tuple[Control, ...] = ()
    quality: tuple[Quality, ...] = ()
    cases: tuple[Case, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    counts: dict[str, Any] = field(default_factory=dict)
    limits: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvaluationRun:
    """One run as the governance desk lists it."""

    identity: str
    when: datetime
    versions: dict[str, Any]
    size: str
    verdict: Colour
    findings: tuple[Finding, ...]
    report: Path
    kind: str = "product"
    seconds: float | None = None
    commit: str | None = None
    dirty: bool | None = None


def results_json(results: Results) -> str:
    """Return the results as JSON: sorted, rounded, without a time or a path."""
    held = {"schema": SCHEMA, **rounded(dataclasses.asdict(results))}
    if results.kind == "outputs":
        held["systems"] = verdict_by_system(results.findings)
    return json.dumps(held, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def verdict_by_system(findings: tuple[Finding, ...]) -> dict[str, Any]:
    """Return, for each system, its worst colour and the measures that are red or amber."""
    from_worst = ("red", "amber", "grey", "green")
    systems = sorted({item.surface for item in findings})
    held = {}
    for system in systems:
        mine = [item for item in findings if item.surface == system]
        held[system] = {
            "verdict": min((item.colour for item in mine), key=from_worst.index),
            "red": [item.measure for item in mine if item.colour == "red"],
            "amber": [item.measure for item in mine if item.colour == "amber"],
            "harmed": sorted(
                {item.harmed for item in mine if item.colour == "red" and item.harmed}
            ),
        }
    return held


def rounded(value: Any) -> Any:
    """Return a value with its fractions cut to eight places, so that bytes do not hang on noise."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return round(value, 8) + 0.0 if isinstance(value, float) else value


def write_run(folder: Path, results: Results, **run: Any) -> None:
    """Write results.json, and run.json with the time and everything else that changes by itself."""
    text = results_json(results)
    digest = hashlib.sha256(text.encode()).hexdigest()
    when: datetime = run.pop("when")
    held = {
        "schema": SCHEMA,
        "identity": f"{when:%Y%m%d-%H%M%S}-{results.kind}-{results.size}-{digest[:8]}",
        "when": when.isoformat(timespec="seconds"),
        "results_sha256": digest,
        **run,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RESULTS).write_text(text, encoding="utf-8")
    (folder / RUN).write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_runs(folder: Path) -> tuple[EvaluationRun, ...]:
    """Return every run kept in the folders below, the newest first; none is an empty tuple.

    Raises:
        MalformedRun: a folder holds half a run, or one that was changed after it was written.
    """
    if not folder.is_dir():
        return ()
    runs = [
        read_run(inside)
        for inside in sorted(folder.iterdir())
        if inside.is_dir() and ((inside / RUN).exists() or (inside / RESULTS).exists())
    ]
    return tuple(sorted(runs, key=lambda run: (run.when, run.identity), reverse=True))


def read_run(folder: Path) -> EvaluationRun:
    """Return the run in one folder.

    Raises:
        MalformedRun: a file is missing, is not what it should be, or was changed afterwards.
    """
    run, results = read_object(folder / RUN), read_object(folder / RESULTS)
    found = hashlib.sha256((folder / RESULTS).read_bytes()).hexdigest()
    if run.get("results_sha256") != found:
        raise MalformedRun(f"{folder.name}: {RESULTS} is not the one this run wrote")
    if not (folder / REPORT).is_file():
        raise MalformedRun(f"{folder.name}: {REPORT} is missing")
    try:
        return EvaluationRun(
            identity=run["identity"],
            when=datetime.fromisoformat(run["when"]),
            versions=results["versions"],
            size=results["size"],
            verdict=colour(results["verdict"]),
            findings=tuple(finding_from(item) for item in results["findings"]),
            report=folder / REPORT,
            kind=results["kind"],
            seconds=run.get("seconds"),
            commit=run.get("commit"),
            dirty=run.get("dirty"),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise MalformedRun(f"{folder.name}: a field is missing or unusable: {fault}") from fault


def read_object(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file of this schema."""
    if not path.is_file():
        raise MalformedRun(f"{path.parent.name}: {path.name} is missing")
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise MalformedRun(f"{path.parent.name}: {path.name} is not JSON") from fault
    if not isinstance(held, dict) or held.get("schema") != SCHEMA:
        raise MalformedRun(f"{path.parent.name}: {path.name} is not of schema {SCHEMA}")
    return held


def finding_from(item: dict[str, Any]) -> Finding:
    """Return one finding from its JSON."""
    colour(item["colour"])
    return Finding(**item)


def colour(value: str) -> Colour:
    """Return a colour, or raise for a word that is none."""
    for known in COLOURS:
        if value == known:
            return known
    message = f"{value!r} is none of {', '.join(get_args(Colour))}"
    raise ValueError(message)


def read_results(path: Path) -> Results:
    """Return the results in a file.

    Raises:
        MalformedRun: the file is missing or is not what a run writes.
    """
    held = read_object(path)
    try:
        return Results(
            kind=held["kind"],
            size=held["size"],
            verdict=colour(held["verdict"]),
            gates_version=held["gates_version"],
            versions=held["versions"],
            findings=tuple(finding_from(item) for item in held["findings"]),
            controls=tuple(Control(**item) for item in held["controls"]),
            quality=tuple(Quality(**item) for item in held["quality"]),
            cases=tuple(Case(**item) for item in held["cases"]),
            coverage=tuple(Coverage(**item) for item in held["coverage"]),
            counts=held["counts"],
            limits=tuple(held["limits"]),
        )
    except (KeyError, TypeError, ValueError) as fault:
        message = f"{path.parent.name}: a field is missing or unusable: {fault}"
        raise MalformedRun(message) from fault
