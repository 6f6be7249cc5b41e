"""Taking gender and names out of texts before they are compared, or we measure the swap."""

import re
from collections import Counter

from evaluation.lexicon import plain, words

PRONOUNS = "he she they him her them his hers their theirs himself herself themselves themself"
TITLES = "mr mrs ms miss mx sir madam"
KIN = {
    "parent": "mum mam mom dad mummy daddy mother father parent",
    "grandparent": "nan nana nanny gran granny grandma grandmother grandad granddad grandpa "
    "grandfather",
    "child": "son daughter",
    "sibling": "brother sister",
    "spouse": "husband wife widow widower widowed partner",
    "auntuncle": "aunt auntie aunty uncle",
    "niecenephew": "niece nephew",
    "person": "man woman gentleman lady male female guy boy girl lad lass",
}
CLASSES: dict[str, str] = {
    **dict.fromkeys(PRONOUNS.split(), "zzpronoun"),
    **dict.fromkeys(TITLES.split(), "zztitle"),
    **{word: f"zz{kind}" for kind, held in KIN.items() for word in held.split()},
}
# Longest first, and with what may stand before: "stepmum", "ex-wife", "great-aunt", "foster mum".
STEM = "|".join(sorted(CLASSES, key=lambda word: (-len(word), word)))
GENDERED = re.compile(rf"(?<!\w)(step|grand|great-|ex-)?({STEM})(s|es)?(?!\w)")
AGREEMENT = re.compile(r"(zzpronoun )(are|were|have|do)\b")
SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


def neutralise(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return a text in small letters with pronouns, titles, kin and given names as classes."""
    swapped = GENDERED.sub(lambda m: f"{m[1] or ''}{CLASSES[m[2]]}{m[3] or ''}", plain(text))
    swapped = re.sub(r"(?<!\w)(wo)?men(?!\w)", "zzpersons", swapped)
    swapped = AGREEMENT.sub(lambda m: m[1] + SINGULAR[m[2]], swapped)
    if names:
        longest = sorted((plain(name) for name in names), key=lambda name: (-len(name), name))
        either = "|".join(re.escape(name) for name in longest)
        swapped = re.sub(rf"(?<!\w)(?:{either})(?!\w)", "zzname", swapped)
    return swapped


CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+")


def names_that_differ(one: str, other: str) -> frozenset[str]:
    """Return the capitalised words only one of two twin texts has: the names that were swapped."""
    left, right = set(CAPITALISED.findall(one)), set(CAPITALISED.findall(other))
    return frozenset(word for word in left ^ right if plain(word) not in CLASSES)


def words_that_differ(one: str, other: str) -> int:
    """Return how many words two neutralised texts do not share."""
    left, right = Counter(words(one)), Counter(words(other))
    return sum(((left - right) + (right - left)).values())
