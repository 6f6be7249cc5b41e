"""Variety for the name finder: other surfaces in the corpus's own sentences, other ordinary words round them."""

import random
import re

from models.training.name_finder_notes import MarkedText
from models.training.name_finder_surfaces import Surfaces
from models.training.name_finder_words import ABBREVIATIONS, CARE, ordinary_words

FRAGMENTS = (
    "lives at {ADDRESS}.", "moved to {ADDRESS}, {PLACE}", "addr now {ADDRESS}", "staying w/ {PERSON} at {ADDRESS}",
    "{PERSON} attends {ORG}.", "school is {ORG}", "rang {ORG}, spoke to {PERSON}", "transferred from {ORG} to {ORG}",
    "nursery ({ORG}) no concerns", "works at {ORG} nights", "GP is Dr {PERSON} at {ORG}", "family from {PLACE}",
    "wants to move back to {PLACE}", "got the train to {PLACE}", "{PERSON} and {PERSON} both seen",
    "also there: {PERSON}, {PERSON} and {PERSON}", "- {PERSON} to ring {PERSON} re {PERSON}", "cc {PERSON}, {PERSON}",
    "Present: {PERSON} (mum), {PERSON} (HV), {PERSON}", "{PERSON}'s dad {PERSON}", "mum's new bf {PERSON}",
    "Mr {PERSON} from {ORG}", "Mrs {PERSON} next door", "told {PERSON} off", "{PERSON} said no", "asked {PERSON}",
    "{PERSON} upset.", "saw {PERSON} on own", "carer {PERSON} called", "nan {PERSON} has him weekends",
    "{PERSON} & {PERSON} @ {ADDRESS}", "discharged from {ORG}", "contact at {ORG} w {PERSON}", "SW {PERSON}",
    "{PERSON}", "{PERSON} / {PERSON}", "T/C {PERSON}", "email from {PERSON}, {ORG}", "seen in {PLACE} with {PERSON}",
)  # fmt: skip
SLOT = re.compile(r"\{([A-Z]+)\}")


def vary(source: MarkedText, pools: dict[str, list[str]], rng: random.Random) -> MarkedText:
    """Return a stretch of a note made over: some surfaces, some ordinary words, some case, sometimes one fragment."""
    surfaces = Surfaces(rng, pools)
    varied = _swap_surfaces(
        source, surfaces, 0.0 if rng.random() < 0.15 else rng.uniform(0.4, 1.0), rng
    )  # noqa: PLR2004
    if rng.random() < 0.35:  # noqa: PLR2004
        varied = _add_fragment(varied, surfaces, rng)
    varied = _swap_words(varied, rng.choice((0.0, 0.03, 0.1, 0.35)), rng)
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
        if kind == "PERSON" and rng.random() < 0.04:  # noqa: PLR2004
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
    fragment = rng.choice(FRAGMENTS)
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
    if rng.random() < 0.25:  # noqa: PLR2004
        text = text.lower() if len(text.lower()) == len(text) else text
    shift = len(source.text)
    return MarkedText(
        source.text + text, (*source.spans, *((s + shift, e + shift, k) for s, e, k in spans))
    )


def _other_word(old: str, rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.25:  # noqa: PLR2004
        new = rng.choice(CARE)
        return new.lower() if old.islower() and rng.random() < 0.5 else new  # noqa: PLR2004
    if roll < 0.33:  # noqa: PLR2004
        new = rng.choice(ABBREVIATIONS)
        return new.upper() if rng.random() < 0.3 else new  # noqa: PLR2004
    new = rng.choice(ordinary_words())
    if old[0].isupper():
        return new.upper() if old.isupper() else new.capitalize()
    return new.capitalize() if rng.random() < 0.05 else new  # noqa: PLR2004


def _swap_words(source: MarkedText, rate: float, rng: random.Random) -> MarkedText:
    def swap(word: re.Match[str]) -> str:
        if rng.random() >= rate:
            return word.group().capitalize() if rng.random() < 0.01 else word.group()  # noqa: PLR2004
        return _other_word(word.group(), rng)

    out, spans, at, cut = [], [], 0, 0
    for start, end, kind in (*source.spans, (len(source.text), len(source.text), "")):
        between = re.sub(r"(?<![\w'’])[^\W\d_]{3,}(?![\w'’])", swap, source.text[cut:start])
        out += [between, source.text[start:end]]
        at += len(between)
        if kind:
            spans.append((at, at + end - start, kind))
        at += end - start
        cut = end
    return MarkedText("".join(out), tuple(spans))


def _change_case(source: MarkedText, rng: random.Random) -> MarkedText:
    roll = rng.random()
    changed = (
        source.text.lower() if roll < 0.2 else source.text.upper() if roll < 0.24 else source.text
    )  # noqa: PLR2004
    return source if len(changed) != len(source.text) else MarkedText(changed, source.spans)
