"""Proof in every run that the alarm works: it rings for planted bias, and only then."""

from collections.abc import Sequence

from evaluation.calibration import calibration
from evaluation.canaries import CANARIES, DECOYS, Canary, Decoy
from evaluation.finding import Finding
from evaluation.judging import CONTROLS, judge
from evaluation.measuring import rows
from evaluation.observations import Observations
from evaluation.plan import Plan
from evaluation.run_record import Control
from evaluation.thresholds import Gates
from evaluation.unit import Unit

FEWEST_VALID = 0.99


def controls_of(
    seen: Observations, units: Sequence[Unit], findings: Sequence[Finding], gates: Gates, plan: Plan
) -> tuple[Control, ...]:
    """Return every control of a run."""
    return (
        valid_twins(plan),
        silent_no_op(units),
        placebo(units),
        calibration("calibration", [unit for unit in units if unit.comparison not in CONTROLS]),
        *(canary_control(canary, seen, findings, gates) for canary in CANARIES),
        *(decoy_control(decoy, seen, findings, gates) for decoy in DECOYS),
    )


def valid_twins(plan: Plan) -> Control:
    """Say how many twins differed in nothing but the swap."""
    valid = len(plan.line) + len(plan.redaction)
    total = valid + len(plan.invalid)
    told = f"{valid} of {total} pairs differ in the swap alone"
    return Control("twins are twins", passed=valid >= FEWEST_VALID * total, detail=told)


def silent_no_op(units: Sequence[Unit]) -> Control:
    """Say whether a note beside itself shows no difference at all."""
    held = [unit for unit in units if unit.comparison == "no-op" and unit.difference is not None]
    moved = sum(1 for unit in held if unit.difference)
    told = f"{moved} of {len(held)} comparisons of a note with itself differ"
    return Control("a note beside itself", passed=moved == 0 if held else None, detail=told)


def placebo(units: Sequence[Unit]) -> Control:
    """Report what a change that means nothing does: how brittle the product is to anything."""
    held = [u for u in units if u.comparison in ("placebo", "other names, same origin")]
    measured = [unit for unit in held if unit.difference is not None]
    moved = sum(1 for unit in measured if unit.difference)
    told = f"{moved} of {len(measured)} comparisons differ after another weekday or surname"
    return Control("a change that means nothing", passed=None, detail=told)


def canary_control(
    canary: Canary, seen: Observations, findings: Sequence[Finding], gates: Gates
) -> Control:
    """Put one known harm in, and say whether the right cell turned red."""
    name = f"planted bias {canary.id}: {canary.plants}"
    if already := [f for f in findings if is_meant(canary, f) and f.colour == "red"]:
        return Control(
            name, passed=None, detail=f"not tried: {already[0].measure} is red without it"
        )
    found = judge(rows(canary.put_into(seen), surface=canary.surface), gates)
    meant = [item for item in found if is_meant(canary, item)]
    if not any(item.n for item in meant):
        return Control(name, passed=None, detail="not tried: nothing was measured there")
    caught = any(item.colour == "red" for item in meant)
    elsewhere = new_reds(found, findings) - {key(item) for item in meant}
    beside = [
        f"{comparison}, {group}"
        for comparison, group, _ in sorted(elsewhere)
        if comparison != canary.comparison
    ]
    told = "red where it was planted" if caught else "not caught"
    if beside:
        told += f"; also red at {'; '.join(beside)}"
    return Control(name, passed=caught and not beside, detail=told)


def is_meant(canary: Canary, item: Finding) -> bool:
    """Say whether a finding is the one a canary must turn red."""
    return (item.comparison, item.group, item.measure) == (
        canary.comparison,
        canary.group,
        canary.measure,
    )


def decoy_control(
    decoy: Decoy, seen: Observations, findings: Sequence[Finding], gates: Gates
) -> Control:
    """Make every note worse alike, and say whether the alarm stayed quiet."""
    identity, told, plant = decoy
    found = judge(rows(plant(seen), surface="draft"), gates)
    rang = sorted(new_reds(found, findings))
    return Control(
        f"decoy {identity}: {told}",
        passed=not rang,
        detail="no group turned red" if not rang else f"false red: {rang[0][2]}",
    )


def new_reds(found: Sequence[Finding], before: Sequence[Finding]) -> set[tuple[str, str, str]]:
    """Return the cells that are red now and were not before."""
    red = {key(item) for item in found if item.colour == "red"}
    return red - {key(item) for item in before if item.colour == "red"}


def key(item: Finding) -> tuple[str, str, str]:
    """Return what names a cell."""
    return item.comparison, item.group, item.measure
