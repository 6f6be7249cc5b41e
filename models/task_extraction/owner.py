"""Who a note says is to do a task, only where it says so."""

import re

_ROLE = (
    r"fsw|swa|bs|admin|business support|pa|duty|legal|finance|brokerage|panel admin|team "
    r"manager|manager|tm|"
    r"social worker|sw|this worker|support worker|ssw|iro|contact supervisor|someone|"
    r"somebody|the office"
)
_WHO = rf"(?:\[PERSON_\d+\]|{_ROLE}|me|i|we)"
_OPENS = re.compile(
    rf"^\W*(?P<who>{_WHO})\s*(?:to\b|:|will\b|'ll\b|’ll\b|needs? to\b|must\b|can\b)", re.IGNORECASE
)
_FIRST_PERSON = re.compile(
    r"\b(?P<who>I|we)(?:\s+(?:will|need to|must|have to|am|want|owe|should)\b|['’](?:ll|m|ve)\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:can|could)\s+(?P<who>{_ROLE}|\[PERSON_\d+\])\b|^\W*(?P<first>someone|somebody)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"[(–—-]\s*(?P<who>{_WHO})\s*\)?\W*$|,\s*(?P<tail>bs|admin|fsw|swa|sw|me)\s*(?:pls|"
    rf"please)?\W*$|"
    rf"\[PERSON_\d+\]\s*$(?<=action )|\b(?:for|on)\s+(?P<mine>me)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?P<who>\[PERSON_\d+\]|fsw|bs|admin|duty|brokerage)\s+(?:to|will)\s+[a-z]+", re.IGNORECASE
)


def owner_of(text: str) -> str | None:
    """Return the words that name who is to do a task, or none."""
    for pattern in (_OPENS, _ASKED, _FIRST_PERSON, _MARKED, _INSIDE):
        match = pattern.search(text)
        if match:
            named = next((value for value in match.groupdict().values() if value), None)
            if named:
                return named
    return None
