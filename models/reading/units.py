"""Cutting a note into units: spans of one idea that together hold every non-space character."""

import re
from bisect import bisect_right
from itertools import pairwise

from models.reading.clauses import CLAUSE, opens_clause, starts_task
from models.reading.envelope import blocks, is_envelope
from models.reading.neutral import neutral
from models.reading.protect import uncuttable
from models.text import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|drs|st|prof|rev|no|nos|tel|ext|ref|approx|e\.g|i\.e|eg|ie|etc|vs|fr|"
    r"sgt|insp"
    r"|[ap]\.m|dept|rd|cres|ave|cl|s|ss|reg)|(?<![\w.])[A-Z])\.$",
    re.IGNORECASE,
)
_NOT_ENDING = {"etc"}
_SENTENCE_END = re.compile(
    r"(?:[.!?…]+|\.{2,})[\"”'’)\]]*(?=\s|$)|(?<=[a-z)])\.(?=[A-Z\[])|…|\.{3,}"
)
_HARD_STOP = re.compile(r";+|(?<=\s)(?:-{1,3}|–|—|=>|→|->|»)(?=\s)|[—→]|=>|->|(?<=\s)/{1,2}(?=\s)")
# A question mark is as often a doubt as an ending: "long lie ? 7hrs", "any plan? no".
_ANSWERED = re.compile(r"\s*(?:$|(?:[A-Z]|\[[A-Z]+_)(?:\S*\s+){3,}\S)")
_RANGE = re.compile(r"\d\s*(?:-|–|—)\s*\d")
_BULLET = re.compile(r"\s*(?:[-–—*•·>▪◦o]|\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_SPOKEN_END = re.compile(r"\b(?:full stop|new line|new para(?:graph)?)\b[,.]?", re.IGNORECASE)
_TURN = re.compile(  # where a run-on dictation turns to its next idea
    r"\b(?:next thing|number (?:one|two|three|four|five|six)|"
    r"action (?:one|two|three|four|five|six)|actions?:?(?= (?:are|is|one)))\b",
    re.IGNORECASE,
)
_WRAP_LEAST, _WRAP_MOST, _WRAP_LINES, _WRAP_SHARE = 58, 84, 4, 0.55
_MIN_CLAUSE = 2  # words on either side of a comma cut


def cut(text: str) -> tuple[Span, ...]:
    """Cut a redacted note into units, in order; together they hold every non-space character."""
    plain = neutral(text)
    return tuple(map(plain.back, _cut(plain.text)))


def _cut(text: str) -> tuple[Span, ...]:
    kept = uncuttable(text)
    starts = [span.start for span in kept]

    def free(position: int) -> bool:
        at = bisect_right(starts, position - 1) - 1
        return not any(span.start < position < span.end for span in kept[max(0, at - 3) : at + 1])

    lines = _lines(text)
    cuts: set[int] = set()
    for line in lines:
        cuts.add(line.start)
        cuts.update(p for p in _strong(text, line) if free(p))
    spans = _spans(text, cuts)
    finer = cuts | {p for span in spans for p in _weak(text, span) if free(p)}
    return _with_words(text, _spans(text, finer))


def _lines(text: str) -> tuple[Span, ...]:
    """Return the lines of a note, with lines that were only wrapped put together again."""
    rows: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        rows.append(Span(at, at + len(line)))
        at += len(line)
    rows = _with_blocks(text, rows)
    lengths = [len(text[row.start : row.end].rstrip()) for row in rows]
    written = [n for n in lengths if n]
    wrapped = (
        len(written) >= _WRAP_LINES
        and max(written) <= _WRAP_MOST
        and sum(n >= _WRAP_LEAST for n in written) >= _WRAP_SHARE * len(written)
    )
    if not wrapped:
        return tuple(rows)
    joined: list[Span] = []
    for row, length in zip(rows, lengths, strict=True):
        words = text[row.start : row.end]
        before = joined[-1] if joined else None
        if (
            before
            and length
            and len(text[before.start : before.end].splitlines()[-1].rstrip()) >= _WRAP_LEAST
            and not _BULLET.match(words)
            and not re.search(r"[.!?:]\s*$", text[before.start : before.end])
        ):
            joined[-1] = Span(before.start, row.end)
        else:
            joined.append(row)
    return tuple(joined)


def _with_blocks(text: str, rows: list[Span]) -> list[Span]:
    """Return lines with each e-mail header and each signature as one."""
    found = blocks([text[row.start : row.end] for row in rows])
    last = dict(found)
    joined, at = [], 0
    while at < len(rows):
        end = last.get(at, at)
        joined.append(Span(rows[at].start, rows[end].end))
        at = end + 1
    return joined


def _strong(text: str, line: Span) -> list[int]:
    """Return where a line ends a sentence or breaks off, so that a unit surely begins."""
    words = text[line.start : line.end]
    if is_envelope(words):
        return []
    bullet = _BULLET.match(words)
    body = bullet.end() if bullet else 0
    found = []
    for match in _SENTENCE_END.finditer(words, body):
        before = _ABBREVIATION.search(words[: match.end()])
        if match.group() == "." and before and before.group()[:-1].lower() not in _NOT_ENDING:
            continue
        rest = words[match.end() :]
        if match.group().endswith("?") and not (_ANSWERED.match(rest) or starts_task(rest)):
            continue
        found.append(match.end())
    for match in _HARD_STOP.finditer(words, body):
        if not match.group().strip("-–—/") and not starts_task(words[match.end() :]):
            continue  # a dash or a stroke mostly sets a label off, or goes on with a list
        if _RANGE.search(words[max(0, match.start() - 2) : match.end() + 2]):
            continue
        found.append(match.end() if match.group().startswith(";") else match.start())
    found.extend(match.end() for match in _SPOKEN_END.finditer(words, body))
    found.extend(match.start() for match in _TURN.finditer(words, body) if match.start() > body)
    return [line.start + p for p in found if words[p:].strip() and words[body:p].strip()]


def _weak(text: str, span: Span) -> list[int]:
    """Return where a clause of its own begins inside a sentence."""
    words = text[span.start : span.end]
    if is_envelope(words):
        return []
    whole = len(words.split())
    found = []
    last = 0
    for match in CLAUSE.finditer(words):
        position = match.end("comma") if match.group("comma") else match.start()
        here, rest = words[last:position], words[position:]
        enough = len(here.split()) >= _MIN_CLAUSE and len(rest.split()) >= _MIN_CLAUSE
        if enough and opens_clause(here, words[match.end() :], whole=whole):
            found.append(span.start + position)
            last = position
    return found


def _spans(text: str, cuts: set[int]) -> list[Span]:
    """Return the stretches between cuts without their outer white space, leaving out empty ones."""
    edges = [*sorted(cuts | {0}), len(text)]
    spans = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            spans.append(Span(start + lead, start + len(piece.rstrip())))
    return spans


def _with_words(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Give stretches of bare punctuation to their neighbour on the same line."""
    units: list[Span] = []
    for span in spans:
        same_line = bool(units) and "\n" not in text[units[-1].end : span.start]
        if same_line and (_bare(text, span) or _bare(text, units[-1])):
            units[-1] = Span(units[-1].start, span.end)
        else:
            units.append(span)
    return tuple(units)


def _bare(text: str, span: Span) -> bool:
    return not any(character.isalnum() for character in text[span.start : span.end])
