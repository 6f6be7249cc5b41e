"""Findings of the name finder that name nobody for all their type: weak ones of everyday words.

Verbs at the head of a sentence, months as months, letters of "A&E", roles in two letters.
"""

import re

from models.redaction.name_finder_stretches import FoundStretch
from models.redaction.name_words import (
    BODIES,
    GENERIC_WORDS,
    KIN,
    ROLES,
    frequency,
    is_month_here,
)
from models.redaction.ordinary_words import COMMON
from models.redaction.propagation import opens_a_sentence
from models.redaction.recognisers.spoken_digits import SAID
from models.text import ENTITY_TYPES

WEAK_PERSON, WEAK_BODY, WEAK_ROLE, WEAK_LETTER = 0.25, 0.5, 0.7, 0.5
KNOWN_WORD = 2.0  # a frequency at which a word in lower case is in any dictionary
ROLE_LETTERS = 2
DATED = re.compile(
    r"""\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:first|second|third|third|fourth|fifth|
    sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth|night|day|eve)\b""",
    re.IGNORECASE | re.VERBOSE,
)
SPOKEN = frozenset(SAID)
GENERIC = BODIES | KIN | ROLES | GENERIC_WORDS
MODAL = re.compile(
    r"""[ ](?:i|you|he|she|it|we|they|this|that|be|have|do|need|not|also|try|ring|call|check|send|
    get|go|ask|take|make|see|visit|email|text|speak|discuss|update|follow|chase|complete|refer|review|
    let|look|keep|want|come|give|bring|help|arrange|confirm|wait|start|continue)\b""",
    re.VERBOSE | re.IGNORECASE,
)
DETERMINED = re.compile(r"[ ](?:the|a|an|this|that|these|those|as|up|all|it|his|her|their|my)\b")
LETTER_PAIR = re.compile(r"(?<!\w)(?:A ?& ?E|A and E|B&B|Q&A|M&S|H&S|D&V|R&R|C&A)(?!\w)")


def is_weak(one: FoundStretch, text: str) -> bool:
    """Say whether a finding is too weak, for the words it stands on, to hide them."""
    kind, surface = ENTITY_TYPES[one.type], text[one.start : one.end].strip(" ,.;:()-")
    if kind == "DOB":
        spoken = any(w in SPOKEN for w in re.findall(r"[a-z]+", surface.casefold()))
        return DATED.search(surface) is None and not spoken
    if kind == "ORG" and surface.islower() and set(surface.split()) <= GENERIC:
        return True
    if kind not in ("PERSON", "ORG", "PLACE") or not surface.isalpha():
        return False
    if surface.islower():
        part = one.start > 0 and text[one.start - 1] in "'-"
        return not part and _is_weak_lower(kind, surface, one.score)
    return kind == "PERSON" and _is_no_person_here(surface, one, text)


def _is_no_person_here(surface: str, one: FoundStretch, text: str) -> bool:
    if len(surface) == 1:
        return _is_joined_letter(one, text)
    short_role = len(surface) == ROLE_LETTERS and surface.casefold() in ROLES
    return (
        (short_role and one.score < WEAK_ROLE)
        or is_month_here(text, one.start, surface)
        or _is_verb_here(surface, one, text)
    )


def _is_weak_lower(kind: str, word: str, score: float) -> bool:
    if kind == "PERSON":
        if len(word) == 1:
            return score < WEAK_LETTER
        return score < WEAK_PERSON and frequency(word) >= COMMON
    return len(word) > 1 and score < WEAK_BODY and frequency(word) >= KNOWN_WORD


def _is_joined_letter(one: FoundStretch, text: str) -> bool:
    """Say whether a capital is a half of "A&E" or "B&B"."""
    around = LETTER_PAIR.finditer(text, max(0, one.start - 7), one.end + 7)
    return any(pair.start() <= one.start < pair.end() for pair in around)


def _is_verb_here(surface: str, one: FoundStretch, text: str) -> bool:
    """Say whether "Will", "May", "Mark" opens its sentence as a verb: "Will ring", "Mark the"."""
    if not opens_a_sentence(text, one.start):
        return False
    after = text[one.end : one.end + 20]
    if surface in ("Will", "May"):
        return MODAL.match(after) is not None
    return surface in ("Mark", "Chase", "Bill", "Grant", "Trust", "Rob") and (
        DETERMINED.match(after) is not None
    )
