"""The name finder as a Presidio recogniser.

Windows of word pieces, the union over windows, whole words.
"""

from pathlib import Path
from typing import Any

import torch
from presidio_analyzer import EntityRecognizer, RecognizerResult

from models.encoder import load_tokenizer
from models.redaction.give_back import give_back
from models.redaction.name_finder_model import LABELS, NameFinderModel, load_deltas
from models.redaction.name_finder_stretches import stretches
from models.redaction.name_finder_weights import FOLDER, trusted_weights
from models.redaction.name_finder_windows import batch_of, cut_into_pieces, window_starts
from models.text import ENTITY_TYPES

WINDOW, OVERLAP, BATCH = 192, 40, 4
LOWEST = 0.15  # from this probability of being personal data, in any window, a piece is hidden


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
            for one in give_back(stretches(offsets, scores, text, LOWEST), text)
        ]
