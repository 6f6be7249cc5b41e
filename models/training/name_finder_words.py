"""Words that are nobody's name.

Ordinary words to stand where no name stands, and care vocabulary as hard negatives.
"""

import random
from functools import cache
from pathlib import Path

import yaml
from wordfreq import top_n_list

from models.training.name_finder_names import every_name

SHORTEST = 3


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return one list of words or forms from the file beside this one."""
    stored = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))[name]
    return tuple(stored.split() if isinstance(stored, str) else stored)


def disemvowelled(word: str) -> str:
    """Return a word as hurried writers shorten it: without the vowels after its first letter."""
    return word[0] + "".join(c for c in word[1:] if c.lower() not in "aeiou")


@cache
def ordinary_words() -> tuple[str, ...]:
    """Return frequent English words that no list of ours knows as a name."""
    names = every_name()
    return tuple(
        w for w in top_n_list("en", 40_000) if w.isalpha() and len(w) >= SHORTEST and w not in names
    )


def chance(rng: random.Random, share: float) -> bool:
    """Say yes in this share of calls."""
    return rng.random() < share
