"""Fitting the reading heads: a low-rank adapter on the encoder and five linear heads together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from peft import LoraConfig, get_peft_model
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from models.encoder import WIDTH as ENCODER_WIDTH
from models.encoder import load_encoder, load_tokenizer
from models.reading.features import HEADS, WIDTH, features
from models.reading.units import cut
from models.reading.windows import Window, roles, windows
from models.text import Span
from models.training.unit_heads_corpus import CorpusNote, LabelledUnit

_OUR_CUT = 0.5  # share of notes cut by our own rules rather than as their author cut them
_ROLE_KEPT = 0.6  # share of roles the reader is shown in training: redaction will not know them all
_BATCH = 8
_ADAPTER_RATE, _HEAD_RATE, _DECAY = 8e-4, 2e-3, 0.01
_LENGTH_PLAY = 8  # tokens by which windows of a batch may be out of order, so that batches differ
_WARM, _SLOWEST = 0.1, 0.02
_WEIGHTS = {"topic": 1.0, "source": 1.0, "kind": 0.8, "action": 1.2, "certainty": 0.7}
_SMOOTHING = 0.05
_ADAPTED = ("query", "key", "value", "intermediate.dense", "output.dense")
_LAYERS = (3, 4, 5)  # the lower half stays as it is, which halves the way back


@dataclass(frozen=True)
class Example:
    """A window, with the features and the labels of its units."""

    window: Window
    features: Tensor
    labels: dict[str, Tensor]


class Reader(nn.Module):
    """The encoder with its adapter, and five linear heads over each unit's mean and features."""

    def __init__(self, rank: int) -> None:
        super().__init__()
        config = LoraConfig(
            r=rank,
            lora_alpha=2 * rank,
            target_modules=list(_ADAPTED),
            layers_to_transform=list(_LAYERS),
            layers_pattern="layer",
        )
        self.encoder = get_peft_model(load_encoder(), config)
        self.dropout = nn.Dropout(0.2)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(ENCODER_WIDTH + WIDTH, len(values)) for name, values in HEADS.items()}
        )

    def forward(self, batch: Sequence[Window], rows: Tensor) -> dict[str, Tensor]:
        """Return the logits of every head for every unit of a batch, in order."""
        length = max(len(window.ids) for window in batch)
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        mask = torch.zeros(len(batch), length, dtype=torch.long)
        for place, window in enumerate(batch):
            ids[place, : len(window.ids)] = torch.tensor(window.ids)
            mask[place, : len(window.ids)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        hidden = hidden.float()
        means = torch.stack(
            [
                hidden[place, first:last].mean(0)
                for place, window in enumerate(batch)
                for _, first, last in window.units
            ]
        )
        joined = torch.cat([self.dropout(means), rows], 1)
        return {name: head(joined) for name, head in self.heads.items()}


def labels_for(note: CorpusNote, spans: Sequence[Span]) -> list[LabelledUnit]:
    """Return, for each span, the labelled unit that shares most of it."""
    found = []
    for span in spans:
        found.append(
            max(
                note.units,
                key=lambda u: min(u.span.end, span.end) - max(u.span.start, span.start),
            )
        )
    return found


def examples(
    note: CorpusNote, spans: Sequence[Span], tokeniser: object, role_of: dict[str, str]
) -> list[Example]:
    """Return the windows of a note cut at given places, with features and labels."""
    owners = labels_for(note, spans)
    people = tuple(p for p in note.redacted.people if p.placeholder in role_of)
    text = note.redacted.text
    rows = features([text[s.start : s.end] for s in spans], people)
    found = []
    for window in windows(text, spans, role_of, tokeniser):
        numbers = [number for number, _, _ in window.units]
        labels = {
            head: torch.tensor([values.index(getattr(owners[n], head)) for n in numbers])
            for head, values in HEADS.items()
        }
        found.append(Example(window, torch.tensor([rows[n] for n in numbers]), labels))
    return found


def fit(notes: Sequence[CorpusNote], seed: int, epochs: int, rank: int = 16) -> Reader:
    """Fit adapter and heads on notes, cut now as their authors did and now as the product does."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311  (training order, not a secret)
    tokeniser = load_tokenizer()
    reader = Reader(rank)
    optimiser = _optimiser(reader)
    steps, total = 0, 0
    for epoch in range(epochs):
        reader.train()
        batches = _batches(notes, tokeniser, chance)
        total = total or len(batches) * epochs
        losses = []
        for batch in batches:
            pace = min(1.0, (steps + 1) / (_WARM * total)) * max(_SLOWEST, 1 - steps / total)
            for group, rate in zip(
                optimiser.param_groups, (_ADAPTER_RATE, _HEAD_RATE), strict=True
            ):
                group["lr"] = rate * pace
            losses.append(_step(reader, optimiser, batch))
            steps += 1
        print(f"epoch {epoch + 1} of {epochs}, loss {sum(losses) / len(losses):.3f}", flush=True)
    return reader.eval()


def _optimiser(reader: Reader) -> torch.optim.Optimizer:
    adapter = [p for n, p in reader.named_parameters() if p.requires_grad and "heads" not in n]
    return torch.optim.AdamW(
        [{"params": adapter}, {"params": list(reader.heads.parameters())}], weight_decay=_DECAY
    )


def _batches(
    notes: Sequence[CorpusNote], tokeniser: object, chance: random.Random
) -> list[list[Example]]:
    """Cut every note once, with some of its roles unknown, and deal its windows into batches."""
    pool: list[Example] = []
    for note in notes:
        ours = chance.random() < _OUR_CUT
        spans = cut(note.redacted.text) if ours else [u.span for u in note.units]
        every = roles(note.redacted.people)
        known = {name: role for name, role in every.items() if chance.random() < _ROLE_KEPT}
        pool += examples(note, spans, tokeniser, known)
    # Windows of like length go together, so that little is spent on padding.
    pool.sort(key=lambda e: len(e.window.ids) + chance.random() * _LENGTH_PLAY)
    batches = [pool[i : i + _BATCH] for i in range(0, len(pool), _BATCH)]
    chance.shuffle(batches)
    return batches


def _step(reader: Reader, optimiser: torch.optim.Optimizer, batch: list[Example]) -> float:
    """Learn from one batch and return its loss."""
    out = reader([e.window for e in batch], torch.cat([e.features for e in batch]))
    loss = torch.zeros(())
    for head in HEADS:
        labels = torch.cat([e.labels[head] for e in batch])
        loss = loss + _WEIGHTS[head] * cross_entropy(out[head], labels, label_smoothing=_SMOOTHING)
    optimiser.zero_grad()
    torch.autograd.backward(loss)
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimiser.step()
    return loss.item()


@torch.no_grad()
def predict(reader: Reader, note: CorpusNote, spans: Sequence[Span]) -> dict[str, Tensor]:
    """Return each head's probabilities for each unit of a note."""
    role_of = roles(note.redacted.people)
    found: dict[str, list[Tensor]] = {head: [] for head in HEADS}
    for example in examples(note, spans, load_tokenizer(), role_of):
        for head, logits in reader([example.window], example.features).items():
            found[head].append(logits.softmax(1))
    return {head: torch.cat(parts) for head, parts in found.items()}
