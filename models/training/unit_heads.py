"""Training and measuring the reading heads from the corpus."""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import save_file
from torch import Tensor

from models.reading.heads import HEADS_FILE, MANIFEST, WEIGHTS, odds
from models.training.unit_heads_corpus import CorpusNote, read_corpus
from models.training.unit_heads_fit import fit, rows_of
from models.training.unit_heads_measure import Held, figures
from models.weights import sha256_of

FOLDS = 5


def train(seed: int) -> None:
    """Fit the reading heads on the whole corpus and write the weights the product ships with."""
    notes = [note for note in read_corpus() if note.units]
    save(fit(notes, rows_of(notes), seed), WEIGHTS)


def save(layers: dict[str, Tensor], folder: Path) -> None:
    """Write the heads in half precision, with the manifest they are checked against."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / HEADS_FILE
    save_file({name: value.half().contiguous() for name, value in layers.items()}, path)
    path.chmod(0o644)
    manifest = {HEADS_FILE: sha256_of(path)}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def authors_held_out(notes: Sequence[CorpusNote], fold: int) -> set[str]:
    """Return the authors whose notes a fold keeps from training."""
    authors = sorted({note.author for note in notes})
    random.Random(7).shuffle(authors)  # noqa: S311  (a split, not a secret)
    return set(authors[fold::FOLDS])


def held_out(seed: int) -> list[Held]:
    """Fit without each fold's authors in turn and return what the heads say of their units."""
    notes = [note for note in read_corpus() if note.units]
    rows = rows_of(notes)
    found: list[Held] = []
    for fold in range(FOLDS):
        away = authors_held_out(notes, fold)
        kept = [place for place, note in enumerate(notes) if note.author not in away]
        layers = fit([notes[place] for place in kept], [rows[place] for place in kept], seed)
        for note, numbers in zip(notes, rows, strict=True):
            if note.author in away:
                said = odds(layers, numbers)
                found += [Held(note.author, *pair) for pair in zip(note.units, said, strict=True)]
    return found


def main() -> None:
    """Print how right the heads are on authors they were not trained on."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--seed", type=int, default=20261122)
    print("\n".join(figures(held_out(arguments.parse_args().seed))))


if __name__ == "__main__":
    main()
