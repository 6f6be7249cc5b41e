"""The second look: nothing that was hidden once may still stand anywhere else in the note."""

import re

from models.redaction.merge import Stretch
from models.redaction.ordinary_words import SHORTEST, is_ordinary
from models.redaction.propagation import PARTICLES, opens_a_sentence
from models.redaction.words import squeeze

DIGIT_RUN = re.compile(r"\+?\(?\d(?:[\d\s().–-]*\d)?")
ENOUGH_DIGITS = 6


def look_again(hidden: list[Stretch], text: str) -> list[Stretch]:
    """Return stretches outside those hidden where a hidden word, name or number stands again."""
    covered = bytearray(len(text))
    for one in hidden:
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
    return [*_words_again(hidden, text, covered), *_numbers_again(hidden, text, covered)]


def _worded(surface: str) -> bool:
    letters = sum(c.isalpha() for c in surface)
    return letters >= SHORTEST and surface.casefold() not in PARTICLES


def _words_again(hidden: list[Stretch], text: str, covered: bytearray) -> list[Stretch]:
    surfaces = {
        text[one.start : one.end].casefold(): one for one in reversed(hidden) if one.type != "DOB"
    }
    wanted = sorted((s for s in surfaces if _worded(s)), key=len, reverse=True)
    if not wanted:
        return []
    expression = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)
    again = []
    for match in expression.finditer(text):
        if any(covered[match.start() : match.end()]):
            continue
        surface = match.group()
        if (" " not in surface and is_ordinary(surface)) and (
            not surface[0].isupper() or opens_a_sentence(text, match.start())
        ):
            continue
        first = surfaces.get(surface.casefold())
        if first is not None:
            again.append(Stretch(match.start(), match.end(), first.type, 0.9))
    return again


def _numbers_again(hidden: list[Stretch], text: str, covered: bytearray) -> list[Stretch]:
    numbers = {squeeze(text[one.start : one.end]): one for one in reversed(hidden)}
    long_ones = {
        n: one for n, one in numbers.items() if sum(c.isdigit() for c in n) >= ENOUGH_DIGITS
    }
    if not long_ones:
        return []
    again = []
    for match in DIGIT_RUN.finditer(text):
        if any(covered[match.start() : match.end()]):
            continue
        first = next((one for n, one in long_ones.items() if n in squeeze(match.group())), None)
        if first is not None:
            again.append(Stretch(match.start(), match.end(), first.type, 0.9))
    return again
