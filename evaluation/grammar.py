"""The slot grammar: a note written once, rendered for any cast without a grammar mistake.

{P1.full} {P1.first} {P1.last} {P1.formal}   names: Anna Hill, Anna, Hill, Ms Hill
{P1.he} {P1.him} {P1.his} {P1.hers} {P1.himself}   pronouns; a capital first letter is kept
{P1:mum/dad}    any other word that goes with gender, the woman's word first
{~Tuesday/Thursday}    a placebo: a word that means nothing for the record
[[health|short of breath on stairs]]    a planted fact: its kind and its words
[[task:delegable|book the boiler repair]]    a planted task: its right outcome and its words
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation.cast import Cast, Person
from models.text import Span

TOKEN = re.compile(r"\[\[(?P<kind>[a-z_:]+)\||(?P<close>\]\])|\{(?P<slot>[^{}]+)\}")
TASK = "task:"


class GrammarMistake(Exception):
    """A scenario's text cannot be rendered; the message names the slot."""


@dataclass(frozen=True)
class Planted:
    """A stretch we wrote on purpose: a fact of some kind, or a task with its right outcome."""

    kind: str
    span: Span
    words: str = field(repr=False)


@dataclass(frozen=True)
class RenderedNote:
    """A note with a cast: its text, where the names stand, and what was planted."""

    text: str = field(repr=False)
    names: tuple[Span, ...]
    facts: tuple[Planted, ...]
    tasks: tuple[Planted, ...]


def render(text: str, cast: Cast, *, placebo: bool = False) -> RenderedNote:
    """Return a scenario's text with a cast in its slots."""
    built = ""
    names: list[Span] = []
    planted: list[Planted] = []
    opened: list[tuple[str, int]] = []
    end = 0
    for token in TOKEN.finditer(text):
        built += text[end : token.start()]
        end = token.end()
        if token["kind"]:
            opened.append((token["kind"], len(built)))
        elif token["close"]:
            if not opened:
                raise GrammarMistake("]] without [[")
            kind, start = opened.pop()
            planted.append(Planted(kind, Span(start, len(built)), built[start:]))
        else:
            words, is_name = fill(token["slot"], cast, placebo=placebo)
            if is_name:
                names.append(
                    Span(len(built) + name_offset(token["slot"], words), len(built) + len(words))
                )
            built += words
    if opened:
        raise GrammarMistake("[[ without ]]")
    return RenderedNote(
        text=built + text[end:],
        names=tuple(names),
        facts=tuple(item for item in planted if not item.kind.startswith(TASK)),
        tasks=tuple(
            Planted(item.kind.removeprefix(TASK), item.span, item.words)
            for item in planted
            if item.kind.startswith(TASK)
        ),
    )


def fill(slot: str, cast: Mapping[str, Person], *, placebo: bool) -> tuple[str, bool]:
    """Return what stands in one slot, and whether it is a name."""
    if slot.startswith("~"):
        first, second = two(slot[1:])
        return (second if placebo else first), False
    separator = ":" if ":" in slot else "."
    key, _, wanted = slot.partition(separator)
    if key not in cast or not wanted:
        raise GrammarMistake(f"{{{slot}}} names nobody in the cast")
    person = cast[key]
    if separator == ":":
        woman, man = two(wanted)
        return (woman if person.gender == "f" else man), False
    return person.form(wanted), person.is_name(wanted)


def name_offset(slot: str, words: str) -> int:
    """Return where the name begins in a slot's words: a title is not part of it."""
    return words.index(" ") + 1 if slot.endswith(".formal") else 0


def two(alternatives: str) -> tuple[str, str]:
    """Return both words of an alternative."""
    first, slash, second = alternatives.partition("/")
    if not slash:
        raise GrammarMistake(f"{alternatives!r} has no second word")
    return first, second
