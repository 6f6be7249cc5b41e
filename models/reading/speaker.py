"""Who a unit's words come from, where the unit itself names them."""

import re

from models.reading.neutral import neutral
from models.reading.protect import quotations
from models.reading.unit import Source
from models.reading.words import FAMILY, PERSON_AT_CENTRE, PROFESSIONAL, REPORTING
from models.text import Person, Span

_NAME = r"\[PERSON_\d+\]"
_TITLE = r"(?:(?:mx|mr|mrs|ms|miss|dr|pc|dc|ds|sgt|nurse|the|his|her|their|our|my)\.?\s+){0,2}"
_PARTY = (
    rf"(?:{_TITLE}(?:(?P<family>{FAMILY})|(?P<professional>{PROFESSIONAL})|"
    rf"(?P<centre>{PERSON_AT_CENTRE}))"
    rf"(?:\s+\(?{_NAME}\)?)?|{_TITLE}(?P<name>{_NAME})|(?P<org>\[ORG_\d+\]))"
)
_SAYS = re.compile(
    rf"(?<![\w])(?P<party>{_PARTY})(?:['’]?s)?(?:\s*\([^)]*\))?(?:\s+(?:also|then|again|has|had|"
    rf"just|now|still|who))?"
    rf"\s*(?:\b(?:{REPORTING})\b|(?::|=)\s*(?=\S))",
    re.IGNORECASE,
)
_TOLD = re.compile(  # a unit that opens with who told it: "mum says", "[PERSON_2] told me"
    rf"^\W*(?:and |but |so )?{_PARTY},?\s+(?:also\s+|then\s+|has\s+)?(?:said|says|say|told|tells|"
    rf"reports|reported|states|stated|claims|denies|denied|thinks|feels|reckons|mentioned|admits|"
    rf"admitted|disclosed|explained|described|insists|complained|recalled)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"\b(?:per|acc(?:ording)?\.? to|via|from|says|said)\s+(?P<party>{_PARTY})(?!\w)", re.IGNORECASE
)
_AFTER_QUOTE = re.compile(rf"\s*\(?(?:-|–|—)?\s*(?P<party>{_PARTY})", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"(?:^|[,.;]\s*|\band\s+|\bbut\s+)(?:they|theys)\s+(?:also\s+|then\s+)?(?:{REPORTING})\b",
    re.IGNORECASE,
)
_CENTRE_ROLES = re.compile(
    r"child|person$|young|baby|care leaver|adult|patient|resident|tenant|twin", re.IGNORECASE
)
_FAMILY_ROLES = re.compile(
    rf"\b(?:{FAMILY}|sibling|parent|relative|grandparent|guardian|adopter)\b", re.IGNORECASE
)


def speaker_of(text: str, people: tuple[Person, ...]) -> tuple[str, Source] | None:
    """Return who speaks in a unit, as the note says it, and what kind of source they are."""
    plain = neutral(text)
    match = _SAYS.search(plain.text) or _PER.search(plain.text)
    if match is None:
        marked = quotations(plain.text)
        match = _AFTER_QUOTE.match(plain.text, marked[-1].end) if marked else None
    if match is None:
        return None
    party = plain.back(Span(*match.span("party")))
    return text[party.start : party.end], _source(match, people)


def told_outright(text: str, people: tuple[Person, ...]) -> Source | None:
    """Return the source of a unit that opens with family or a professional telling something."""
    match = _TOLD.match(neutral(text).text)
    source = _source(match, people) if match else "unknown"
    return source if source in {"family_or_carer", "professional"} else None


def speaks_by_pronoun(text: str) -> bool:
    """Say whether a unit reports the words of a "he", "she" or "they" named before it."""
    return _PRONOUN.search(neutral(text).text) is not None


def _source(match: re.Match[str], people: tuple[Person, ...]) -> Source:
    if match.group("family"):
        return "family_or_carer"
    if match.group("professional") or match.group("org"):
        return "professional"
    if match.group("centre"):
        return "child_or_person"
    role = next((p.role for p in people if p.placeholder == match.group("name")), None)
    return source_of_role(role)


def source_of_role(role: str | None) -> Source:
    """Return what kind of source somebody of a role is; with no role it is not known."""
    if not role:
        return "unknown"
    role = neutral(role).text
    if _CENTRE_ROLES.search(role) and not re.search(r"protection|children's|childminder", role):
        return "child_or_person"
    if _FAMILY_ROLES.search(role):
        return "family_or_carer"
    return "professional" if role not in {"other", "unknown"} else "unknown"
