"""The trained heads: what the encoder makes of each unit, as probabilities for every field."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from models.encoder import load_encoder, load_tokenizer
from models.reading.features import HEADS, features
from models.reading.windows import Window, roles, windows
from models.text import RedactedText, Span
from models.weights import WeightsNotTrusted, sha256_of

WEIGHTS = Path(__file__).parent / "weights"
MANIFEST = "manifest.json"
_BATCH_TOKENS = 1600


@dataclass(frozen=True)
class Heads:
    """The adapted encoder, its tokeniser, and the linear heads over units."""

    encoder: Any
    tokeniser: Any
    linear: dict[str, tuple[Tensor, Tensor]]
    dtype: torch.dtype

    @torch.inference_mode()
    def probabilities(
        self, redacted: RedactedText, spans: Sequence[Span]
    ) -> list[dict[str, list[float]]]:
        """Return, for each unit, the probability of every value of every field."""
        texts = [redacted.text[span.start : span.end] for span in spans]
        rows = torch.tensor(features(texts, redacted.people))
        laid = windows(redacted.text, spans, roles(redacted.people), self.tokeniser)
        means = torch.zeros(len(spans), self.encoder.config.hidden_size)
        for batch in _batches(laid):
            hidden = self._hidden(batch)
            for place, window in enumerate(batch):
                for number, first, last in window.units:
                    means[number] = hidden[place, first:last].mean(0)
        joined = torch.cat([means, rows], 1)
        found: list[dict[str, list[float]]] = [{} for _ in spans]
        for name, (weight, bias) in self.linear.items():
            for row, values in zip(found, (joined @ weight.T + bias).softmax(1), strict=True):
                row[name] = values.tolist()
        return found

    def _hidden(self, batch: list[Window]) -> Tensor:
        length = max(len(window.ids) for window in batch)
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        mask = torch.zeros(len(batch), length, dtype=torch.long)
        for place, window in enumerate(batch):
            ids[place, : len(window.ids)] = torch.tensor(window.ids)
            mask[place, : len(window.ids)] = 1
        hidden: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden.float()


def _batches(laid: list[Window]) -> list[list[Window]]:
    """Put windows of like length together, so that little is spent on padding."""
    found: list[list[Window]] = []
    for window in sorted(laid, key=lambda w: len(w.ids), reverse=True):
        if found and len(found[-1][0].ids) * (len(found[-1]) + 1) <= _BATCH_TOKENS:
            found[-1].append(window)
        else:
            found.append([window])
    return found


def check_weights(folder: Path) -> None:
    """Raise WeightsNotTrusted unless every file of the heads hashes as its manifest says."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise WeightsNotTrusted("the reading heads have no manifest")
    for name, expected in json.loads(manifest.read_text(encoding="utf-8")).items():
        if not (folder / name).is_file() or sha256_of(folder / name) != expected:
            raise WeightsNotTrusted(
                f"{name} of the reading heads is not the file that was measured"
            )


@cache
def load_heads(folder: Path = WEIGHTS) -> Heads:
    """Load the reading heads once, after checking them against their manifest."""
    check_weights(folder)
    tensors = load_file(folder / "heads.safetensors")
    linear = {
        name: (tensors[f"{name}.weight"].float(), tensors[f"{name}.bias"].float()) for name in HEADS
    }
    dtype = torch.bfloat16 if _has_bfloat16() else torch.float32
    encoder = load_encoder(folder).to(dtype)
    return Heads(encoder, load_tokenizer(), linear, dtype)


@cache
def _has_bfloat16() -> bool:
    """Say whether this processor multiplies bfloat16 itself; elsewhere float32 is faster."""
    flags = Path("/proc/cpuinfo")
    return flags.is_file() and "avx512_bf16" in flags.read_text(encoding="utf-8", errors="replace")
