"""The envelope of a pasted e-mail: its header lines and the signature under it."""

import re

from models.text import PLACEHOLDER

_HEADER = re.compile(
    r"^[\s>]*\*{0,2}(?:from|sent|to|cc|bcc|date|subject|reply-to|attachments?|importance)\*{0,2}\s*:",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"^[\s>]*(?:-{3,}.*-{3,}|_{4,}|-{5,}|begin forwarded message:?|on .{4,80} wrote:)\s*$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"^[\s>]*(?:(?:kind|kindest|best|warm|many)\s+(?:regards|wishes|thanks)|regards|rgds|"
    r"(?:many )?thanks|thx|cheers|yours (?:sincerely|faithfully))[\s,.!]*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s*$|^[\s>]*(?:[-*•]|\d+[.)])\s")
_LEAST_HEADERS = 2
_SIGNATURE_WORDS, _SIGNATURE_LINES = 8, 5


def blocks(lines: list[str]) -> list[tuple[int, int]]:
    """Return the runs of lines, first and last, that are one e-mail header or one signature."""
    found = []
    at = 0
    while at < len(lines):
        last = _header_end(lines, at) or _signature_end(lines, at)
        if last is not None:
            found.append((at, last))
            at = last
        at += 1
    return found


def is_envelope(text: str) -> bool:
    """Say whether a unit is a header or a signature and nothing else."""
    lines = text.splitlines()
    return bool(lines) and any(block == (0, len(lines) - 1) for block in blocks(lines))


def _header_end(lines: list[str], start: int) -> int | None:
    end = start
    while end < len(lines) and (_HEADER.match(lines[end]) or _DIVIDER.match(lines[end])):
        end += 1
    headers = sum(_HEADER.match(line) is not None for line in lines[start:end])
    return end - 1 if headers >= _LEAST_HEADERS else None


def _signature_end(lines: list[str], start: int) -> int | None:
    if not _SIGN_OFF.match(lines[start]):
        return None
    end = start + 1
    while end < len(lines) and end - start <= _SIGNATURE_LINES and _signs(lines[end]):
        end += 1
    return end - 1 if end - 1 > start else None


def _signs(line: str) -> bool:
    """Say whether a line under a sign-off reads as a name, a post or a number."""
    words = line.split()
    return (
        bool(line.strip(" >"))
        and len(words) <= _SIGNATURE_WORDS
        and not _SENTENCE.search(line)
        and not _HEADER.match(line)
        and (PLACEHOLDER.search(line) is not None or line.strip(" >")[:1].isupper())
    )
