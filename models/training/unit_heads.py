"""Training and measuring the reading heads from the corpus."""

import argparse
import json
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

from models.reading.heads import MANIFEST, WEIGHTS
from models.training.unit_heads_corpus import CorpusNote, read_corpus
from models.training.unit_heads_fit import Reader, fit, predict
from models.training.unit_heads_measure import Held, figures
from models.weights import sha256_of

EPOCHS = 4
FOLDS = 5
_SHIPPED = ("adapter_config.json", "adapter_model.safetensors", "heads.safetensors")


def train(seed: int) -> None:
    """Fit the reading heads on the whole corpus and write the weights the product ships with."""
    save(fit(read_corpus(), seed, EPOCHS), WEIGHTS)


def save(reader: Reader, folder: Path) -> None:
    """Write adapter and heads in half precision, with the manifest they are checked against."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        half = reader.encoder.half()
        half.save_pretrained(scratch)
        reader.encoder.float()
        for name in _SHIPPED[:2]:
            shutil.copyfile(Path(scratch) / name, folder / name)
    _without_machine_paths(folder / _SHIPPED[0])
    heads = {
        name: value.detach().half().contiguous()
        for name, value in reader.heads.state_dict().items()
    }
    save_file(heads, folder / _SHIPPED[2])
    manifest = {name: sha256_of(folder / name) for name in _SHIPPED}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _without_machine_paths(config: Path) -> None:
    """Take out of the adapter's settings where on this machine its encoder lay."""
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings["base_model_name_or_path"] = None
    config.write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def authors_held_out(notes: Sequence[CorpusNote], fold: int) -> set[str]:
    """Return the authors whose notes a fold keeps from training."""
    authors = sorted({note.author for note in notes})
    random.Random(7).shuffle(authors)  # noqa: S311  (a split, not a secret)
    return set(authors[fold::FOLDS])


def held_out(fold: int, seed: int) -> list[Held]:
    """Fit without one fold's authors and return what the heads say of their units."""
    notes = read_corpus()
    authors = authors_held_out(notes, fold)
    reader = fit([n for n in notes if n.author not in authors], seed, EPOCHS)
    found: list[Held] = []
    for note in notes:
        if note.author in authors and note.units:
            odds = predict(reader, note, [u.span for u in note.units])
            for place, unit in enumerate(note.units):
                found.append(
                    Held(note.author, unit, {h: p[place].tolist() for h, p in odds.items()})
                )
    return found


def main() -> None:
    """Print held-out figures for the folds named on the command line."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("folds", nargs="+", type=int, help=f"0 to {FOLDS - 1}")
    arguments.add_argument("--seed", type=int, default=0)
    chosen = arguments.parse_args()
    torch.manual_seed(chosen.seed)
    held = [unit for fold in chosen.folds for unit in held_out(fold, chosen.seed)]
    print("\n".join(figures(held)))


if __name__ == "__main__":
    main()
