"""Reading without gender: one word for each class of people, and the way back to what was typed."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from models.text import Span

# Each class with its words; a plural or possessive "s" is carried over. Every rule and every
# number the reader weighs is taken from the neutral text, so that a swap can change no reading.
_CLASSES = {
    "they": "he she they",
    "theys": "hes shes theys",
    "their": "him her his hers them their theirs",
    "themselves": "himself herself themself themselves hisself",
    "parent": "mum mam mom mummy mammy mommy mother mama dad daddy father papa parent",
    "grandparent": "nan nana nanna nannan nanny gran granny grandma gma grandmother grandad "
    "granddad grandpa granda gdad grandfather gramps grandparent",
    "mgp": "mgm mgf mgp",
    "pgp": "pgm pgf pgp",
    "grandchild": "grandson granddaughter grandaughter gdtr grandtr grandchild",
    "godparent": "godmother godfather godparent",
    "offspring": "son daughter dtr offspring",
    "sibling": "brother sister bro sis sibling",
    "relative": "aunt auntie aunty uncle niece nephew relative",
    "spouse": "husband wife hubby spouse",
    "widowed": "widow widower widowed",
    "partner": "boyfriend girlfriend fiance fiancee fiancé fiancée partner",
    "adult": "man woman lady gentleman gent male female bloke guy adult",
    "youngster": "boy girl lad lass youngster",
    "parental": "maternal paternal parental",
}
_PLURALS = {
    "adults": "men women ladies gentlemen",
    "youngsters": "lasses",
    "spouses": "wives",
    "grandchildren": "grandchildren",
}
_ALL = {**_CLASSES, **_PLURALS}
_CLASS_OF = {word: name for name, words in _ALL.items() for word in words.split()}
_WORD = re.compile(
    r"(?<![^\W_])(?P<before>step-?|great-?|half-?|ex-?)?"
    rf"(?P<word>{'|'.join(sorted(_CLASS_OF, key=lambda w: (-len(w), w)))})(?P<many>s)?(?![^\W_])"
    r"|(?<!\w)(?P<title>mrs?(?!\w)|"
    # "MS" may be an illness and "miss" a verb: these two are titles only before a name.
    r"(?<!\bi )(?<!ll )(?<!to )(?<!they )(?<!you )(?<!he )(?<!not )(?<!lly )"
    r"(?-i:Ms|ms|Miss|miss)(?=\.?\s+(?:(?-i:[A-Z])|\[PERSON)))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Neutral:
    """A text in neutral words, and where each stretch of it stands in the text as typed."""

    text: str = field(repr=False)
    swapped: tuple[tuple[Span, Span], ...]  # neutral place, typed place

    def back(self, span: Span) -> Span:
        """Return where a stretch of the neutral text stands in the text as typed."""
        return Span(self._typed(span.start, end=False), self._typed(span.end, end=True))

    def _typed(self, position: int, *, end: bool) -> int:
        at = bisect_right(self.swapped, position, key=lambda pair: pair[0].start) - 1
        if at < 0:
            return position
        neutral, typed = self.swapped[at]
        if position == neutral.start:
            return typed.start
        if position < neutral.end:
            return typed.end if end else typed.start
        return typed.end + position - neutral.end


def neutral(text: str) -> Neutral:
    """Return a text with one word for each class of people that gender divides."""
    built: list[str] = []
    swapped: list[tuple[Span, Span]] = []
    at = length = 0
    for match in _WORD.finditer(text):
        word = _in_neutral(match)
        start = length + match.start() - at
        built += [text[at : match.start()], word]
        at, length = match.end(), start + len(word)
        swapped.append((Span(start, length), Span(*match.span())))
    return Neutral("".join([*built, text[at:]]), tuple(swapped))


def _in_neutral(match: re.Match[str]) -> str:
    typed = match.group()
    if match["title"]:
        word = "mx"  # whatever it was: "mrs" and "ms" stand beside "mr"
    else:
        many = "s" if match["many"] else ""
        word = (match["before"] or "").lower() + _CLASS_OF[match["word"].lower()] + many
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[0].isupper() else word
