"""The trained heads: what the encoder makes of each unit, as probabilities for every field."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from models.reading.features import HEADS
from models.reading.vectors import vectors
from models.text import RedactedText, Span
from models.weights import WeightsNotTrusted, refuse_altered

WEIGHTS = Path(__file__).parent / "weights"
MANIFEST = "manifest.json"
HEADS_FILE = "heads.safetensors"


@dataclass(frozen=True)
class Heads:
    """The two layers that turn a unit's numbers into odds."""

    layers: dict[str, Tensor]

    @torch.inference_mode()
    def probabilities(
        self, redacted: RedactedText, spans: Sequence[Span]
    ) -> list[dict[str, list[float]]]:
        """Return, for each unit, the probability of every value of every field."""
        rows = vectors(redacted, spans)
        return odds(self.layers, rows)


def odds(layers: dict[str, Tensor], rows: Tensor) -> list[dict[str, list[float]]]:
    """Return the probabilities the heads give to units laid out as rows of numbers."""
    hidden = (rows @ layers["first.weight"].T + layers["first.bias"]).relu()
    logits = hidden @ layers["second.weight"].T + layers["second.bias"]
    found: list[dict[str, list[float]]] = [{} for _ in range(len(rows))]
    parts = torch.split(logits, [len(values) for values in HEADS.values()], 1)
    for name, part in zip(HEADS, parts, strict=True):
        for row, values in zip(found, part.softmax(1), strict=True):
            row[name] = values.tolist()
    return found


def check_weights(folder: Path) -> None:
    """Raise WeightsNotTrusted unless every file of the heads hashes as its manifest says."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise WeightsNotTrusted("the reading heads have no manifest")
    refuse_altered(folder, json.loads(manifest.read_text(encoding="utf-8")))


@cache
def load_heads(folder: Path = WEIGHTS) -> Heads:
    """Load the reading heads once, after checking them against their manifest."""
    check_weights(folder)
    layers = {name: value.float() for name, value in load_file(folder / HEADS_FILE).items()}
    return Heads(layers)
