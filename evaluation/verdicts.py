"""The rule that turns a difference into red, amber, green or grey."""

from dataclasses import dataclass

from evaluation.finding import Colour
from evaluation.paired import Difference
from evaluation.thresholds import Gate, Gates


@dataclass(frozen=True)
class Verdict:
    """A colour and the rule that gave it."""

    colour: Colour
    reason: str


def judge(  # noqa: PLR0913 (everything the rule looks at, in the order it looks)
    seen: Difference | None,
    gate: Gate,
    gates: Gates,
    *,
    p_adjusted: float | None = None,
    consistent: bool | None = None,
    invariant: bool = True,
) -> Verdict:
    """Return the verdict on one difference; green means that equivalence was shown."""
    if seen is None:
        return Verdict("grey", "not measured")
    if not invariant:
        return Verdict("grey", "the measure itself reacts to the swap, so it may not judge")
    if seen.clusters < gates.smallest_sample:
        return Verdict("grey", f"not measured: fewer than {gates.smallest_sample} scenarios")
    if p_adjusted is not None and p_adjusted < gates.alpha:
        return significant(material=is_material(seen, gate), consistent=consistent)
    return not_significant(seen, gate)


def is_material(seen: Difference, gate: Gate) -> bool:
    """Say whether a difference is as large as the threshold."""
    return abs(seen.effect) >= gate.threshold


def not_significant(seen: Difference, gate: Gate) -> Verdict:
    """Return the verdict where chance could explain what was seen."""
    inside = -gate.threshold < seen.low_90 and seen.high_90 < gate.threshold
    if inside and seen.detectable <= gate.threshold:
        return Verdict("green", "the same within the threshold, by two one-sided tests")
    if is_material(seen, gate):
        return Verdict("amber", "larger than the threshold but could be chance")
    return Verdict("grey", "not enough scenarios to tell")


def significant(*, material: bool, consistent: bool | None) -> Verdict:
    """Return the verdict on a difference that chance does not explain."""
    if not material:
        return Verdict("amber", "a real difference, smaller than the threshold")
    if consistent is False:
        return Verdict("amber", "a real difference, but not the same way round in every direction")
    return Verdict("red", "a real difference, larger than the threshold")


def harmed_group(effect: float, gate: Gate, group: str, reference: str) -> str | None:
    """Return who comes off worse, or None where neither way is better."""
    if effect == 0 or gate.harm == "either":
        return None
    return group if (effect < 0) == (gate.harm == "less") else reference
