"""`recordwell guidance`: check the written rules, preview a change, explain one rule."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from guidance.check import check
from guidance.explain import NoSuchRule, explain
from guidance.library import Guidance, load, load_file
from guidance.outcomes import Outcome
from guidance.preview import loosened_in_law
from models.triage.triage import triage_lines
from service import clock
from service.cli.lines import (
    ARGUMENTS_UNUSABLE,
    EVERY_INPUT_PROCESSED,
    Item,
    answer_each,
    read_bytes,
    read_items,
    write_line,
)
from service.cli.notes import REFUSALS, triage_item

FAULTS_FOUND = 1


def run_check(arguments: argparse.Namespace) -> int:
    """Write one line for each fault of a version, and end with 1 where there is any."""
    guidance = open_version(arguments.version)

    def decide_all(lines: Sequence[str]) -> list[Outcome]:
        return [decision.outcome for decision in triage_lines(lines, guidance)]

    faults = check(guidance, clock.now().date(), decide_all if arguments.triage else None)
    for fault in faults:
        write_line({"version": guidance.version, **asdict(fault)})
    print(f"{guidance.version}: {len(guidance.rules)} rules, {len(faults)} faults", file=sys.stderr)
    return FAULTS_FOUND if faults else EVERY_INPUT_PROCESSED


def run_preview(arguments: argparse.Namespace) -> int:
    """Write, for each task, its outcome and rule under both versions."""
    old, new = open_version(arguments.old), open_version(arguments.new)
    content = read_bytes(arguments.file)
    moved: list[bool] = []

    def answer(item: Item) -> Item:
        whole = {"start": 0, "end": len(item["text"])} | item
        was, now = triage_item(whole, old), triage_item(whole, new)
        moved.append(was.outcome != now.outcome)
        return {
            "id": item.get("id"),
            "old": {"outcome": was.outcome, "rule": was.rule and was.rule.id},
            "new": {"outcome": now.outcome, "rule": now.rule and now.rule.id},
            "moved": moved[-1],
        }

    status = answer_each(read_items(content, arguments.file, jsonl=True), answer, REFUSALS)
    loosened = loosened_in_law(old, new)
    print(f"{sum(moved)} of {len(moved)} tasks would move", file=sys.stderr)
    if loosened:
        print(f"reserved in law and loosened: {', '.join(loosened)}", file=sys.stderr)
    return status


def run_explain(arguments: argparse.Namespace) -> int:
    """Write everything the newest version says of one rule."""
    try:
        rule = explain(load(), arguments.rule)
    except NoSuchRule as refused:
        print(f"recordwell: {refused}", file=sys.stderr)
        return ARGUMENTS_UNUSABLE
    write_line(rule)
    return EVERY_INPUT_PROCESSED


def open_version(name: str | None) -> Guidance:
    """Open a published version by its name, or any version by its file; the newest without one."""
    return load_file(Path(name)) if name and name.endswith((".yaml", ".yml")) else load(name)
