"""Who a note says is to do a task, only where it says so."""

import re

from models.reading.words import TASK_VERBS

_ROLE = (
    r"fsw|swa|bs|admin|business support|pa|duty|legal|finance|brokerage|panel admin|team "
    r"manager|manager|tm|"
    r"social worker|sw|this worker|support worker|ssw|iro|contact supervisor|someone|"
    r"somebody|(?:the )?office|ward pharmacy|pharmacy|placements|commissioning|reception|"
    r"ward clerk|discharge team"
)
_DESK = r"(?: (?:desk|team|clerk))?"
_WHO = rf"(?:\[PERSON_\d+\]|{_ROLE}|me|i|we)"
_OPENS = re.compile(
    rf"^\W*(?:(?:and|so|then|but|also)\s+)?(?P<who>{_WHO})\s*(?:to\b|:|will\b|'ll\b|’ll\b|"
    r"needs? to\b|must\b|can\b)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?P<who>I|we)(?:\s+(?:also\s+|still\s+|just\s+|only\s+|really\s+)?(?:will|need to|must|"
    r"have to|am|want|owe|should)\b|['’](?:ll|m|ve)\b)",
    re.IGNORECASE,
)
# "then I ask him properly myself", "catch her before i log off": the writer is the one to do it.
_I_DO = re.compile(
    rf"\b(?:then|before|so|and|when|where)\s+(?P<who>i)\s+(?:{TASK_VERBS})\b", re.IGNORECASE
)
_ASKED = re.compile(
    rf"\b(?:can|could)\s+(?P<who>{_ROLE}|\[PERSON_\d+\])\b|^\W*(?P<first>someone|somebody)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"[(–—-]\s*(?P<who>{_WHO})\s*\)?\W*$|,\s*(?P<tail>(?:{_ROLE}|me){_DESK})\s*(?:pls|"
    rf"please)?\W*$|"
    rf"[.,;]\s*(?P<not>me|i),?\s+not\s+\w+\W*$|"
    rf"\b(?:for|on)\s+(?P<mine>me)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"\b(?P<who>\[PERSON_\d+\]|{_ROLE})\s+(?:to|will)\s+[a-z]+|"
    rf"\bneeds? [\w ]{{1,20}} from (?P<source>{_ROLE}){_DESK}\W*$",
    re.IGNORECASE,
)


def owner_of(text: str) -> str | None:
    """Return the words that name who is to do a task, or none."""
    for pattern in (_OPENS, _ASKED, _FIRST_PERSON, _MARKED, _INSIDE, _I_DO):
        match = pattern.search(text)
        if match:
            named = next((value for value in match.groupdict().values() if value), None)
            if named:
                return named
    return None
