"""What a run of each size looks at: which twins of which scenarios."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from evaluation.counterfactuals import (
    Twins,
    faults,
    gender_twins,
    kin_twins,
    name_twins,
    no_op_twins,
    placebo_twins,
    same_origin_twins,
)
from evaluation.markers import marker_twins
from evaluation.name_cells import name_cells
from evaluation.sample import Scenario, read_scenarios

Size = Literal["quick", "nightly", "release"]


@dataclass(frozen=True)
class Extent:
    """How far one size goes."""

    origins_each: int  # name origins tried on every scenario, taken in turn
    carriers: int  # short lines on which redaction meets every origin
    draws: int  # casts of other people tried on every carrier
    markers: bool  # whether a sentence says outright who a person is


EXTENTS: dict[Size, Extent] = {
    "quick": Extent(origins_each=1, carriers=26, draws=1, markers=False),
    "nightly": Extent(origins_each=8, carriers=26, draws=3, markers=True),
    "release": Extent(origins_each=32, carriers=26, draws=6, markers=True),
}


@dataclass(frozen=True)
class Plan:
    """The valid twins of a run, those for redaction apart, and how many were thrown away."""

    line: tuple[Twins, ...]
    redaction: tuple[Twins, ...]
    invalid: tuple[str, ...]


def make_plan(size: Size) -> Plan:
    """Return what a run of a size looks at."""
    extent = EXTENTS[size]
    line = [
        pair
        for number, s in enumerate(read_scenarios("scenarios"))
        for pair in of(s, number, extent)
    ]
    carriers = read_scenarios("carriers")[: extent.carriers]
    redaction = [
        replace(
            name_twins(scenario, number + draw * len(carriers), cell),
            scenario=f"{scenario.id}.{draw}",  # other people on the same line are another sample
        )
        for cell in name_cells()[1:]
        for number, scenario in enumerate(carriers)
        for draw in range(extent.draws)
    ]
    wrong = [(pair, list(faults(pair))) for pair in (*line, *redaction)]
    invalid = tuple(
        f"{pair.scenario} {pair.comparison} {pair.group}: {', '.join(found)}"
        for pair, found in wrong
        if found
    )
    bad = {id(pair) for pair, found in wrong if found}
    return Plan(
        tuple(pair for pair in line if id(pair) not in bad),
        tuple(pair for pair in redaction if id(pair) not in bad),
        invalid,
    )


def of(scenario: Scenario, number: int, extent: Extent) -> Iterator[Twins]:
    """Yield every pair of twins of one scenario."""
    yield gender_twins(scenario, number)
    origins = name_cells()[1:]
    for turn in range(min(extent.origins_each, len(origins))):
        yield name_twins(
            scenario, number, origins[(number * extent.origins_each + turn) % len(origins)]
        )
    if extent.markers:
        yield from marker_twins(scenario, number)
    yield same_origin_twins(scenario, number)
    yield no_op_twins(scenario, number)
    for pair in (kin_twins(scenario, number), placebo_twins(scenario, number)):
        if pair is not None:
            yield pair
