"""Plain findings: one sentence of at most 25 words, filled from the numbers."""

from evaluation.finding import Colour
from evaluation.paired import Difference
from evaluation.thresholds import Gate

SMALL = 0.95  # below this one decimal place would say too little


def say(  # noqa: PLR0913, PLR0917 (a sentence needs its subject, its two groups and its figures)
    subject: str, gate: Gate, group: str, reference: str, colour: Colour, seen: Difference | None
) -> str:
    """Return the sentence for one comparison."""
    if seen is None:
        return f"Not measured: {gate.measure}, {group} beside {reference}."
    if colour == "green":
        within = each(gate, gate.threshold)
        return f"{subject}: {gate.measure} the same for {group} and {reference}, within {within}."
    if colour == "grey" and seen.effect == 0:
        hidden = each(gate, seen.detectable)
        told = f"no difference in {seen.clusters} scenarios, {group}; up to {hidden} could hide"
        return f"{subject}: {gate.measure}: {told}."
    if colour == "grey":
        told = f"too few scenarios to tell about {gate.measure}"
        return f"{subject}: {told}, {group} beside {reference}."
    less, more = gate.pair
    told = gate.says.format(x=amount(gate, seen.effect), less=less if seen.effect < 0 else more)
    small = abs(seen.effect) < gate.threshold
    doubt = "" if colour == "red" else " (within the threshold)" if small else " (not settled)"
    if gate.between:
        return f"{subject} {told} between {group} and {reference}{doubt}."
    return f"{subject} {told} for {group} than for {reference}{doubt}."


def amount(gate: Gate, value: float) -> str:
    """Return the size of a difference in the unit of the words."""
    size = abs(value) * gate.scale
    return f"{size:.1f}" if size >= SMALL else f"{size:.2g}"


def each(gate: Gate, value: float) -> str:
    """Return a size out of the number the words count in."""
    return f"{amount(gate, value)} in {gate.scale:,.0f}"
