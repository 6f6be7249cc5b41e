"""Families of words, each a versioned file in lexicons/, and how often a text uses them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEXICONS = Path(__file__).with_name("lexicons")
WORD = re.compile(r"\w+(?:['-]\w+)*")


@dataclass(frozen=True)
class Lexicon:
    """One family of words: exact words, phrases, and stems that end in a star."""

    name: str
    version: str
    title: str
    words: frozenset[str]
    stems: tuple[str, ...]
    phrases: tuple[str, ...]

    def in_text(self, text: str) -> frozenset[str]:
        """Return the terms a text uses at least once."""
        lowered = plain(text)
        single = {term for word in set(words(lowered)) for term in terms_of(self.name, word)}
        return frozenset(single | {p for p in self.phrases if phrase_pattern(p).search(lowered)})

    def count(self, text: str) -> int:
        """Return how many times a text uses any of the terms."""
        lowered = plain(text)
        single = sum(1 for word in words(lowered) if terms_of(self.name, word))
        return single + sum(len(phrase_pattern(p).findall(lowered)) for p in self.phrases)


@cache
def read_lexicon(name: str) -> Lexicon:
    """Read one family by the name of its file."""
    held = tomllib.loads((LEXICONS / f"{name}.toml").read_text(encoding="utf-8"))
    phrases = sorted(term for term in held["terms"] if " " in term)
    single = sorted(set(held["terms"]) - set(phrases))
    return Lexicon(
        name=name,
        version=held["version"],
        title=held["title"],
        words=frozenset(term for term in single if not term.endswith("*")),
        stems=tuple(term[:-1] for term in single if term.endswith("*")),
        phrases=tuple(phrases),
    )


def lexicon_versions() -> dict[str, str]:
    """Return every family's version, for the record of a run."""
    return {path.stem: read_lexicon(path.stem).version for path in sorted(LEXICONS.glob("*.toml"))}


def plain(text: str) -> str:
    """Return a text in small letters with straight apostrophes."""
    return text.lower().replace("’", "'")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(plain(text))


@cache
def terms_of(name: str, word: str) -> tuple[str, ...]:
    """Return the terms of a family that one word is an instance of."""
    lexicon = read_lexicon(name)
    exact = (word,) if word in lexicon.words else ()
    return exact + tuple(stem for stem in lexicon.stems if word.startswith(stem))


@cache
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Return the search for one phrase; a star stands for any ending."""
    body = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-]){body}(?!\w)")
