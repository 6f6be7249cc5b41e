"""A word with a capital that touches a found name belongs to it.

"Ash" of "Ash Teal", the initial of "J. Obi" and of "Obi, J", the other names of a list of names.
"""

import re

from models.redaction.merge import Stretch
from models.redaction.name_words import BODIES, could_be_name, is_month_here
from models.redaction.propagation import opens_a_sentence

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
BEFORE = re.compile(rf"(?<![\w'’@/.-])({_WORD})(?:[ ]|-|(?<=[A-Z])['’])$")
AFTER = re.compile(rf"(?:[ ]|-)({_WORD})(?![\w@])")
INITIALS_BEFORE = re.compile(r"(?<![\w'’&/.-])((?:[A-Z]\.[ ]?){1,3}|[A-HJ-Z][ ])[ ]?$")
PARTICLE_AFTER = re.compile(
    r"[ ](?:ap|ab|ferch|bin|bint|ibn|abu|al|el|de|da|do|dos|del|van|von|der|ní|nic|mac|ó|uí)[ ]",
    re.IGNORECASE,
)
INITIAL_AFTER = re.compile(r",?[ ]([A-HJ-Z]\.?)(?![\w'’&/-]|[ ]?(?:&|and[ ]E\b))")
LISTED_BEFORE = re.compile(rf"(?<![\w'’@/.-])({_WORD})[ ]?(?:,|/|\+|&|,?[ ]and|,?[ ]or)[ ]?$")
LISTED_AFTER = re.compile(rf"[ ]?(?:,|/|\+|&|,?[ ]and|,?[ ]or)[ ]?({_WORD})(?![\w@])")
REACH = 40
SURE = 0.85
ROUNDS = 4


def touching(hidden: list[Stretch], text: str) -> list[Stretch]:
    """Return further stretches: the words and initials that touch a found person."""
    taken = bytearray(len(text))
    for one in hidden:
        taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    added: list[Stretch] = []
    wave = [one for one in hidden if one.type == "PERSON"]
    for _ in range(ROUNDS):
        wave = [more for one in wave for more in _beside(one, text, taken)]
        added += wave
        if not wave:
            break
    return added


def _beside(one: Stretch, text: str, taken: bytearray) -> list[Stretch]:
    found = []
    for start, end, joined in _places(one, text):
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            whole = (min(start, one.start), max(end, one.end)) if joined else (start, end)
            found.append(Stretch(*whole, "PERSON", SURE))
    return found


def _places(one: Stretch, text: str) -> list[tuple[int, int, bool]]:
    """Return where words beside one name belong to it, or (not joined) to its list."""
    surface = text[one.start : one.end]
    if not surface[:1].isupper():
        return []
    left = max(0, one.start - REACH)
    before, after = text[left : one.start], text[one.end : one.end + REACH]
    words = (
        (BEFORE.search(before), left, True),
        (AFTER.match(after), one.end, True),
        (LISTED_BEFORE.search(before), left, False),
        (LISTED_AFTER.match(after), one.end, False),
    )
    places = [
        (at + match.start(1), at + match.end(1), joined)
        for match, at, joined in words
        if match and _fits(match.group(1), at + match.start(1), text, joined=joined)
    ]
    return [*places, *_initials(one, text, before, after)]


def _initials(one: Stretch, text: str, before: str, after: str) -> list[tuple[int, int, bool]]:
    places = []
    left = one.start - len(before)
    first = INITIALS_BEFORE.search(before)
    if first and _is_initial(left + first.start(1), first.group(1), text):
        places.append((left + first.start(1), left + first.end(1), True))
    last = INITIAL_AFTER.match(after)
    if last and " " not in text[one.start : one.end]:
        places.append((one.end + last.start(1), one.end + last.end(1), True))
    particle = PARTICLE_AFTER.match(after)
    if particle and text[one.end + particle.end() : one.end + particle.end() + 1].isupper():
        word = re.match(_WORD, text[one.end + particle.end() :])
        if word:
            places.append((one.end + 1, one.end + particle.end() - 1, True))
    return places


def _fits(word: str, start: int, text: str, *, joined: bool) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    opens = text[start - 1 : start] != "-" and opens_a_sentence(text, start)
    if bare.casefold() in BODIES or is_month_here(text, start, bare):
        return False
    return (joined or not opens) and could_be_name(bare, opens=opens)


def _is_initial(start: int, letters: str, text: str) -> bool:
    """Say whether a letter before a name is an initial, not a list's letter or the word "A"."""
    opens = opens_a_sentence(text, start)
    return not (opens and letters.strip(". ") in ("A", "B", "C", "D", "E", "F", "I"))
