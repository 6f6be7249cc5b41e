"""Where a clause of its own begins after a comma or a joining word."""

import re

from models.reading.words import TASK_VERBS

# A comma, with or without a joining word, or a joining word alone.
CLAUSE = re.compile(
    r"(?P<comma>,)\s*(?P<joint>(?:and then|and|but|so|then|also|plus|because|cos|although|though|"
    r"&|\+)\s+)?"
    r"|(?<=\s)(?P<alone>and then|and|but|so|then|cos|because|although|though|&|\+)\s+",
    re.IGNORECASE,
)
_WHO = (
    r"(?:i|we|he|she|they|it|you|mum|mam|mom|mummy|dad|daddy|nan|nana|gran|grandma|grandad|sis|bro|"
    r"mgm|pgm|mgf|pgf|school|sch|gp|hv|police|pt|yp|there|this|that|who|nobody|no one|everyone|"
    r"(?:(?:mrs|mr|ms|miss|dr|pc|dc|ds|aunt|aunty|uncle|the|her|his|their|my|"
    r"our)\.?\s+)?\[PERSON_\d+\]|"
    r"\[ORG_\d+\]|(?:the|her|his|their|my|our)\s+[a-z]+)"
)
_VERB = (
    r"(?:'s|’s|'ll|’ll|'m|’m|'d|’d|'ve|’ve|'re|’re|is|was|are|were|am|has|have|had|will|wil|"
    r"would|can|cant|"
    r"can't|cannot|could|couldn\S*|did|didn\S*|do|does|don\S*|doesn\S*|isn\S*|wasn\S*|hasn\S*|"
    r"won\S*|wouldn\S*|"
    r"wont|wldn\S*|should|must|need|needs|to|says|said|told|tells|thinks|thought|think|feels|"
    r"felt|wants|wanted|"
    r"asked|asks|reports|reported|denies|denied|went|came|got|gets|rang|knows|knew|looked|seemed|"
    r"agreed|"
    r"gave|took|left|saw|sat|stayed|showed|explained|confirmed|refused|sounds|sounded|goes|works|"
    r"lives|"
    r"also|just|never|still|then|only|not)"
)
_SUBJECT = re.compile(rf"{_WHO}(?:\s*\([^)]*\))?\s*{_VERB}\b", re.IGNORECASE)
_TASK = re.compile(
    rf"(?:please\s+|pls\s+|to\s+|also\s+|will\s+|must\s+)?(?:{TASK_VERBS})\b(?!\s*[:=])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:if|unless|need|needs|needing|need to|to be|will|wants?|said|says|told|denies|denied|"
    r"thinks|"
    r"not|no|nil|never|none|didn\S*|hasn\S*|wasn\S*|won\S*|wouldn\S*|can\S?t|couldn\S*|doesn\S*|"
    r"isn\S*|"
    r"maybe|might|which|asked|reports|apparently|agreed|next)\b",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(r"\b(?:no|not|nor|or|and|&|between|both)\s+\S+$", re.IGNORECASE)


def starts_task(words: str) -> bool:
    """Say whether words begin with something to do."""
    return _TASK.match(words.lstrip()) is not None


def opens_clause(before: str, joint: str, after: str) -> bool:
    """Say whether the words after a comma or joining word stand as a clause of their own."""
    rest = after.lstrip()
    if starts_task(rest) or _SUBJECT.match(rest):
        return True
    if not _OTHER.match(rest):
        return False
    comma = before.rstrip().endswith(",")
    return comma or bool(joint) or not _LIST_BEFORE.search(before.rstrip())
