"""Train the name finder: MiniLM, shape embedding and head, on the corpus's notes made over with other names.

`train(seed)` rebuilds the shipped weights from every author. `python -m models.training.name_finder --without h p w ab`
leaves authors out and prints figures on their notes, which is where the model card's figures come from.
"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from models.encoder import load_tokenizer
from models.redaction.name_finder_model import LABELS, NameFinderModel, save_deltas
from models.redaction.name_finder_weights import FOLDER, write_manifest
from models.redaction.name_finder_windows import batch_of, cut_into_pieces
from models.training.name_finder_measure import measure, print_figures
from models.training.name_finder_notes import MarkedText, notes_by_author, stretches
from models.training.name_finder_variety import vary

Example = tuple[list[int], list[int], list[int]]
EPOCHS, BATCH, RATE, LONGEST = 8, 8, 3e-4, 254


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
    rng = random.Random(seed)
    tokenizer = load_tokenizer()
    model = NameFinderModel().train()
    for part in model.encoder.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = 0.0  # the made-over text is variety enough, and drawing the masks took half the time
    fresh = [*model.shapes.parameters(), *model.head.parameters()]
    tuned = [p for p in model.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": tuned, "lr": rate}, {"params": fresh, "lr": 5 * rate}], weight_decay=0.01
    )
    per_epoch = sum(1 for _ in batches(notes, tokenizer, random.Random(seed)))
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
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"name finder, pass {epoch + 1} of {epochs}: loss {total / per_epoch:.4f}, {time.process_time() - began:.0f} CPU s", flush=True)  # fmt: skip
    return model.eval()


def train(seed: int) -> None:
    """Rebuild the shipped weights from every author's notes."""
    torch.set_num_threads(1)
    notes = [note for group in notes_by_author().values() for note in group]
    FOLDER.mkdir(parents=True, exist_ok=True)
    save_deltas(fit(notes, seed), FOLDER / "name_finder.safetensors")
    write_manifest(seed)


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
    kept = [
        note for author, group in authors.items() if author not in given.without for note in group
    ]
    model = fit(kept, given.seed, given.epochs, given.rate)
    if given.save:
        save_deltas(model, given.save)
    held = [note for author in given.without for note in authors[author]]
    print_figures(measure(model, held))


if __name__ == "__main__":
    main()
