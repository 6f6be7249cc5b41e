"""Scores the whole line, through its command line, against notes annotated by hand."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

# What each figure is called in the table, in the order a governance lead would read them.
FIGURES = {
    "notes": "Notes",
    "notes_failed": "Notes that could not be prepared",
    "redaction_recall": "Personal data hidden, all types",
    "direct_recall": "Personal data hidden, without organisations and places",
    "leaks": "Mentions left readable",
    "mask_precision": "Hidden words that were rightly hidden",
    "task_recall": "Tasks found",
    "task_precision": "Found tasks that are tasks",
    "outcome_exact": "Outcome as the annotator gave it",
    "outcome_ok": "Outcome the annotator accepts",
    "false_delegation": "Social-worker-only tasks sent down",
    "swo_found": "Social-worker-only tasks found",
    "owner_missing": "Owners the note names and we do not",
    "facts_kept": "Facts kept",
    "critical_kept": "Critical facts kept",
    "critical_lost": "Critical facts lost",
    "voice_kept": "The person's own words kept verbatim",
    "sentences": "Sentences drafted",
    "sentences_without_span": "Sentences without a source",
    "new_words_per_100": "Words not in the note, per 100",
    "new_numbers": "Numbers not in the note",
    "chars_accounted": "Characters accounted for",
    "ms_per_note_median": "Milliseconds per note, median",
    "ms_per_100_words": "Milliseconds per 100 words",
}


def main(words: Sequence[str]) -> int:
    """Prepare every note of a folder, score the result and print the table.

    The folder holds `gold.jsonl` (notes with their annotations) and `score.py` (the scorer).
    """
    parser = argparse.ArgumentParser(prog="recordwell evaluate score", description=main.__doc__)
    parser.add_argument("--notes", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="write the table as Markdown too"
    )
    arguments = parser.parse_args(words)
    gold, scorer = arguments.notes / "gold.jsonl", arguments.notes / "score.py"
    if not (gold.is_file() and scorer.is_file()):
        print("not measured: the folder has no gold.jsonl and score.py", file=sys.stderr)
        return 0
    figures = score(gold, scorer)
    table = as_table(figures)
    print(table)
    if arguments.write:
        arguments.write.write_text(baseline(table), encoding="utf-8")
    return 0


def score(gold: Path, scorer: Path) -> dict[str, Any]:
    """Return the scorer's figures for what the command line makes of the gold notes."""
    notes = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        inputs, outputs = Path(folder) / "notes.jsonl", Path(folder) / "prepared.jsonl"
        # Only the note goes in: nothing the annotators wrote about it.
        inputs.write_text(
            "".join(json.dumps({"id": n["id"], "text": n["text"]}) + "\n" for n in notes),
            encoding="utf-8",
        )
        command = [
            str(Path(sys.executable).with_name("recordwell")),
            "prepare",
            "--jsonl",
            str(inputs),
        ]
        with outputs.open("wb") as handle:
            # Status 3 is a refused note, which the scorer counts; anything else is a fault.
            status = subprocess.run(command, stdout=handle, check=False).returncode  # noqa: S603
        if status not in (0, 3):
            raise RuntimeError(f"recordwell prepare ended with status {status}")
        scored = subprocess.run(  # noqa: S603
            [sys.executable, str(scorer), str(gold), str(outputs)],
            capture_output=True,
            check=True,
            text=True,
        )
    figures: dict[str, Any] = json.loads(scored.stdout)
    return figures


def as_table(figures: Mapping[str, Any]) -> str:
    """Return the figures as a Markdown table; one the scorer could not take is "not measured"."""
    rows = ["| Measure | Figure |", "| --- | --- |"]
    rows += [f"| {title} | {shown(figures.get(key))} |" for key, title in FIGURES.items()]
    rows += [
        f"| Hidden of {kind}: | {fraction} |"
        for kind, fraction in figures.get("recall_by_type", {}).items()
    ]
    rows += [
        f"| Outcome, annotated → ours: {pair.replace('->', ' → ')} | {count} |"
        for pair, count in figures.get("confusion", {}).items()
    ]
    return "\n".join(rows)


def shown(value: object) -> str:
    """Return one figure as it stands in the table."""
    return "not measured" if value is None else str(value)


def baseline(table: str) -> str:
    """Return the page the table is kept on."""
    return (
        "# The starting line\n\n"
        "The sixteen annotated development notes (fictional, by eight hands), through "
        "`recordwell prepare --jsonl`, scored by `make score`. They are never trained on, but they "
        "were read while the product was built, so these figures flatter it: the model cards hold "
        "figures from authors who were left out.\n\n"
        f"Measured on {date.today().isoformat()}.\n\n{table}\n"  # noqa: DTZ011 (a calendar day)
    )
