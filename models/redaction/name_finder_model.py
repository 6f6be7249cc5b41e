"""The name finder's network.

The pinned MiniLM encoder, a small embedding of word shape, and a label head.
"""

import json
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from models.encoder import WIDTH, load_encoder
from models.text import ENTITY_TYPES

LABELS: tuple[str, ...] = ("O", *(f"{edge}-{kind}" for kind in ENTITY_TYPES for edge in "BI"))
SHAPES = 8
FROZEN = (
    "embeddings.word_embeddings",
    "embeddings.position_embeddings",
    "embeddings.token_type_embeddings",
)


class NameFinderModel(torch.nn.Module):
    """Scores every word piece for every label.

    The shape embedding gives an uncased vocabulary its capitals back.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder: Any = load_encoder()
        self.shapes = torch.nn.Embedding(SHAPES, WIDTH)
        torch.nn.init.zeros_(self.shapes.weight)
        self.dropout = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(WIDTH, len(LABELS))
        for name, parameter in self.encoder.named_parameters():
            parameter.requires_grad = not name.startswith(FROZEN)

    def forward(
        self, pieces: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor
    ) -> torch.Tensor:
        """Return label logits for each word piece."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        logits: torch.Tensor = self.head(self.dropout(hidden))
        return logits


def word_shape(word: str) -> int:
    """Return the shape of a whole word.

    No letters, lower, Title, UPPER, single capital, mIxed, or with digits.
    """
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 1
    if any(c.isdigit() for c in word):
        return 7
    if all(c.islower() for c in letters):
        return 2
    if len(letters) == 1:
        return 3
    if all(c.isupper() for c in letters):
        return 4 if len(letters) < 4 else 5  # noqa: PLR2004 - short capitals are mostly abbreviations
    return 6 if letters[0].isupper() else 0


def save_deltas(model: NameFinderModel, path: Path) -> None:
    """Write what training changed: encoder matrices as int8 rows with a scale, the rest as it is.

    The pinned encoder is on every machine already, so only the difference to it has to be shipped.
    """
    base = load_encoder().state_dict()
    tensors: dict[str, torch.Tensor] = {}
    for name, tuned in model.encoder.state_dict().items():
        if name.startswith(FROZEN) or not tuned.is_floating_point():
            continue
        delta = (tuned - base[name]).detach()
        if delta.dim() > 1:
            scale = (delta.abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-12)
            tensors[f"encoder.{name}"] = (delta / scale).round().to(torch.int8)
            tensors[f"scale.{name}"] = scale.half()
            continue
        tensors[f"encoder.{name}"] = delta.clone()
    tensors["shapes.weight"] = model.shapes.weight.detach().clone()
    tensors["head.weight"] = model.head.weight.detach().clone()
    tensors["head.bias"] = model.head.bias.detach().clone()
    save_file(tensors, str(path), metadata={"labels": json.dumps(LABELS)})


def load_deltas(path: Path) -> NameFinderModel:
    """Return the network with the shipped differences laid over the pinned encoder."""
    model = NameFinderModel()
    encoder = model.encoder.state_dict()
    with safe_open(str(path), framework="pt") as stored:
        if tuple(json.loads(stored.metadata()["labels"])) != LABELS:
            raise ValueError("the name finder's weights were made for other labels")
        names = set(stored.keys())
        for key in sorted(name for name in names if name.startswith("encoder.")):
            name = key.removeprefix("encoder.")
            delta = stored.get_tensor(key).float()
            if f"scale.{name}" in names:
                delta = delta * stored.get_tensor(f"scale.{name}").float()
            encoder[name] = encoder[name] + delta
        rest = {
            name: stored.get_tensor(name) for name in ("shapes.weight", "head.weight", "head.bias")
        }
    model.encoder.load_state_dict(encoder)
    model.shapes.weight.data = rest["shapes.weight"]
    model.head.weight.data = rest["head.weight"]
    model.head.bias.data = rest["head.bias"]
    return model.eval()
