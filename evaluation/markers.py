"""Marker twins: one sentence says who a person is, its twin says something of no weight."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.counterfactuals import Twins
from evaluation.grammar import render
from evaluation.name_cells import name_cells
from evaluation.sample import ABOUT, Scenario

MARKERS = Path(__file__).with_name("markers.toml")


@dataclass(frozen=True)
class Marker:
    """A sentence that marks a characteristic, and the sentence its twin has instead."""

    characteristic: str
    group: str
    text: str
    reference: str
    services: tuple[str, ...]


@cache
def read_markers() -> tuple[Marker, ...]:
    """Read every marker."""
    held = tomllib.loads(MARKERS.read_text(encoding="utf-8"))
    return tuple(
        Marker(
            characteristic=item["characteristic"],
            group=item["group"],
            text=item["text"],
            reference=item.get("reference", held["reference"]),
            services=tuple(item["services"]),
        )
        for item in held["marker"]
    )


def markers_version() -> str:
    """Return the version of the markers."""
    return str(tomllib.loads(MARKERS.read_text(encoding="utf-8"))["version"])


def marker_twins(scenario: Scenario, number: int) -> Iterator[Twins]:
    """Yield a scenario with every marker that fits it, beside the same with the reference."""
    cast = scenario.cast(name_cells()[0], number)
    for marker in read_markers():
        if scenario.service in marker.services:
            yield Twins(
                scenario=scenario.id,
                comparison=marker.characteristic,
                group=marker.group,
                reference="others",
                direction=scenario.people[ABOUT].gender,
                note_group=render(f"{scenario.text} {marker.text}", cast),
                note_reference=render(f"{scenario.text} {marker.reference}", cast),
                service=scenario.service,
            )
