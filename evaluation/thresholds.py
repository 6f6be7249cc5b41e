"""What counts as a finding: the thresholds of gates.toml, each with its owner and reason."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

GATES = Path(__file__).with_name("gates.toml")
Harm = Literal["less", "more", "either"]


class UnusableGates(Exception):
    """The thresholds file is missing something that every gate needs."""


@dataclass(frozen=True)
class Gate:
    """When a difference on one measure matters, who says so, and how to say it in words."""

    key: str
    surface: str
    measure: str
    threshold: float
    harm: Harm  # which way a difference hurts a group: having less of it, more of it, or either
    scale: float  # from the measure's own unit to the unit of the words
    says: str  # "kept {x} {less} of every 100 facts"
    pair: tuple[str, str]  # the words for less and for more
    grain: float  # the smallest step one note can show, for what a silent test could have missed
    owner: str
    reason: str
    zero_tolerance: bool = False
    between: bool = False  # the measure is of the pair, not of each of the two


@dataclass(frozen=True)
class Gates:
    """One published version of the thresholds."""

    version: str
    alpha: float
    smallest_sample: int
    gates: tuple[Gate, ...]

    def of(self, key: str) -> Gate:
        """Return one gate, or raise for a measure nobody set a threshold for."""
        for gate in self.gates:
            if gate.key == key:
                return gate
        message = f"no threshold is set for {key}"
        raise UnusableGates(message)


def read_gates(path: Path = GATES) -> Gates:
    """Read the thresholds, refusing a gate without owner or reason."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    missing = {"version", "alpha", "smallest_sample", "gate"} - held.keys()
    if missing:
        message = f"{path.name} lacks {', '.join(sorted(missing))}"
        raise UnusableGates(message)
    return Gates(
        version=str(held["version"]),
        alpha=float(held["alpha"]),
        smallest_sample=int(held["smallest_sample"]),
        gates=tuple(gate_from(key, item) for key, item in held["gate"].items()),
    )


def gate_from(key: str, item: dict[str, Any]) -> Gate:
    """Return one gate from its table."""
    wanted = (
        "surface",
        "measure",
        "threshold",
        "harm",
        "scale",
        "says",
        "grain",
        "owner",
        "reason",
    )
    missing = [name for name in wanted if not str(item.get(name, "")).strip()]
    if missing or item["harm"] not in get_args(Harm):
        message = f"gate {key} lacks {', '.join(missing) or 'a known kind of harm'}"
        raise UnusableGates(message)
    return Gate(
        key=key,
        surface=item["surface"],
        measure=item["measure"],
        threshold=float(item["threshold"]),
        harm=item["harm"],
        scale=float(item["scale"]),
        says=item["says"],
        pair=tuple_of_two(item.get("pair", ["fewer", "more"])),
        grain=float(item["grain"]),
        owner=item["owner"],
        reason=item["reason"],
        zero_tolerance=bool(item.get("zero_tolerance", False)),
        between=bool(item.get("between", False)),
    )


def tuple_of_two(held: list[str]) -> tuple[str, str]:
    """Return the words for less and for more."""
    less, more = held
    return less, more
