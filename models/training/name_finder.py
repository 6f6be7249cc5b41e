"""Train the name finder: MiniLM, shape embedding and head, on the corpus's notes made over.

`train(seed)` rebuilds the shipped weights from all authors but `HELD_OUT` and prints figures on the
notes of those. `python -m models.training.name_finder --without t u --seed 1` does so for others.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch

from models.encoder import load_tokenizer
from models.redaction.name_finder_model import LABELS, NameFinderModel, save_deltas
from models.redaction.name_finder_weights import FOLDER, WEIGHTS, write_manifest
from models.redaction.name_finder_windows import batch_of, cut_into_pieces
from models.training.name_finder_measure import measure, print_figures
from models.training.name_finder_notes import MarkedText, notes_by_author, stretches
from models.training.name_finder_variety import vary

Example = tuple[list[int], list[int], list[int]]
EPOCHS, BATCH, RATE, LONGEST = 7, 8, 3e-4, 254
HELD_OUT = ("h", "p", "w", "ab")  # four of the 24 authors, whose notes the figures come from


def labelled(tokenizer: Any, source: MarkedText) -> Example:
    """Return piece numbers, shapes and label numbers of one marked text."""
    pieces = cut_into_pieces(tokenizer, source.text)
    labels = []
    for start, end in pieces.offsets:
        inside = next(((s, k) for s, e, k in source.spans if start < e and end > s), None)
        labels.append(
            0
            if inside is None
            else LABELS.index(f"{'B' if start <= inside[0] else 'I'}-{inside[1]}")
        )
    return pieces.ids[:LONGEST], pieces.shapes[:LONGEST], labels[:LONGEST]


def batches(notes: list[MarkedText], tokenizer: Any, rng: random.Random) -> Iterator[list[Example]]:
    """Yield one epoch: every note cut anew, made over, put with others of about its length."""
    pools: dict[str, list[str]] = {}
    for note in notes:
        for start, end, kind in note.spans:
            pools.setdefault(kind, []).append(note.text[start:end])
    examples = [
        labelled(tokenizer, vary(cut, pools, rng)) for note in notes for cut in stretches(note, rng)
    ]
    examples = sorted((e for e in examples if e[0]), key=lambda e: len(e[0]) + rng.uniform(0, 30))
    grouped = [examples[i : i + BATCH] for i in range(0, len(examples), BATCH)]
    rng.shuffle(grouped)
    yield from grouped


def fit(
    notes: list[MarkedText], seed: int, epochs: int = EPOCHS, rate: float = RATE
) -> NameFinderModel:
    """Return a network fitted to the notes of some authors."""
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - variety, not secrets
    tokenizer = load_tokenizer()
    model = NameFinderModel().train()
    for part in model.encoder.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = 0.0  # made-over text is variety enough; drawing masks took half the time
    fresh = [*model.shapes.parameters(), *model.head.parameters()]
    tuned = [p for p in model.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": tuned, "lr": rate}, {"params": fresh, "lr": 5 * rate}], weight_decay=0.01
    )
    per_epoch = sum(1 for _ in batches(notes, tokenizer, rng))
    steps = int(per_epoch * epochs * 1.05)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min((step + 1) / (0.1 * steps), max(0.02, (steps - step) / (0.9 * steps))),
    )
    began = time.process_time()
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(notes, tokenizer, rng):
            pieces, shapes, mask = batch_of(tokenizer, [(ids, kinds) for ids, kinds, _ in batch])
            target = torch.full_like(pieces, -100)
            for row, (_, _, labels) in enumerate(batch):
                target[row, 1 : len(labels) + 1] = torch.tensor(labels)
            logits = model(pieces, shapes, mask)
            loss = torch.nn.functional.cross_entropy(
                logits.flatten(0, 1), target.flatten(), ignore_index=-100
            )
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        spent = time.process_time() - began
        loss_now = total / per_epoch
        print(f"name finder, pass {epoch + 1}: loss {loss_now:.4f}, {spent:.0f} CPU s", flush=True)
    return model.eval()


def train(seed: int) -> None:
    """Rebuild the shipped weights, and print figures on the notes of the authors held out."""
    torch.set_num_threads(1)
    authors = notes_by_author()
    FOLDER.mkdir(parents=True, exist_ok=True)
    model = fit(_without(authors, HELD_OUT), seed)
    save_deltas(model, FOLDER / WEIGHTS)
    write_manifest(seed)
    print_figures(measure(model, [note for author in HELD_OUT for note in authors[author]]))


def _without(authors: dict[str, list[MarkedText]], left_out: Sequence[str]) -> list[MarkedText]:
    return [note for author, notes in authors.items() if author not in left_out for note in notes]


def main() -> None:
    """Train without some authors and print figures on their notes."""
    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--without", nargs="+", required=True)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--epochs", type=int, default=EPOCHS)
    asked.add_argument("--rate", type=float, default=RATE)
    asked.add_argument("--save", type=Path)
    given = asked.parse_args()
    authors = notes_by_author()
    model = fit(_without(authors, given.without), given.seed, given.epochs, given.rate)
    if given.save:
        save_deltas(model, given.save)
    held = [note for author in given.without for note in authors[author]]
    print_figures(measure(model, held))


if __name__ == "__main__":
    main()
