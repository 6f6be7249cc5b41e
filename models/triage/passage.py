"""A task's own words, and the note around them that its gates are read from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from guidance.library import Guidance
from guidance.pleas import without_pleas
from guidance.spelling import spelling
from models.text import RedactedText, Span

REACH = 30  # words of the note on either side: about two lines as people type them
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
    blank = _without(text, (other for other in others if other != span))
    return Passage(
        words=text[span.start : span.end],
        around=f"{last_words(text[: span.start])} {first_words(text[span.end :])}".strip(),
        about_it=_about(blank, span),
    )


def put_right(written: Passage, guidance: Guidance) -> Passage | None:
    """Return a passage as it was meant, spelt rightly and pleading for nothing, if that differs."""
    spelt = spelling(guidance)

    def meant(text: str) -> str:
        return spelt.put_right(without_pleas(text, guidance))

    words = spelt.line_meant(meant(written.words))
    read = Passage(words, meant(written.around), meant(written.about_it))
    return None if read == written else read


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
    own = f"{last_words(text[start : span.start])} {first_words(text[span.end : end])}"
    above = text[:start].rstrip().rpartition("\n")[2]
    below = text[end:].lstrip().partition("\n")[0]
    beside = [
        first_words(line) for line in (above, below) if line.strip() and not _LIST_ITEM.match(line)
    ]
    return " . . . . ".join([own.strip(), *beside])


def first_words(text: str) -> str:
    """Return as much of a text's beginning as triage reads: words, so no word's length matters."""
    return " ".join(text.split(maxsplit=REACH)[:REACH])


def last_words(text: str) -> str:
    """Return as much of a text's end as triage reads."""
    return " ".join(text.rsplit(maxsplit=REACH)[-REACH:])
