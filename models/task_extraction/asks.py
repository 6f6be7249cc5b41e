"""Whether a stretch of a note asks for something still to be done by us, by its own words."""

import re

from models.reading.words import FAMILY, PROFESSIONAL, TASK_VERBS

_OPENING = (
    r"^[\W\d_]*(?:(?:and|then|also|so|but|please|pls|to ?do|action|me|sw|i|note to "
    r"self)\b[\s:,–-]*)*"
)
_IMPERATIVE = re.compile(
    rf"{_OPENING}(?:to\s+)?(?:{TASK_VERBS}|chk|ch)\b(?!\s*(?:ed|ing|was|were|has|is|says?|said)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:i|we)(?:['’]ll|\s+(?:will|need to|must|have to|am going to|should|owe|want "
    r"to))\b|\bi['’]?m (?:going )?to\b|"
    r"\b(?:still )?(?:needs?|wants?) (?:to be )?\w{3,}(?:ing|ed)\b|\bto be (?:sent|booked|"
    r"done|chased|written|sorted|agreed|arranged|"
    r"completed|updated|ordered|uploaded|worked out|made|rung|posted|put)\b|\b(?:can|"
    r"could) (?:someone|somebody|admin|bs|fsw)\b|"
    r"\b(?:someone|somebody|fsw|admin|bs|duty|me|sw) to \w+|\bhas to be (?:decided|done|"
    r"written)\b|\bneed to\b|\bto ?do\b|\bremind me\b|"
    rf"^\W*\[PERSON_\d+\] to (?:{TASK_VERBS})\b|^\W*want to (?:{TASK_VERBS}|hear)\b|"
    r"\bnudge me\b|\bdon['’]?t forget\b|\bmust\b|\bpls\b|\bplease\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:i|we)(?:['’]ve|\s+have)?\s+(?:already\s+)?(?:rang|called|emailed|texted|sent|"
    r"told|asked|booked|chased|referred|advised|"
    r"explained|gave|left|spoke|agreed|signed|posted|checked|completed|updated|logged|"
    r"reported|informed|saw|met|visited)\b|"
    r"\b(?:done|sent|booked|emailed|completed)\s*(?:today|already|\d[\d/.]*)?\W*$|\balready\b",
    re.IGNORECASE,
)
_NOTHING_LEFT = re.compile(
    r"\bnothing (?:else |more |left )?to do\b|\bno (?:further )?action\b|\bnfa\b", re.IGNORECASE
)
_I_DID = re.compile(
    r"(?:^|[,;.]\s*)\W*(?:i|we) (?!need|feed|speed)"
    r"(?:\w+ed|gave|sent|rang|told|took|wrote|said|saw|did|put|got|went|made|left|met|spoke)\b",
    re.IGNORECASE,
)
_FAMILY_WILL = re.compile(
    rf"^[\W\d_]*(?:(?:the|her|his|their)\s+)?(?:{FAMILY})\s+will\s", re.IGNORECASE
)
_OTHERS = re.compile(
    rf"^[\W\d_]*(?:(?:the|her|his|their)\s+)?(?:{FAMILY}|{PROFESSIONAL})\s+(?:(?:is|are|"
    rf"was)\s+(?:going\s+)?)?(?:to|will|agreed to|said)\s",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"^[\W\d_]*(?:fsw|ssw|pa|team|manager|tm|duty|sw|social worker|office|legal)\b", re.IGNORECASE
)
_SPEECH = re.compile(r"[\"“”]")


# What somebody says outright is still to be done, in the middle of a spoken paragraph.
_SAID_OUTRIGHT = re.compile(
    r"\b(?:(?:i['’]?ll|i will|i|we|we['’]?ll) (?:need to|have to|must)|"
    r"can (?:admin|someone|somebody|bs|fsw|business support)|"
    r"(?:someone|somebody|admin|fsw) (?:to|needs to)|remind me to|i['’]?m going to) "
    rf"(?:{TASK_VERBS})\b"
    r"(?:(?!\s+(?:full stop|comma|new paragraph|also said)\b)[^.;:\n]){0,90}",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"\s+\S*$")


def said_outright(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a long stretch says outright, more than once or amid much else, what to do."""
    found = []
    for match in _SAID_OUTRIGHT.finditer(text):
        cut = match.end() < len(text) and text[match.end()].isalnum()
        end = _LAST_WORDS.search(match.group()) if cut else None
        found.append((match.start(), match.start() + end.start() if end else match.end()))
    return tuple(found)


def reports(text: str) -> bool:
    """Say whether the words tell of what is done, or what the family will do, and ask nothing."""
    if _NOTHING_LEFT.search(text) or _FAMILY_WILL.match(text):
        return True
    return _I_DID.search(text) is not None and not asks(text)


def asks(text: str) -> bool:
    """Say whether the words ask for something still to be done by us."""
    if _DONE.search(text) or _SPEECH.match(text.lstrip()):
        return False
    if _OTHERS.match(text) and not _OURS.match(text):
        return False
    return _IMPERATIVE.match(text) is not None or _ASKS.search(text) is not None
