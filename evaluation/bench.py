"""Times the whole line on the sample notes: milliseconds for each step, notes a second."""

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from guidance.library import load
from models.pipeline import prepare
from models.text import VisitNote

SAMPLES = Path(__file__).parent / "samples" / "gold.jsonl"


def main(words: Sequence[str]) -> int:
    """Prepare the sample notes several times in this one process and print what each step took."""
    parser = argparse.ArgumentParser(prog="recordwell evaluate bench", description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args(words)
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    notes = [VisitNote(json.loads(line)["text"]) for line in lines]
    guidance = load()
    prepare(notes[0], guidance)  # what is loaded once is not part of a note's time
    began = time.perf_counter()
    timings = [
        prepare(note, guidance).timings_ms for _ in range(arguments.rounds) for note in notes
    ]
    seconds = time.perf_counter() - began
    count = sum(len(note.text.split()) for note in notes) * arguments.rounds
    print(f"{len(timings)} notes of {count / len(timings):.0f} words on average, one process")
    for step in timings[0]:
        values = [timing[step] for timing in timings]
        per_400 = 400 * sum(values) / count
        print(
            f"{step:>8}: median {statistics.median(values):.0f} ms, {per_400:.0f} ms per 400 words"
        )
    print(f"notes a second: {len(timings) / seconds:.1f}")
    return 0
