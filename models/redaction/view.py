"""The note as the recognisers read it.

Disguises taken off, and every character's place in the note kept.
"""

import unicodedata
from dataclasses import dataclass, field

_QUOTES = dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032", "'") | dict.fromkeys("\u201c\u201d", '"')
_SPACES = dict.fromkeys("\u00a0\u202f\u2007\u2009\t", " ") | dict.fromkeys("\u2010\u2011", "-")
_PLAIN = _QUOTES | _SPACES
# Letters of other alphabets that pass for Latin ones.
_CONFUSABLE = dict(
    zip(
        "аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅοαρντικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijsdhABEKMHOPCTYXIJSoapvtikABEZHIKMNOPTYX",
        strict=True,
    )
)


@dataclass(frozen=True)
class View:
    """The plain reading of a note, and each of its characters' place in the note itself."""

    text: str = field(repr=False)
    places: tuple[int, ...] = field(repr=False)

    def to_note(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the note that a stretch of this reading stands for."""
        return self.places[start], self.places[end - 1] + 1


def read_plainly(text: str) -> View:
    """Return the plain reading: one character for one, format characters left out."""
    out, places = [], []
    mixed = any(c in _CONFUSABLE for c in text) and any("a" <= c.lower() <= "z" for c in text)
    for place, char in enumerate(text):
        if unicodedata.category(char) == "Cf":
            continue
        plain = _PLAIN.get(char, char)
        if mixed:
            plain = _CONFUSABLE.get(plain, plain)
        if ord(plain) > 0xFF00 or "\U0001d400" <= plain <= "\U0001d7ff":  # noqa: PLR2004 - full width, mathematical letters
            folded = unicodedata.normalize("NFKC", plain)
            plain = folded if len(folded) == 1 else plain
        out.append(plain)
        places.append(place)
    return View("".join(out), tuple(places))
