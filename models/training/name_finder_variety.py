"""Variety for the name finder.

Other surfaces in the corpus's own sentences, other ordinary words round them.
"""

import random
import re

from models.training.name_finder_notes import MarkedText
from models.training.name_finder_surfaces import Surfaces
from models.training.name_finder_words import chance, disemvowelled, ordinary_words, word_list

CLOCK = re.compile(r"(?<![\w£./:-])(?:[01]?\d|2[0-3])[:.]?[0-5]\d(?![\w/:-]|\.\d)")
SLOT = re.compile(r"\{([A-Z]+)\}")


def vary(source: MarkedText, pools: dict[str, list[str]], rng: random.Random) -> MarkedText:
    """Return a stretch of a note made over.

    Some surfaces, some ordinary words, some case, sometimes one fragment.
    """
    surfaces = Surfaces(rng, pools)
    varied = _swap_surfaces(
        source, surfaces, 0.0 if chance(rng, 0.15) else rng.uniform(0.4, 1.0), rng
    )
    if chance(rng, 0.35):
        varied = _add_fragment(varied, surfaces, rng)
    shortened = 0.45 if chance(rng, 0.15) else 0.0
    varied = _swap_words(varied, rng.choice((0.0, 0.03, 0.1, 0.35)), shortened, rng)
    return _change_case(varied, rng)


def _swap_surfaces(
    source: MarkedText, surfaces: Surfaces, rate: float, rng: random.Random
) -> MarkedText:
    out, spans, at, cut = [], [], 0, 0
    kept: dict[str, bool] = {}
    for start, end, kind in source.spans:
        between, old = source.text[cut:start], source.text[start:end]
        swap = kept.setdefault(old.casefold(), rng.random() < rate)
        new = surfaces.other(kind, old, source.text[:start]) if swap else old
        if kind == "PERSON" and chance(rng, 0.04):
            new = new.lower()
        at += len(between)
        out += [between, new]
        spans.append((at, at + len(new), kind))
        at += len(new)
        cut = end
    out.append(source.text[cut:])
    return MarkedText("".join(out), tuple(spans))


def _add_fragment(source: MarkedText, surfaces: Surfaces, rng: random.Random) -> MarkedText:
    text, spans, cut = rng.choice(["\n", " ", "\n- ", ". "]), [], 0
    fragment = rng.choice(word_list("fragments"))
    for slot in SLOT.finditer(fragment):
        text += fragment[cut : slot.start()]
        kind = slot.group(1)
        old = (
            rng.choice(["Ann", "Ann", "Ann Smith", "Ann Smith", "ann", "AS", "Ann S", "A"])
            if kind == "PERSON"
            else "X"
        )
        surfaces.parts.clear()
        new = surfaces.other(kind, old, fragment[: slot.start()])
        spans.append((len(text), len(text) + len(new), kind))
        text += new
        cut = slot.end()
    text += fragment[cut:]
    if chance(rng, 0.25):
        text = text.lower() if len(text.lower()) == len(text) else text
    shift = len(source.text)
    return MarkedText(
        source.text + text, (*source.spans, *((s + shift, e + shift, k) for s, e, k in spans))
    )


def _other_word(old: str, rng: random.Random) -> str:
    if chance(rng, 0.25):
        new = rng.choice(word_list("care"))
        return new.lower() if old.islower() and chance(rng, 0.5) else new
    if chance(rng, 0.1):
        new = rng.choice(word_list("abbreviations"))
        return new.upper() if chance(rng, 0.3) else new
    new = rng.choice(ordinary_words())
    if old[0].isupper():
        return new.upper() if old.isupper() else new.capitalize()
    return new.capitalize() if chance(rng, 0.05) else new


def _clock(old: str, rng: random.Random) -> str:
    """Return another time of day for one that stands in the note, in another form of writing it."""
    hour, minute = f"{rng.randrange(24):02d}", f"{rng.randrange(60):02d}"
    return rng.choice(
        (f"{hour}{minute}", f"{hour}{minute}", f"{hour}:{minute}", f"{int(hour)}.{minute}", old)
    )


def _swap_words(
    source: MarkedText, rate: float, shortened: float, rng: random.Random
) -> MarkedText:
    def swap(word: re.Match[str]) -> str:
        old = word.group()
        if chance(rng, shortened):
            return disemvowelled(old)
        if not chance(rng, rate):
            return old.capitalize() if chance(rng, 0.01) else old
        return _other_word(old, rng)

    out, spans, at, cut = [], [], 0, 0
    for start, end, kind in (*source.spans, (len(source.text), len(source.text), "")):
        between = re.sub(r"(?<![\w'’])[^\W\d_]{3,}(?![\w'’])", swap, source.text[cut:start])
        between = CLOCK.sub(lambda time: _clock(time.group(), rng), between)
        out += [between, source.text[start:end]]
        at += len(between)
        if kind:
            spans.append((at, at + end - start, kind))
        at += end - start
        cut = end
    return MarkedText("".join(out), tuple(spans))


def _change_case(source: MarkedText, rng: random.Random) -> MarkedText:
    lower, upper = chance(rng, 0.2), chance(rng, 0.05)
    changed = source.text.lower() if lower else source.text.upper() if upper else source.text
    return source if len(changed) != len(source.text) else MarkedText(changed, source.spans)
