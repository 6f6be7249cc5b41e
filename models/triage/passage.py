"""A task's own words, and the note around them that its gates are read from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.text import RedactedText, Span

_REACH = 160  # characters of the note on either side: about two lines as people type them
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•·>▪◦☐✓✔✎✉]|\d{1,2}[.)]|\(?[a-z][.)])\s+\S")


@dataclass(frozen=True)
class Passage:
    """The words of a task, the note around it, and the part of that which is about this task."""

    words: str = field(repr=False)
    around: str = field(repr=False)
    about_it: str = field(repr=False)


def passage(redacted: RedactedText, span: Span, others: Iterable[Span] = ()) -> Passage:
    """Return a task in its place; other tasks' words are left out of what is about this one."""
    text = redacted.text
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    blank = _without(text, (other for other in others if other != span))
    return Passage(
        words=text[span.start : span.end],
        around=f"{_from_a_word(before)} {_to_a_word(after)}".strip(),
        about_it=_about(blank, span),
    )


def _without(text: str, spans: Iterable[Span]) -> str:
    """Blank out stretches, keeping every other character in its place."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _about(text: str, span: Span) -> str:
    """Return the rest of the task's own lines, and the lines beside them that list nothing."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    ahead = text[max(start, span.start - _REACH) : span.start]
    behind = text[span.end : min(end, span.end + _REACH)]
    own = f"{ahead} {behind}"
    above = text[:start].rstrip().rpartition("\n")[2]
    below = text[end:].lstrip().partition("\n")[0]
    beside = [
        line[:_REACH] for line in (above, below) if line.strip() and not _LIST_ITEM.match(line)
    ]
    return " . . . . ".join([own.strip(), *beside])


def _from_a_word(text: str) -> str:
    return text.split(" ", 1)[-1] if len(text) == _REACH else text


def _to_a_word(text: str) -> str:
    return text.rsplit(" ", 1)[0] if len(text) == _REACH else text
