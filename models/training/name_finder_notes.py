"""The corpus's notes as plain text with the personal data marked, by author.

And cut into stretches to learn from.
"""

import json
import random
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

NOTES = Path(__file__).parent / "corpus" / "notes"
MARK = re.compile(r"\[\[([A-Z_]+):(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class MarkedText:
    """Text and the spans of personal data in it, as (start, end, type)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_markup(markup: str) -> MarkedText:
    """Return the text without its marks, and where they were."""
    out, spans, at, cut = [], [], 0, 0
    for mark in MARK.finditer(markup):
        between = markup[cut : mark.start()]
        at += len(between)
        out += [between, mark.group(2)]
        spans.append((at, at + len(mark.group(2)), mark.group(1)))
        at += len(mark.group(2))
        cut = mark.end()
    out.append(markup[cut:])
    return MarkedText("".join(out), tuple(spans))


def notes_by_author() -> dict[str, list[MarkedText]]:
    """Return every note of the corpus under its author, the prefix of its file name."""
    authors: dict[str, list[MarkedText]] = {}
    for path in sorted(NOTES.glob("*.json")):
        note = json.loads(path.read_text(encoding="utf-8"))
        authors.setdefault(path.stem.rsplit("-", 1)[0], []).append(read_markup(note["markup"]))
    return authors


def stretches(note: MarkedText, rng: random.Random) -> list[MarkedText]:
    """Cut a note into stretches of 40 to 130 words at random white space outside the marks."""
    inside = {i for start, end, _ in note.spans for i in range(start, end)}
    gaps = [m.end() for m in re.finditer(r"\s+", note.text) if m.start() not in inside]
    cuts, at = [0], 0
    while at + 40 < len(gaps):
        at += rng.randint(40, 130)
        if at + 15 < len(gaps):
            cuts.append(gaps[at])
    cuts.append(len(note.text))
    return [
        MarkedText(
            note.text[a:b],
            tuple((s - a, e - a, kind) for s, e, kind in note.spans if a <= s and e <= b),
        )
        for a, b in pairwise(cuts)
        if b > a
    ]
