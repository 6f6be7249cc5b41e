"""Cutting a line that holds several tasks into its parts, one act each."""

import re

from models.reading.words import TASK_VERBS
from models.text import Span

_BULLET = re.compile(
    r"^(?:\s|[-–—*•·>▪◦☐✓✔✎✉=→]|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s)|\[\s?\](?=\s))+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:to ?do|ttd|actions?(?: points?)?|next steps?|follow[ -]?up|f/u|plan)\s*[:–-]\s*)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,;:.–—-]+$")
_JOINT = re.compile(
    rf"(?:\s*[,;]\s*(?:and |then |also |plus )?|\s+(?:and then|and|then|also|plus|&|\+)\s+|"
    rf"\s*[,;]?\s*\+\s*|\.\s+|\s*->\s*|\s*→\s*)"
    rf"(?=(?:please |pls |also |then )?(?:{TASK_VERBS})\b)",
    re.IGNORECASE,
)
_ACTS = re.compile(rf"\b(?:{TASK_VERBS}|to be \w+ed|needs? \w+ing)\b", re.IGNORECASE)
# A verb after "and" that only finishes the first act: "ring and see", "scan and upload".
_SAME_ACT = re.compile(
    r"\b(?:go|come|try|ring|call|phone|ask|chase|scan|print|copy|sit|fill|pick up|collect|"
    r"pop|get|speak|look|type)\W*"
    r"(?:[\w\[\]]+\W*){0,2}$",
    re.IGNORECASE,
)
_FINISHES = re.compile(
    r"^(?:please |pls )?(?:see|check|ask|find|get|tell|let|upload|drop|give|send|put|post|"
    r"give|confirm)\b",
    re.IGNORECASE,
)
_LONG_ENOUGH = 2


def parts_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches of a note line that are one task each, without bullets and stops."""
    start, end = _trimmed(text, span.start, span.end)
    if start >= end:
        return ()
    pieces = []
    at = start
    for match in _JOINT.finditer(text, start, end):
        before, after = text[at : match.start()], text[match.end() : end]
        if _stands_alone(before) and _stands_alone(after) and not _one_act(before, after):
            pieces.append((at, match.start()))
            at = match.end()
    pieces.append((at, end))
    bare = (_trimmed(text, first, last) for first, last in pieces)
    return tuple(Span(first, last) for first, last in bare if first < last)


def trimmed(text: str, span: Span) -> Span:
    """Return a stretch without bullets, "to do:" and stops; a stretch of nothing else as it is."""
    start, end = _trimmed(text, span.start, span.end)
    return Span(start, end) if start < end else span


def _stands_alone(words: str) -> bool:
    return len(words.split()) >= _LONG_ENOUGH and _ACTS.search(words) is not None


def _one_act(before: str, after: str) -> bool:
    return _SAME_ACT.search(before) is not None and _FINISHES.match(after) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without its bullet, its "to do:" and its closing stops."""
    piece = text[start:end]
    for mark in (_BULLET, _LEAD, _BULLET):
        found = mark.match(piece)
        if found:
            start += found.end()
            piece = text[start:end]
    return start, end - len(piece) + len(_TAIL.sub("", piece))
