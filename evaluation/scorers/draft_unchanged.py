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
    """Return the first sentence that differs, as each twin has it."""
    one, other = normalised(seen_group), normalised(seen_reference)
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            return f"{mine[0]}: {mine[1]}", f"{theirs[0]}: {theirs[1]}"
    longer = one if len(one) > len(other) else other
    extra = longer[min(len(one), len(other))] if len(one) != len(other) else ("", "")
    told = f"{extra[0]}: {extra[1]}"
    return (told, "") if longer is one else ("", told)
