"""Text cut into overlapping windows of word pieces, each with its place and shape."""

import re
from dataclasses import dataclass
from typing import Any

import torch

from models.redaction.name_finder_model import word_shape

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Pieces:
    """A text as word pieces: vocabulary number, shape, and start and end of each."""

    ids: list[int]
    shapes: list[int]
    offsets: list[tuple[int, int]]


def cut_into_pieces(tokenizer: Any, text: str) -> Pieces:
    """Return the word pieces of a text, without the encoder's own marks at either end."""
    coded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    offsets = [(int(a), int(b)) for a, b in coded["offset_mapping"]]
    shape_at = [1] * (len(text) + 1)
    for word in WORD.finditer(text):
        shape_at[word.start() : word.end()] = [word_shape(word.group())] * len(word.group())
    return Pieces([int(i) for i in coded["input_ids"]], [shape_at[a] for a, _ in offsets], offsets)


def window_starts(count: int, size: int, overlap: int) -> list[int]:
    """Return where each window starts; every piece lies in one, most joins in two."""
    if count <= size:
        return [0]
    return [*range(0, count - size, size - overlap), count - size]


def batch_of(
    tokenizer: Any, windows: list[tuple[list[int], list[int]]]
) -> tuple[torch.Tensor, ...]:
    """Return pieces, shapes and mask of several windows, padded, the encoder's marks put on."""
    width = max(len(ids) for ids, _ in windows) + 2
    pieces = torch.full((len(windows), width), tokenizer.pad_token_id)
    shapes = torch.ones((len(windows), width), dtype=torch.long)
    mask = torch.zeros((len(windows), width), dtype=torch.long)
    for row, (ids, kinds) in enumerate(windows):
        end = len(ids) + 2
        pieces[row, :end] = torch.tensor([tokenizer.cls_token_id, *ids, tokenizer.sep_token_id])
        shapes[row, 1 : end - 1] = torch.tensor(kinds)
        mask[row, :end] = 1
    return pieces, shapes, mask
