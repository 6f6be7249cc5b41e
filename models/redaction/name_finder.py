"""The name finder as a Presidio recogniser.

Windows of word pieces, the union over windows, whole words.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from presidio_analyzer import EntityRecognizer, RecognizerResult

from models.encoder import load_tokenizer
from models.redaction.care_words import is_bare_figure, is_clock_time, is_shorthand, names_nobody
from models.redaction.name_finder_model import LABELS, NameFinderModel, load_deltas
from models.redaction.name_finder_weights import FOLDER, trusted_weights
from models.redaction.name_finder_windows import WORD, batch_of, cut_into_pieces, window_starts
from models.text import ENTITY_TYPES

WINDOW, OVERLAP, BATCH = 192, 40, 4
LOWEST = (
    0.35  # a piece is masked from this probability of being personal data at all, in any window
)
WORDED = ("PERSON", "ORG", "PLACE")


@dataclass
class _Stretch:
    start: int
    end: int
    type: int
    score: float


def piece_scores(
    model: NameFinderModel, tokenizer: Any, text: str
) -> tuple[list[tuple[int, int]], torch.Tensor]:
    """Return each piece's place and label scores, from the window that finds it most personal."""
    pieces = cut_into_pieces(tokenizer, text)
    count = len(pieces.ids)
    best = torch.zeros(count, len(LABELS))
    best[:, 0] = 2.0
    starts = window_starts(count, WINDOW, OVERLAP) if count else []
    for at in range(0, len(starts), BATCH):
        group = starts[at : at + BATCH]
        windows = [(pieces.ids[s : s + WINDOW], pieces.shapes[s : s + WINDOW]) for s in group]
        with torch.inference_mode():
            found = model(*batch_of(tokenizer, windows)).softmax(-1)
        for row, start in enumerate(group):
            size = len(windows[row][0])
            new = found[row, 1 : size + 1]
            old = best[start : start + size]
            best[start : start + size] = torch.where(new[:, :1] < old[:, :1], new, old)
    return pieces.offsets, best


def stretches(
    offsets: list[tuple[int, int]], scores: torch.Tensor, text: str, lowest: float
) -> list[_Stretch]:
    """Join personal pieces into stretches and widen each to whole words."""
    found: list[_Stretch] = []
    previous = -2
    personal = (1 - scores[:, 0]).tolist()
    begin, inside = scores[:, 1::2], scores[:, 2::2]
    kinds = (begin + inside).argmax(1).tolist()
    begins = (begin.sum(1) > inside.sum(1)).tolist()
    for i, (start, end) in enumerate(offsets):
        if personal[i] < lowest:
            continue
        joins = (
            previous == i - 1
            and found[-1].type == kinds[i]
            and "\n" not in text[found[-1].end : start]
        )
        touching = bool(found) and found[-1].end == start and previous == i - 1
        if joins and (
            not begins[i] or (touching and text[start].isalnum() and text[start - 1].isalnum())
        ):
            found[-1].end = end
            found[-1].score = max(found[-1].score, personal[i])
        else:
            found.append(_Stretch(start, end, kinds[i], personal[i]))
        previous = i
    word_at: dict[int, tuple[int, int]] = {}
    for word in WORD.finditer(text):
        for i in range(word.start(), word.end()):
            word_at[i] = word.span()
    for one in found:
        one.start = word_at.get(one.start, (one.start, 0))[0]
        one.end = word_at.get(one.end - 1, (0, one.end))[1]
    return [one for one in found if any(c.isalnum() for c in text[one.start : one.end])]


def without_care_words(found: list[_Stretch], text: str) -> list[_Stretch]:
    """Give back what names nobody.

    Words of care at either end of a finding, times of day, small figures.
    """
    return [one for one in found if not _is_shorthand(one, text) and _narrow(one, text)]


def _is_shorthand(one: _Stretch, text: str) -> bool:
    kind, surface = ENTITY_TYPES[one.type], text[one.start : one.end]
    if kind == "ADDRESS":
        return False
    if kind == "DOB" and surface.startswith(("19", "20")):
        return False  # a year, though it reads as a time of day too
    if is_clock_time(surface) or is_shorthand(text, one.start, one.end):
        return True
    return kind != "DOB" and is_bare_figure(surface)


def _narrow(one: _Stretch, text: str) -> bool:
    """Take words of care off both ends; say whether anything is left."""
    if ENTITY_TYPES[one.type] not in WORDED and not text[one.start : one.end].isalpha():
        return True
    words = list(WORD.finditer(text, one.start, one.end))
    kept = list(words)
    while kept and names_nobody(kept[0].group()):
        kept.pop(0)
    while kept and names_nobody(kept[-1].group()):
        kept.pop()
    if kept and len(kept) < len(words):
        one.start = kept[0].start() if kept[0] is not words[0] else one.start
        one.end = kept[-1].end() if kept[-1] is not words[-1] else one.end
    return bool(kept)


class NameFinder(EntityRecognizer):  # type: ignore[misc]
    """Finds persons, addresses, bodies and places by reading, and helps with the other types."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        super().__init__(
            supported_entities=list(ENTITY_TYPES), name="NameFinder", supported_language="en"
        )

    def load(self) -> None:
        """Load the checked weights; refuse if they are missing or altered."""
        weights, version = trusted_weights(self.folder)
        self.model = load_deltas(weights)
        self.tokenizer = load_tokenizer()
        self.version = version

    def analyze(self, text: str, **_asked: object) -> list[RecognizerResult]:
        """Return what the network finds; any fault in it is left to stop the note."""
        offsets, scores = piece_scores(self.model, self.tokenizer, text)
        return [
            RecognizerResult(ENTITY_TYPES[one.type], one.start, one.end, min(1.0, one.score))
            for one in without_care_words(stretches(offsets, scores, text, LOWEST), text)
        ]
