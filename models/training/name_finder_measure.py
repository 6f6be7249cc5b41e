"""Figures of the name finder alone on marked notes.

Mentions wholly covered, by type, and tokens rightly masked.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass, field

import torch

from models.encoder import load_tokenizer
from models.redaction.give_back import give_back
from models.redaction.name_finder import piece_scores
from models.redaction.name_finder_model import NameFinderModel
from models.redaction.name_finder_stretches import stretches
from models.training.name_finder_notes import MarkedText

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:/]\d+)*")


@dataclass
class Figures:
    """Counts by type of mentions and of those wholly covered; tokens masked and rightly masked."""

    mentions: Counter[str] = field(default_factory=Counter)
    covered: Counter[str] = field(default_factory=Counter)
    masked: int = 0
    rightly: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrongly: Counter[str] = field(default_factory=Counter)

    def count(self, note: MarkedText, found: list[tuple[int, int]]) -> None:
        """Add one note and what was masked in it."""
        masked = {i for start, end in found for i in range(start, end)}
        gold = {i for start, end, _ in note.spans for i in range(start, end)}
        for start, end, kind in note.spans:
            self.mentions[kind] += 1
            whole = all(i in masked for i in range(start, end) if note.text[i].isalnum())
            self.covered[kind] += whole
            if not whole:
                self.missed.append((kind, note.text[start:end]))
        for token in TOKEN.finditer(note.text):
            if any(i in masked for i in range(*token.span())):
                self.masked += 1
                right = any(i in gold for i in range(*token.span()))
                self.rightly += right
                if not right:
                    self.wrongly[token.group()] += 1


def interval(hits: int, n: int) -> str:
    """Return hits of n as a share with its 95 % interval (Wilson).

    Or say that nothing was measured.
    """
    if n == 0:
        return "not measured"
    z, share = 1.96, hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{share:.3f} ({middle - half:.3f} to {min(1.0, middle + half):.3f}, n {n})"


def measure(model: NameFinderModel, notes: list[MarkedText]) -> dict[float, Figures]:
    """Return figures at several lowest probabilities."""
    tokenizer = load_tokenizer()
    by_lowest = {lowest: Figures() for lowest in (0.5, 0.35, 0.2, 0.1)}
    with torch.inference_mode():
        for note in notes:
            offsets, scores = piece_scores(model, tokenizer, note.text)
            for lowest, figures in by_lowest.items():
                found = give_back(stretches(offsets, scores, note.text, lowest), note.text)
                figures.count(note, [(one.start, one.end) for one in found])
    return by_lowest


def print_figures(by_lowest: dict[float, Figures]) -> None:
    """Print each setting's recall by type and token precision."""
    for lowest, figures in by_lowest.items():
        n = sum(figures.mentions.values())
        print(f"from {lowest}: all {interval(sum(figures.covered.values()), n)}")
        print(f"  tokens rightly masked {interval(figures.rightly, figures.masked)}")
        for kind in sorted(figures.mentions):
            print(f"  {kind} {interval(figures.covered[kind], figures.mentions[kind])}")
