"""What the checker finds: one way in which a sentence differs from its source."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

Severity = Literal["hard", "soft"]

_TAG = re.compile(r"\[[A-Z_]+_\d+\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’/][^\W\d_]+)*/?")


@dataclass(frozen=True)
class Finding:
    """One way in which a sentence differs from its source, and whether it may stand."""

    kind: str
    severity: Severity


def tags(text: str) -> list[str]:
    """Return the placeholders of a text."""
    return _TAG.findall(text)


def without_tags(text: str) -> str:
    """Return a text with its placeholders taken out."""
    return _TAG.sub(" ", text)


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, placeholders left out."""
    return [w.lower().replace("’", "'") for w in _WORD.findall(without_tags(text))]


@cache
def checked_words(name: str) -> frozenset[str]:
    """Return one of the checker's closed lists of words."""
    path = Path(__file__).with_name("checked_words.yaml")
    return frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))[name].split())
