"""Fitting the reading heads: two layers over the frozen encoder, the cue words and the letters."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from models.reading.features import HEADS
from models.reading.vectors import WIDTH, vectors
from models.training.unit_heads_corpus import CorpusNote

_EPOCHS, _BATCH, _HIDDEN = 8, 64, 192
_RATE, _DECAY, _DROPOUT, _SLOWEST = 1e-3, 0.03, 0.2, 0.02


def rows_of(notes: Sequence[CorpusNote]) -> list[Tensor]:
    """Return each note's units, cut as their authors cut them, as rows of numbers."""
    return [vectors(note.redacted, [unit.span for unit in note.units]) for note in notes]


def fit(notes: Sequence[CorpusNote], rows: Sequence[Tensor], seed: int) -> dict[str, Tensor]:
    """Fit the two layers on some notes and return their weights by name."""
    torch.manual_seed(seed)
    numbers = torch.cat(list(rows))
    labels = {
        head: torch.tensor([values.index(getattr(u, head)) for note in notes for u in note.units])
        for head, values in HEADS.items()
    }
    first = nn.Linear(WIDTH, _HIDDEN)
    second = nn.Linear(_HIDDEN, sum(len(values) for values in HEADS.values()))
    model = nn.Sequential(nn.Dropout(_DROPOUT), first, nn.ReLU(), nn.Dropout(_DROPOUT), second)
    optimiser = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _EPOCHS * -(-len(numbers) // _BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: max(_SLOWEST, 1 - k / steps))
    for _ in range(_EPOCHS):
        for batch in torch.split(torch.randperm(len(numbers)), _BATCH):
            parts = model(numbers[batch]).split([len(v) for v in HEADS.values()], 1)
            loss = torch.zeros(())
            for head, part in zip(HEADS, parts, strict=True):
                loss = loss + cross_entropy(part, labels[head][batch])
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
            pace.step()
    return {
        f"{name}.{part}": value.detach()
        for name, layer in (("first", first), ("second", second))
        for part, value in layer.state_dict().items()
    }
