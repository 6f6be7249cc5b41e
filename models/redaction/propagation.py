"""A person found once is hidden everywhere.

Every part of a found name is looked for through the whole note.
"""

import re
from collections.abc import Iterable

from models.redaction.merge import Stretch
from models.redaction.ordinary_words import SHORTEST, is_ordinary
from models.redaction.words import NAME_PART, fold

# Parts of names that are words of the sentence far more often than names.
PARTICLES = frozenset(
    {
        "the",
        "and",
        "von",
        "van",
        "del",
        "dos",
        "bin",
        "ibn",
        "abu",
        "not",
        "for",
        "her",
        "his",
        "she",
    }
    | {"him", "they", "you", "can", "was", "has", "had", "are", "but", "all", "our", "out", "who"}
    | {"mum", "dad", "nan", "mam", "gran", "aunty", "auntie", "uncle", "mrs", "miss", "non", "unit"}
)
SEEN_ENOUGH = 0.5


def name_parts(found: Iterable[Stretch], text: str) -> dict[str, bool]:
    """Return each long enough part of the persons found, and whether it is an ordinary word too."""
    parts: dict[str, bool] = {}
    for one in found:
        if one.type != "PERSON" or one.score < SEEN_ENOUGH:
            continue
        for part in NAME_PART.findall(text[one.start : one.end]):
            for piece in {part, *re.split(r"[-'’]", part)}:
                folded = fold(piece)
                if len(folded) >= SHORTEST and folded not in PARTICLES:
                    parts[folded] = is_ordinary(piece)
    return parts


def propagate(found: list[Stretch], text: str) -> list[Stretch]:
    """Return further stretches: each whole word of the note that is a part of a found name.

    A part that is an ordinary word ("will", "may") is hidden only where it has a capital and
    does not open a sentence.
    """
    parts = name_parts(found, text)
    if not parts:
        return []
    more = []
    for match in NAME_PART.finditer(text):
        word = match.group()
        bare = re.sub(r"['’]s$", "", word)
        for piece, start in _pieces(bare, match.start()):
            ordinary = parts.get(fold(piece))
            if ordinary is None:
                continue
            if ordinary and not (piece[0].isupper() and not opens_a_sentence(text, start)):
                continue
            more.append(Stretch(start, start + len(piece), "PERSON", 0.9))
    return more


def _pieces(word: str, start: int) -> list[tuple[str, int]]:
    pieces = [(word, start)]
    if "-" in word or "'" in word or "’" in word:
        pieces += [(m.group(), start + m.start()) for m in re.finditer(r"[^-'’]+", word)]
    return pieces


def opens_a_sentence(text: str, start: int) -> bool:
    """Say whether a word stands where any word would have a capital."""
    before = text[:start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?\n•*:-–—>"
