"""Reads the notes a command is given and writes one JSON object for each, in order."""

import json
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.limits import NoteRefused
from service.errors import code_of

EVERY_INPUT_PROCESSED = 0
ARGUMENTS_UNUSABLE = 2
SOME_INPUT_REFUSED = 3

Item = dict[str, Any]


def read_bytes(source: str) -> bytes:
    """Return what a file, or `-` for standard input, holds.

    Raises:
        OSError: the file cannot be read.
    """
    return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()


@dataclass(frozen=True)
class Unusable:
    """An input that is no item: why, and its id where it could be read."""

    identity: object
    why: NoteRefused


def read_items(content: bytes, source: str, *, jsonl: bool) -> Iterator[Item | Unusable]:
    """Yield one item for each input: a whole plain text, or every line of JSON Lines."""
    if not jsonl:
        yield decode_plain(content, "-" if source == "-" else Path(source).stem)
        return
    # Some programs write a byte order mark before the first line; it is no part of it.
    for line in content.removeprefix(BOM_UTF8).split(b"\n"):
        if line.strip():
            yield decode_line(line)


def decode_plain(content: bytes, identity: str) -> Item | Unusable:
    """Return a plain text as an item."""
    try:
        return {"id": identity, "text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return Unusable(identity, NoteRefused("not_utf8", "The file is not UTF-8 text."))


def decode_line(line: bytes) -> Item | Unusable:
    """Return one line of JSON Lines as an item, or why it is none."""
    try:
        item = json.loads(line.decode("utf-8"))
        json.dumps(item, allow_nan=False)  # its id is written back, so NaN and Infinity are none
    except UnicodeDecodeError:
        return Unusable(None, NoteRefused("not_utf8", "The line is not UTF-8 text."))
    except (ValueError, RecursionError):  # the latter for brackets nested too deep
        return Unusable(None, NoteRefused("not_json", "The line is not a JSON object."))
    if isinstance(item, dict) and isinstance(item.get("text"), str):
        return item
    identity = item.get("id") if isinstance(item, dict) else None
    message = 'The line has no "text" that is a string.'
    return Unusable(identity, NoteRefused("no_text", message))


def answer_each(
    items: Iterator[Item | Unusable],
    answer: Callable[[Item], Item],
    refusals: tuple[type[Exception], ...],
) -> int:
    """Write one line for each item, answered or refused, and return the exit status.

    Args:
        items: the inputs, or why one could not be read.
        answer: gives the object for one item.
        refusals: what refuses one input and lets the rest run; anything else is a fault.
    """
    status = EVERY_INPUT_PROCESSED
    for number, item in enumerate(items, start=1):
        out = (
            refusal(item.identity, item.why)
            if isinstance(item, Unusable)
            else attempt(item, answer, refusals)
        )
        if "error" in out:
            status = SOME_INPUT_REFUSED
        write_line(out)
        print(f"{number} done", file=sys.stderr, end="\r")
    print(file=sys.stderr)
    return status


def attempt(
    item: Item, answer: Callable[[Item], Item], refusals: tuple[type[Exception], ...]
) -> Item:
    """Return the answer for one item, or the object that says why it was refused."""
    try:
        return answer(item)
    except refusals as refused:
        return refusal(item.get("id"), refused)


def refusal(identity: object, refused: Exception) -> Item:
    """Return what stands in a refused input's place: a code and a sentence, never its text."""
    message = (
        getattr(refused, "message", None)
        or "The note could not be prepared; nothing of it was used."
    )
    return {"id": identity, "error": {"code": code_of(refused), "message": message}}


def write_line(value: Item) -> None:
    """Write one JSON object on one line, in ASCII so that any terminal takes it."""
    sys.stdout.write(json.dumps(value, allow_nan=False) + "\n")
    sys.stdout.flush()
