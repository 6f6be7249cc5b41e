"""`recordwell evaluate`: run, compare, report, outputs, score, bench."""

import argparse
import datetime
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from evaluation.compare_runs import compare, told
from evaluation.judge_outputs import judge_outputs
from evaluation.pairs import UnusablePairs, read_pairs
from evaluation.plan import Size
from evaluation.report import report
from evaluation.run_record import (
    REPORT,
    RESULTS,
    UNITS,
    MalformedRun,
    Results,
    read_results,
    write_run,
)
from evaluation.sample import BrokenCorpus
from evaluation.thresholds import Gates, UnusableGates, read_gates
from evaluation.unit import Unit, units_csv
from guidance.library import GuidanceRefused
from models.weights import WeightsNotTrusted

DONE, RED, UNUSABLE = 0, 1, 2
ROOT = Path(__file__).parent.parent
HANDED_OVER = {"score": "evaluation.score", "bench": "evaluation.bench"}
FAULTS = (
    UnusablePairs,
    MalformedRun,
    BrokenCorpus,
    UnusableGates,
    GuidanceRefused,
    WeightsNotTrusted,
    OSError,
)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 1 a gate is red, 2 unusable arguments or files."""
    typed = list(sys.argv[1:] if words is None else words)
    if typed[:1] and typed[0] in HANDED_OVER:
        status: int = import_module(HANDED_OVER[typed[0]]).main(typed[1:])
        return status
    arguments = build_parser().parse_args(typed)
    try:
        return int(arguments.verb(arguments))
    except FAULTS as fault:
        print(f"recordwell evaluate: {fault}", file=sys.stderr)
        return UNUSABLE


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(prog="recordwell evaluate", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    run = verbs.add_parser("run", help="measure the product on our sample notes")
    run.add_argument("--size", choices=get_args(Size), default="quick")
    run.add_argument("--out", type=Path, default=Path("evaluation-run"))
    run.set_defaults(verb=run_product)
    outputs = verbs.add_parser("outputs", help="judge another system from pairs of outputs")
    outputs.add_argument("--pairs", type=Path, required=True, metavar="FILE", help="JSON Lines")
    outputs.add_argument("--out", type=Path, default=Path("evaluation-outputs"))
    outputs.set_defaults(verb=run_outputs)
    comparing = verbs.add_parser("compare", help="show what changed between two runs")
    comparing.add_argument("older", type=Path, metavar="DIR")
    comparing.add_argument("newer", type=Path, metavar="DIR")
    comparing.set_defaults(verb=run_compare)
    reporting = verbs.add_parser("report", help="write a run's report again from its results")
    reporting.add_argument("folder", type=Path, metavar="DIR")
    reporting.set_defaults(verb=run_report)
    for name in HANDED_OVER:
        verbs.add_parser(name, help=f"see recordwell evaluate {name} --help")
    return parser


def run_product(arguments: argparse.Namespace) -> int:
    """Measure the product; models are loaded only here."""
    gates = read_gates()
    product = import_module("evaluation.recordwell_product").Recordwell()
    evaluate = import_module("evaluation.run_evaluation").evaluate
    began = time.monotonic()
    results, units = evaluate(product, gates, arguments.size, progress=True)
    return keep(arguments.out, results, units, gates, began)


def run_outputs(arguments: argparse.Namespace) -> int:
    """Judge somebody else's outputs."""
    gates = read_gates()
    began = time.monotonic()
    results, units = judge_outputs(read_pairs(arguments.pairs), gates)
    return keep(arguments.out, results, units, gates, began)


def keep(folder: Path, results: Results, units: Sequence[Unit], gates: Gates, began: float) -> int:
    """Write a run's files, say what it found, and return whether a gate is red."""
    page, rows = report(results, gates), units_csv(units)  # both made before either is written
    folder.mkdir(parents=True, exist_ok=True)
    (folder / UNITS).write_text(rows, encoding="utf-8")
    (folder / REPORT).write_text(page, encoding="utf-8")
    when = datetime.datetime.fromtimestamp(time.time(), tz=datetime.UTC)
    write_run(folder, results, when=when, seconds=round(time.monotonic() - began, 1), **revision())
    for item in results.findings:
        if item.colour in ("red", "amber"):
            print(f"{item.colour}: {item.sentence}")
    for control in results.controls:
        if control.passed is False:
            print(f"control failed: {control.name}: {control.detail}")
    print(f"{results.verdict}: {folder / REPORT}")
    return RED if results.verdict == "red" else DONE


def revision() -> dict[str, Any]:
    """Return the commit the code is at and whether it is changed; nothing without git."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return {"commit": None, "dirty": None}
    asked = [
        (git, "-C", str(ROOT), "rev-parse", "HEAD"),
        (git, "-C", str(ROOT), "status", "--porcelain"),
    ]
    given = [subprocess.run(words, capture_output=True, text=True, check=False) for words in asked]  # noqa: S603 (our own words)
    if any(item.returncode for item in given):
        return {"commit": None, "dirty": None}
    return {"commit": given[0].stdout.strip(), "dirty": bool(given[1].stdout.strip())}


def run_compare(arguments: argparse.Namespace) -> int:
    """Show what changed from one run to another; new reds make it fail."""
    changes = compare(arguments.older, arguments.newer, read_gates())
    for item in changes:
        print(told(item))
    if not changes:
        print("nothing changed")
    return RED if any(item.is_new_red for item in changes) else DONE


def run_report(arguments: argparse.Namespace) -> int:
    """Write the report again."""
    results = read_results(arguments.folder / RESULTS)
    (arguments.folder / REPORT).write_text(report(results, read_gates()), encoding="utf-8")
    print(arguments.folder / REPORT)
    return RED if results.verdict == "red" else DONE


if __name__ == "__main__":
    sys.exit(main())
