"""The net: a word that nothing explains is hidden where the sentence gives it a name's place.

After a kin or role word, before a verb of saying, after "called" or "spoke to", before "'s mum".
"""

import re

from models.redaction.merge import Stretch
from models.redaction.name_words import (
    BODIES,
    FUNCTIONS,
    KIN,
    KIN_NOUNS,
    MONTHS,
    TITLES,
    VERBS,
    VOWEL,
    WORD_NAMES,
    frequency,
    is_month_here,
    is_placed_word,
)
from models.redaction.propagation import opens_a_sentence

WORD = re.compile(r"(?<![\w@#/&.'’-])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@&]|/\w)")
ROLE_BEFORE = re.compile(
    r"""(?<![\w'’-])(?:""" + "|".join(sorted(KIN, key=len, reverse=True)) + r"""|
    sw|ssw|hv|fsw|fc|gp|cpn|iro|tm|worker|carer|nurse|midwife|keyworker|kw|neighbour|neighb|friend|
    frnd|mate|landlord|landlady|teacher|advocate|interpreter|solicitor|mentor|manager|officer|
    caller|resident|patient|client|pupil|pc|ds|dc|mr|mrs|ms|miss|dr)\.?[ ]$""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
NAMING_BEFORE = re.compile(
    r"(?<!\w)(?:called|named|known as|aka|name is|name's|goes by|surname|née|i am|i'm|this is)[ ]$",
    re.IGNORECASE,
)
MEETING_BEFORE = re.compile(
    r"""(?<!\w)(?:spoke[ ](?:to|with)|speaking[ ](?:to|with)|spk[ ]to|s/w|met[ ]with|
    t/c[ ](?:to|from|with)|call[ ]from|signed|seen|saw|asked|told|rang|phoned|texted|visited|with|
    and|send|give|gave|ask|tell|ring|phone|email|text|show|pay|help|remind|thank|meet|visit)[ ]$""",
    re.IGNORECASE | re.VERBOSE,
)
SAYING_AFTER = re.compile(
    r"""[ ](?:said|says|told|rang|reports|reported|texted|phoned|asked|states|stated|confirmed|
    disclosed|explained|replied|denies|denied|cried|attended|arrived|lives|wants|feels|thinks|
    rings|tells|asks)\b""",
    re.VERBOSE,
)
MODAL_PAST_AFTER = re.compile(r"[ ](?:said|says|rang|told|came|went|was|is|has|had|[a-z]{3,}ed)\b")
GIVEN_AFTER = re.compile(r"[ ](?:the|a|an|his|her|their|my|[A-Z][a-z]+)\b")
KIN_AFTER = re.compile(r"['’]s[ ](?:" + "|".join(sorted(KIN_NOUNS)) + r")\b", re.IGNORECASE)
MODALS = frozenset({"will", "may", "mark"})
KNOWN, EVERYDAY, UNHEARD = 3.6, 4.6, 1.6
NEAR = 24
SCORE = 0.55


def in_name_places(hidden: list[Stretch], text: str) -> list[Stretch]:
    """Return further stretches: unexplained words that stand where the sentence puts a name."""
    covered = bytearray(len(text))
    for one in hidden:
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
    return [
        Stretch(start, end, "PERSON", SCORE)
        for word, start, end in open_words(text, covered)
        if _has_place(word, start, end, text)
    ]


def open_words(text: str, covered: bytearray) -> list[tuple[str, int, int]]:
    """Return every word outside what is hidden, without its possessive, with its place."""
    words = []
    for match in WORD.finditer(text):
        word = re.sub(r"['’]s$", "", match.group())
        start, end = match.start(), match.start() + len(word)
        if not any(covered[start:end]):
            words.append((word, start, end))
    return words


def _has_place(word: str, start: int, end: int, text: str) -> bool:
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if word[0].isupper():
        return _has_place_with_capital(word, start, before, after, text)
    if word in MODALS:
        return bool(ROLE_BEFORE.search(before) and MODAL_PAST_AFTER.match(after))
    if not is_unheard(word):
        return False
    return bool(
        ROLE_BEFORE.search(before)
        or NAMING_BEFORE.search(before)
        or (SAYING_AFTER.match(after) and len(word) > 4)  # noqa: PLR2004 - shorter ones are shorthand
        or KIN_AFTER.match(after)
    )


def is_unheard(word: str) -> bool:
    """Say whether a word in lower case is in no dictionary and no shorthand of letters left out."""
    vowels = len(VOWEL.findall(word))
    return (
        len(word) > 3  # noqa: PLR2004 - shorter ones are shorthand
        and vowels * 4 >= len(word)
        and "'" not in word
        and "-" not in word
        and frequency(word) < UNHEARD
        and not is_placed_word(word)
    )


def _has_place_with_capital(word: str, start: int, before: str, after: str, text: str) -> bool:
    low = word.casefold()
    if is_explained(word, start, text):
        return False
    opens = opens_a_sentence(text, start)
    common = frequency(word)
    limit = KNOWN - 0.3 if opens else KNOWN
    saying = SAYING_AFTER.match(after) is not None
    role = not opens and ROLE_BEFORE.search(before) is not None
    if role and (saying or common < EVERYDAY or low in WORD_NAMES):
        return True
    if not opens and NAMING_BEFORE.search(before):
        return common < EVERYDAY or low in WORD_NAMES
    if saying or KIN_AFTER.match(after) is not None:
        return common < limit or (low in WORD_NAMES and (saying or not opens))
    if opens or MEETING_BEFORE.search(before) is None:
        return False
    return common < limit or (low in WORD_NAMES and GIVEN_AFTER.match(after) is not None)


def is_explained(word: str, start: int, text: str) -> bool:
    """Say whether a list or its shape explains a word with a capital: no name is needed."""
    low = word.casefold()
    if low in WORD_NAMES and low not in MONTHS:
        return len(word) < 2 or word.isupper()  # noqa: PLR2004 - a letter is no word
    return (
        len(word) < 2  # noqa: PLR2004
        or word.isupper()  # an abbreviation or a shouted line
        or VOWEL.search(word) is None
        or low in BODIES
        or low in TITLES
        or low in FUNCTIONS
        or low in VERBS
        or is_placed_word(word)
        or is_month_here(text, start, word)
    )
