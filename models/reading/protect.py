"""The stretches of a note that nothing may cut: quotations, placeholders, short brackets."""

import re

from models.reading.neutral import neutral
from models.text import PLACEHOLDER, Span

# A quotation may run over a single line end, never over an empty line.
_INSIDE = r"(?:[^{close}\n]|\n(?!\s*\n)){{1,700}}?"
_QUOTES = (
    re.compile(r'(?<![\w"])"(?=[^\s"])' + _INSIDE.format(close='"') + r'(?<=\S)"(?![\w"])'),
    re.compile("“" + _INSIDE.format(close="“”") + "”"),
    # A single quotation mark opens only where a word could not be going on.
    re.compile(r"(?<![\w'’])'(?=[^\s'])(?:[^'\n]|(?<=\w)'(?=\w)){2,300}?(?<=[^\s(])'(?![\w'])"),
    re.compile(r"(?<![\w’])‘(?=\S)(?:[^‘’\n]|(?<=\w)’(?=\w)){2,300}?(?<=\S)’(?!\w)"),
)
# Dictation has no marks: what follows "he said I" is his until the sentence ends.
_UNMARKED = re.compile(
    r"\b(?:they|(?:grand|step-?)?parent|sibling|spouse|offspring|relative|\[PERSON_\d+\])\b[^.!?\n\"“]{0,25}?"
    r"\b(?:said|says|goes|went|told me|was like|shouted|whispered|asked|replied)\b,?\s"
    r"(?:[^.!?\n\"“,]{0,25}?\s)??"
    r"(?P<said>(?:I|I'm|I’m|I'll|I’ll|I've|I’ve|my|you|nobody|no one)\b[^.!?\n]*)"
)
_SPOKEN_MARKS = re.compile(  # "he said quote i want nan unquote"
    r"\bquote\s+(?P<said>[^\n]{2,400}?)\s+(?:unquote|end (?:of )?quote|close quote)\b",
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(  # "mum: theyre my brothers"
    r"(?:^|[.!?;,\n–—-]\s*)(?!(?:plan|actions?|to ?do|next|me|note|task|re|"
    r"sw)\b)(?:[A-Za-z]{2,12}|[A-Za-z]{0,8}\s?\[PERSON_\d+\])\s*[:=]\s*"
    r"(?P<said>(?=[^\n.!?]*?\b(?:I|i|I'm|im|my|me|we|our|you|your)\b)[^\n\"“]+?(?=[.!?]|\n|$))"
)
_BRACKET = re.compile(r"\([^()\n]{0,70}\)")
_TOKEN = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


def quotations(text: str) -> tuple[Span, ...]:
    """Return the quotations of a text with their marks, in order, none inside another."""
    found: list[Span] = []
    for pattern in _QUOTES:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.start < other.end and other.start < span.end for other in found):
                found.append(span)
    return tuple(sorted(found))


def unmarked_speech(text: str) -> tuple[Span, ...]:
    """Return what reads as somebody's words although no marks stand round it."""
    plain = neutral(text)
    return tuple(
        plain.back(Span(*match.span("said")))
        for pattern in (_SPOKEN_MARKS, _UNMARKED, _AFTER_COLON)
        for match in pattern.finditer(plain.text)
    )


def placeholders(text: str) -> tuple[Span, ...]:
    """Return the placeholders of a text, in order."""
    return tuple(Span(*match.span()) for match in PLACEHOLDER.finditer(text))


def uncuttable(text: str) -> tuple[Span, ...]:
    """Return every stretch inside which no unit may begin."""
    brackets = (Span(*match.span()) for match in _BRACKET.finditer(text))
    tokens = (Span(*match.span()) for match in _TOKEN.finditer(text))
    return tuple(
        sorted({*quotations(text), *unmarked_speech(text), *placeholders(text), *brackets, *tokens})
    )
