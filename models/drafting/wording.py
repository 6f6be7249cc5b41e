"""What the realiser may change inside a stretch of a note, and what it must leave alone."""

import re
from dataclasses import dataclass

from models.drafting.lexicon import expansion_of, lexicon
from models.reading.neutral import neutral
from models.reading.protect import placeholders, quotations, unmarked_speech
from models.text import PLACEHOLDER, Service, Span

_TOKEN = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_JOINER = re.compile(r"(?<=\S)(\s+)(?:&|\+)(\s+)(?=[a-z\[])")
_LONELY_JOINER = re.compile(r"[A-Za-z\])](?P<sign>\s*&\s*)[a-z\[]")
_ENOUGH_LETTERS = 12
_ALL_CAPITALS = 0.6  # share of capitals from which a line shouts, so that capitals mark no acronym
_WORD_LIKE = {
    "NEET",
    "DASH",
    "SALT",
    "MASH",
    "MACE",
    "TAC",
    "ABE",
    "PIP",
    "SAB",
    "RAS",
    "BIM",
    "PEP",
    "SWET",
    "EDD",
    "TAF",
}

_WORKER_VERB = (
    r"(?:asked|rang|phoned|called|telephoned|emailed|e-mailed|texted|visited|revisited|saw|spoke|"
    r"told|explained|"
    r"knocked|checked|advised|arranged|booked|reminded|noticed|observed|watched|suggested|"
    r"discussed|informed|"
    r"offered|attended|met|reviewed|introduced|encouraged|contacted|chased|sent|posted|referred|"
    r"agreed)"
)
_FIRST_PERSON = re.compile(
    rf"(?P<lead>^\W*|[.!?;:]\s+|\b(?:and|so|then|but|when|as|which|because|after|before|that|"
    rf"→)\s+|,\s+)"
    rf"I(?P<rest>\s+(?:also\s+|then\s+|have\s+|had\s+)?{_WORKER_VERB}\b)",
    re.IGNORECASE,
)
_TO_ME = re.compile(
    r"\b(?P<verb>told|asked|showed|rang|phoned|emailed|texted|gave|informed|reminded)\s+me\b",
    re.IGNORECASE,
)
_OTHER_HAND = re.compile(
    r"^\s*>|^\s*(?:from|to|subject|sent|cc)\s*:|\b(?:hi|dear|hello)\s+(?:\[PERSON|all|both|team)|"
    r"\b(?:kind |best )?(?:regards|wishes)\b|\bforwarded\b|\be-?mail (?:from|below|paste)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Change:
    """One change the realiser makes: a stretch of the source and the words that take its place."""

    span: Span
    text: str


def protected(text: str) -> tuple[Span, ...]:
    """Return the stretches whose every character is copied as typed."""
    tokens = tuple(Span(*match.span()) for match in _TOKEN.finditer(text))
    return tuple(sorted({*quotations(text), *unmarked_speech(text), *placeholders(text), *tokens}))


def _overlaps(start: int, end: int, spans: tuple[Span, ...]) -> bool:
    return any(start < span.end and span.start < end for span in spans)


def expansions(
    text: str, kept: tuple[Span, ...], service: Service | None, seen: set[str]
) -> tuple[list[Change], list[str]]:
    """Return the licensed expansions in a text, and the known forms left as typed."""
    changes: list[Change] = []
    left: list[str] = []
    letters = [c for c in PLACEHOLDER.sub("", neutral(text).text) if c.isalpha()]
    shouting = len(letters) > _ENOUGH_LETTERS and sum(
        c.isupper() for c in letters
    ) > _ALL_CAPITALS * len(letters)
    for match in lexicon().pattern.finditer(text):
        start, end = match.span()
        form = lexicon().form(match.group())
        if form is None or _overlaps(start, end, kept):
            continue
        if shouting and (match.group() in _WORD_LIKE or not form.keeps_form):
            continue
        words = expansion_of(form, text, start, end, service)
        if words is None:
            left.append(match.group())
            continue
        if form.keeps_form and form.typed not in seen:
            seen.add(form.typed)
            words = f"{words} ({form.typed})"
        changes.append(Change(Span(start, end), words))
    return changes, left


def signs(text: str, kept: tuple[Span, ...]) -> list[Change]:
    """Return "&" and "+" between words written out as "and"."""
    changes = []
    for match in _JOINER.finditer(text):
        start, end = match.end(1), match.start(2)
        if not _overlaps(start, end, kept):
            changes.append(Change(Span(start, end), "and"))
    return changes


def first_person(text: str, kept: tuple[Span, ...]) -> list[Change]:
    """Return "I rang" as "the social worker rang" where the deed leaves no doubt who "I" is."""
    changes = []
    for match in _FIRST_PERSON.finditer(text):
        start = match.end("lead")
        if not _overlaps(start, start + 1, kept):
            changes.append(Change(Span(start, start + 1), "the social worker"))
    for match in _TO_ME.finditer(text):
        start, end = match.end("verb") + 1, match.end()
        if not _overlaps(match.start(), end, kept):
            changes.append(Change(Span(start, end), "the social worker"))
    return changes


def one_writer(note: str) -> bool:
    """Say whether nothing in a note hints at another writer than the worker whose visit it is."""
    return _OTHER_HAND.search(note) is None


def apply(text: str, changes: list[Change]) -> str:
    """Return a text with changes made, the first of two that overlap winning."""
    out, at = [], 0
    for change in sorted(changes, key=lambda c: c.span):
        if change.span.start < at:
            continue
        out += [text[at : change.span.start], change.text]
        at = change.span.end
    return "".join([*out, text[at:]])
