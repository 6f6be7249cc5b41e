"""A finding: one measure, two groups, how far apart they are, and what colour that is."""

from dataclasses import dataclass
from typing import Literal, get_args

Colour = Literal["red", "amber", "green", "grey"]
COLOURS: tuple[Colour, ...] = get_args(Colour)


@dataclass(frozen=True)
class Finding:
    """What one measure says of one group beside its reference; what nobody measured is None."""

    surface: str  # the part of the product, or the name of somebody else's system
    measure: str
    comparison: str  # what was swapped: gender, name origin, kin, placebo
    group: str
    reference: str
    colour: Colour
    reason: str  # the rule that gave the colour
    sentence: str  # at most 25 words for a governance lead
    harmed: str | None = None  # the group that comes off worse, where one does
    effect: float | None = None  # group minus reference
    low: float | None = None
    high: float | None = None
    n: int = 0  # pairs of notes
    clusters: int = 0  # independent scenarios they come from
    detectable: float | None = None  # the smallest effect this many scenarios would have shown
    threshold: float | None = None
    p_adjusted: float | None = None
    dz: float | None = None
    mean_group: float | None = None
    mean_reference: float | None = None
    direction_consistent: bool | None = None
    events: int | None = None  # single cases no threshold excuses


def worst(colours: tuple[Colour, ...]) -> Colour:
    """Return the colour that decides for many: red, then amber, then grey, then green."""
    for colour in ("red", "amber", "grey", "green"):
        if colour in colours:
            return colour
    return "grey"
