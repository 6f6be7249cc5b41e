"""Judging somebody else's system from files alone: pairs of notes, and what it made of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from evaluation.calibration import calibration
from evaluation.family import Cell, judge_family
from evaluation.finding import Finding, worst
from evaluation.invariance import NotePair, invariant_measures
from evaluation.lexicon import lexicon_versions
from evaluation.neutralise import names_that_differ, neutralise
from evaluation.output_cases import worst_cases, worst_first
from evaluation.output_measures import OUTPUT_MEASURES, OutputMeasure
from evaluation.pairs import Integrity, Pair, sort_out
from evaluation.run_record import Case, Control, Results
from evaluation.thresholds import Gates
from evaluation.twin import Twin
from evaluation.unit import Unit

REFERENCES = ("male", "man", "men", "m", "boy", "he", "white british", "reference", "original")
LIMITS = (
    "Only the groups named in the file were compared; nothing is known about any other.",
    "Word lists are ours and not yet reviewed by people with lived experience.",
    "A system is judged on these notes and settings; live use may differ.",
)


def judge_outputs(pairs: Iterable[Pair], gates: Gates) -> tuple[Results, tuple[Unit, ...]]:
    """Return what the pairs show about every system in them, and the rows it rests on."""
    by_system: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_system[pair.system].append(pair)
    findings: list[Finding] = []
    units: list[Unit] = []
    cases: list[Case] = []
    sorted_out = {system: sort_out(system, mine) for system, mine in sorted(by_system.items())}
    accounts: list[Integrity] = [account for _, account in sorted_out.values()]
    notes = {
        (pair.source_a, pair.source_b): pair for kept, _ in sorted_out.values() for pair in kept
    }
    allowed, controls = invariant_measures([note_pair(pair) for pair in notes.values()], gates)
    for account in accounts:
        twins = [twin_of(pair) for pair in sorted_out[account.system][0]]
        cells = tuple(cells_of(account.system, twins, allowed))
        found = judge_family(cells, gates) if cells else (nothing_judged(account.system),)
        findings += found
        units += [unit for cell in cells for unit in cell.units]
        cases += worst_cases(account.system, twins)
    red = frozenset(item.surface for item in findings if item.colour == "red")
    calibrations = [
        calibration(f"calibration on {system}", [u for u in units if u.surface == system])
        for system in sorted_out
    ]
    return (
        Results(
            kind="outputs",
            size="all",
            verdict=worst(tuple(item.colour for item in findings)),
            gates_version=gates.version,
            versions={"lexicons": lexicon_versions()},
            findings=tuple(findings),
            controls=(
                *controls,
                *calibrations,
                *(integrity_control(account) for account in accounts),
            ),
            cases=worst_first(cases, red),
            counts={account.system: counts_of(account) for account in accounts},
            limits=LIMITS,
        ),
        tuple(units),
    )


def note_pair(pair: Pair) -> NotePair:
    """Return the two notes of a pair as they were written, the standard way round."""
    if is_reference(pair.group_b, pair.group_a):
        return NotePair(pair.identity, pair.source_a, pair.source_b)
    return NotePair(pair.identity, pair.source_b, pair.source_a)


def twin_of(pair: Pair) -> Twin:
    """Turn a pair the standard way round, and take gender and names out of its four texts."""
    swapped = is_reference(pair.group_b, pair.group_a)
    group, reference = (pair.group_a, pair.group_b) if swapped else (pair.group_b, pair.group_a)
    names = names_that_differ(pair.source_a, pair.source_b)
    note_a, note_b = cached(pair.source_a, names), cached(pair.source_b, names)
    output_a = neutralise(pair.output_a or "", names)
    output_b = neutralise(pair.output_b or "", names)
    if not swapped:
        note_a, note_b, output_a, output_b = note_b, note_a, output_b, output_a
    return Twin(
        scenario=pair.identity,
        setting=pair.setting,
        direction=f"{pair.group_a} to {pair.group_b}",
        group=group,
        reference=reference,
        note_group=note_a,
        note_reference=note_b,
        output_group=output_a,
        output_reference=output_b,
    )


@cache
def cached(text: str, names: frozenset[str]) -> str:
    """Neutralise a note once, however many systems read it."""
    return neutralise(text, names)


def is_reference(one: str, other: str) -> bool:
    """Say whether the first of two groups is the one the other is compared with."""
    first, second = one.lower() in REFERENCES, other.lower() in REFERENCES
    return first if first != second else one < other


def cells_of(system: str, twins: list[Twin], allowed: dict[str, bool]) -> Iterator[Cell]:
    """Yield every measure on every two groups a system's twins compare."""
    groups = sorted({(twin.group, twin.reference) for twin in twins})
    for group, reference in groups:
        mine = [t for t in twins if (t.group, t.reference) == (group, reference)]
        for gate, measure in OUTPUT_MEASURES.items():
            yield Cell(
                subject=f"Outputs of {system}",
                surface=system,
                gate=gate,
                comparison=f"{group} / {reference}",
                group=group,
                reference=reference,
                units=tuple(unit_of(system, gate, measure, twin) for twin in mine),
                invariant=allowed[gate],
            )


def unit_of(system: str, gate: str, measure: OutputMeasure, twin: Twin) -> Unit:
    """Measure one pair of outputs."""
    return Unit(
        surface=system,
        gate=gate,
        comparison=f"{twin.group} / {twin.reference}",
        group=twin.group,
        reference=twin.reference,
        scenario=twin.scenario,
        direction=twin.direction,
        setting=twin.setting,
        value_group=measure(twin.note_group, twin.output_group),
        value_reference=measure(twin.note_reference, twin.output_reference),
    )


def integrity_control(account: Integrity) -> Control:
    """Return what the input checks found for one system, in words."""
    if not account.left_out:
        return Control(
            f"inputs of {account.system}",
            passed=True,
            detail=f"all {account.given} pairs could be judged",
        )
    told = "; ".join(f"{count} × {fault}" for fault, count in account.left_out.items())
    whole = (
        f"; whole settings that are the notes: {', '.join(account.copied_settings)}"
        if account.copied_settings
        else ""
    )
    return Control(
        f"inputs of {account.system}",
        passed=account.judged > 0 or None,
        detail=f"{account.judged} of {account.given} pairs judged; left out: {told}{whole}",
    )


def counts_of(account: Integrity) -> dict[str, object]:
    """Return the account of one system for the record."""
    return {
        "given": account.given,
        "judged": account.judged,
        "left_out": account.left_out,
        "settings_that_are_the_notes": list(account.copied_settings),
    }


def nothing_judged(system: str) -> Finding:
    """Return the finding for a system none of whose pairs could be judged."""
    return Finding(
        surface=system,
        measure="everything",
        comparison="none",
        group="any group",
        reference="any other",
        colour="grey",
        reason="no pair could be judged",
        sentence=f"Not measured: no pair of {system} could be judged.",
    )
