"""Is the draft the same for both twins, once placeholders are numbered alike?"""

import re

from evaluation.neutralise import neutralise
from evaluation.product import Observed
from models.text import PLACEHOLDER

NUMBERED = re.compile(PLACEHOLDER.pattern)


def normalised(seen: Observed) -> tuple[tuple[str, str], ...]:
    """Return headings and sentences with placeholders in order of appearance, gender taken out."""
    order: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        return order.setdefault(found[0], f"[{found[1]}_{len(order) + 1}]")

    return tuple((key, neutralise(NUMBERED.sub(numbered, text))) for key, text in seen.sentences)


def changed(seen_group: Observed, seen_reference: Observed) -> bool:
    """Say whether the two drafts differ."""
    return normalised(seen_group) != normalised(seen_reference)


def first_difference(seen_group: Observed, seen_reference: Observed) -> tuple[str, str]:
    """Return the first sentence that differs, as each twin's draft has it."""
    one, other = normalised(seen_group), normalised(seen_reference)
    for place in range(max(len(one), len(other))):
        if one[place : place + 1] != other[place : place + 1]:
            return shown(seen_group, place), shown(seen_reference, place)
    return "", ""


def shown(seen: Observed, place: int) -> str:
    """Return one sentence of a draft under its heading; nothing where the draft has ended."""
    if place >= len(seen.sentences):
        return ""
    key, text = seen.sentences[place]
    return f"{key}: {text}"
