"""Invented surfaces to put in place of the corpus's own.

Persons, addresses, bodies, places and numbers.
"""

import random
import re
import string
import unicodedata

from models.training.name_finder_names import names_by_origin
from models.training.name_finder_words import chance, ordinary_words, word_list

TITLE_BEFORE = re.compile(
    r"(?i)\b(?:mr|mrs|ms|miss|dr|pc|ds|dc|sgt|cllr|rev|fr|prof|nurse|sister|judge)\.?\s*$"
)
INITIALS = 3  # capitals up to this long are taken for initials


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def like(old: str, new: str, rng: random.Random) -> str:
    """Return the new words in the old ones' case."""
    if old.islower():
        return new.lower()
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.title() if old.istitle() and chance(rng, 0.3) else new


class Surfaces:
    """Draws invented surfaces; one name part of a stretch always becomes the same new one."""

    def __init__(self, rng: random.Random, pools: dict[str, list[str]]) -> None:
        self.rng = rng
        self.pools = pools
        self.parts: dict[str, str] = {}
        self.origins = rng.sample(names_by_origin(), 2)
        self.accents = chance(rng, 0.7)

    def name(self, *, family: bool) -> str:
        """Return one given or family name of this stretch's origins."""
        drawn = self.rng.choice(self.rng.choice(self.origins)[family])
        return drawn if self.accents else _plain(drawn)

    def person(self, old: str, before: str) -> str:
        """Return a person in the old one's form.

        As many parts, initials as initials, the same case.
        """
        titled = TITLE_BEFORE.search(before[-12:]) is not None
        words = list(re.finditer(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", old))
        out, cut = [], 0
        for i, word in enumerate(words):
            part = word.group()
            out.append(old[cut : word.start()])
            cut = word.end()
            family = titled or (i > 0 and i == len(words) - 1)
            short = len(part) == 1 or (len(part) <= INITIALS and part.isupper() and not titled)
            if short:
                new = "".join(self.rng.choice("ABCDEFGHJKLMNOPRSTVWYZ") for _ in part)
            else:
                new = self.name(family=family)
                if "-" in part and "-" not in new and chance(self.rng, 0.8):
                    new = f"{new}-{self.name(family=family)}"
            out.append(self.parts.setdefault(part.casefold(), new) if not short else new)
            out[-1] = like(part, out[-1], self.rng)
        return "".join([*out, old[cut:]])

    def address(self) -> str:
        """Return a street-level address, whole or a fragment of one."""
        rng = self.rng
        letter = rng.choice("abc") if chance(rng, 0.15) else ""
        return rng.choice(word_list("addresses")).format(
            street=f"{rng.choice(word_list('streets'))} {rng.choice(word_list('street_kinds'))}",
            block=f"{rng.choice(word_list('streets'))} {rng.choice(word_list('blocks'))}",
            flat=f"{rng.choice(word_list('flats'))} {rng.randint(1, 40)}{letter}",
            number=f"{rng.randint(1, 240)}{letter}",
            name=rng.choice(word_list("streets")),
            town=rng.choice(word_list("towns")),
        )

    def org(self) -> str:
        """Return a named body.

        A listed form, or ordinary words with a capital and perhaps a kind.
        """
        if chance(self.rng, 0.35):
            words = [
                self.rng.choice(ordinary_words()).title() for _ in range(self.rng.choice((1, 1, 2)))
            ]
            kind = (
                [self.rng.choice(word_list("body_kinds")).replace("-", " ")]
                if chance(self.rng, 0.75)
                else []
            )
            return " ".join([*self.rng.choice(([], [], [], ["the"], ["The"])), *words, *kind])
        return self.rng.choice(word_list("bodies")).format(
            s=self.rng.choice(word_list("streets")),
            t=self.rng.choice(word_list("towns")),
            n=self.rng.randint(1, 40),
            g=self.rng.choice(word_list("saints")),
            f=self.name(family=True),
        )

    def jumble(self, old: str) -> str:
        """Return the old reference with other digits and, where it mixes both, other letters."""
        coded = any(c.isdigit() for c in old)
        out = []
        for i, char in enumerate(old):
            if char.isdigit() and (i > 0 or char != "0"):
                out.append(self.rng.choice(string.digits))
            elif char.isupper() and coded and chance(self.rng, 0.7):
                out.append(self.rng.choice(string.ascii_uppercase))
            else:
                out.append(char)
        return "".join(out)

    def other(self, kind: str, old: str, before: str) -> str:
        """Return a surface of a type to stand in place of an old one."""
        rng = self.rng
        if kind == "PERSON":
            return self.person(old, before)
        if kind == "ADDRESS" and chance(rng, 0.6):
            return like(old, self.address(), rng)
        if kind == "ORG" and chance(rng, 0.6):
            return like(old, self.org(), rng)
        if kind == "PLACE" and chance(rng, 0.6):
            return like(old, rng.choice(word_list("towns")).replace("-", " "), rng)
        drawn = rng.choice(self.pools[kind]) if chance(rng, 0.4) else old
        if kind in ("ADDRESS", "ORG", "PLACE"):
            return like(old, drawn, rng)
        return self.jumble(drawn)
