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
    r"(?:i|we|they|it|you|(?:step-?|grand)?parent|sibling|spouse|offspring|mgp|pgp|"
    r"school|sch|gp|hv|police|pt|yp|there|this|that|who|nobody|no one|everyone|"
    r"(?:(?:mx|miss|dr|pc|dc|ds|relative|the|their|my|"
    r"our)\.?\s+)?\[PERSON_\d+\]|"
    r"\[ORG_\d+\]|(?:the|their|my|our)\s+[a-z]+)"
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
_SUBJECT = re.compile(rf"{_WHO}(?:\s*\([^)]*\))?\s*{_VERB}\b|theys\b", re.IGNORECASE)
_TASK = re.compile(
    rf"(?:please\s+|pls\s+|to\s+|also\s+|will\s+|must\s+)?(?:{TASK_VERBS})\b(?!\s*[:=])",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"(?:i|we)\s*(?:['’]?ll\b|will\b|need to\b|must\b|have to\b|am to\b|should\b|owe\b|promised\b)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:if|unless|need|needs|needing|need to|to be|will|wants?|denies|denied|agreed|next|"
    r"apparently|otherwise|someone|somebody|me to|can (?:you|someone|somebody|admin|bs)|dont)\b",
    re.IGNORECASE,
)
# Openings that more often go on with a sentence than begin another ("it was the dog, they said").
_GOES_ON = re.compile(r"(?:they|theys|it|that|this|which|there|who|you)\b", re.IGNORECASE)
_LIST_BEFORE = re.compile(r"\b(?:no|not|nor|or|and|&|between|both)\s+\S+$", re.IGNORECASE)
_FULL = 6  # words either side of a comma that make a sentence of each
_RUN_ON = 22  # words from which a sentence without commas is cut at its joining words


def starts_task(words: str) -> bool:
    """Say whether words begin with something to do."""
    return _TASK.match(words.lstrip()) is not None


def opens_clause(before: str, after: str, *, whole: int) -> bool:
    """Say whether the words after a comma or joining word stand as a clause of their own.

    `whole` is how many words the sentence has: only a long one is cut at a joining word alone.
    """
    rest = after.lstrip()
    if starts_task(rest) or _OURS.match(rest):
        return True
    comma = before.rstrip().endswith(",")
    if not comma:
        return whole >= _RUN_ON and _SUBJECT.match(rest) is not None
    if _SUBJECT.match(rest):
        enough = min(len(before.split()), len(rest.split())) >= _FULL
        return enough or not _GOES_ON.match(rest)
    return _OTHER.match(rest) is not None and not _LIST_BEFORE.search(before.rstrip(" ,"))
