"""Rebuilds our own weights from the corpus: `make train`, or one of them by name."""

import argparse
import time
from importlib import import_module

SEED = 20261122
# In this order: each is independent of the others.
MODELS = {
    "name_finder": "models.training.name_finder",
    "unit_heads": "models.training.unit_heads",
    "triage": "models.training.triage_similarity",
}


def main() -> None:
    """Train the models named, or all of them, and say how much processor time each took."""
    parser = argparse.ArgumentParser(prog="python -m models.training", description=main.__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[[], *MODELS], metavar="NAME", help=", ".join(MODELS)
    )
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    for name in arguments.names or MODELS:
        began = time.process_time()
        import_module(MODELS[name]).train(arguments.seed)
        print(f"{name}: {(time.process_time() - began) / 60:.1f} CPU-minutes")


if __name__ == "__main__":
    main()
