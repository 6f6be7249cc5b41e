"""The name finder as a Presidio recogniser: windows of word pieces, the union over windows, whole words."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from presidio_analyzer import EntityRecognizer, RecognizerResult

from models.encoder import load_tokenizer
from models.redaction.name_finder_model import LABELS, NameFinderModel, load_deltas
from models.redaction.name_finder_weights import FOLDER, trusted_weights
from models.redaction.name_finder_windows import WORD, batch_of, cut_into_pieces, window_starts
from models.text import ENTITY_TYPES

WINDOW, OVERLAP, BATCH = 192, 40, 4
LOWEST = (
    0.35  # a piece is masked from this probability of being personal data at all, in any window
)
KINDS = len(ENTITY_TYPES)


@dataclass
class _Stretch:
    start: int
    end: int
    type: int
    score: float


def piece_scores(
    model: NameFinderModel, tokenizer: Any, text: str
) -> tuple[list[tuple[int, int]], torch.Tensor]:
    """Return each piece's place and its label probabilities, from the window that finds it most personal."""
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
        joins = previous == i - 1 and found[-1].type == kinds[i]
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


class NameFinder(EntityRecognizer):  # type: ignore[misc]
    """Finds persons, addresses, bodies and places, and helps with the other types, by reading the words around them."""

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

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: object = None
    ) -> list[RecognizerResult]:  # noqa: ARG002
        """Return what the network finds; any fault in it is left to stop the note."""
        offsets, scores = piece_scores(self.model, self.tokenizer, text)
        return [
            RecognizerResult(ENTITY_TYPES[one.type], one.start, one.end, min(1.0, one.score))
            for one in stretches(offsets, scores, text, LOWEST)
        ]
