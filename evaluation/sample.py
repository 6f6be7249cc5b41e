"""The sample notes: fictional scenarios in the slot grammar, one JSON object a line."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from evaluation.cast import Cast, Gender
from evaluation.grammar import GrammarMistake, RenderedNote, render
from evaluation.name_cells import NameCell, name_cells
from models.text import Service

SAMPLES = Path(__file__).with_name("samples")
ABOUT = "P1"  # the person the note is about
PARTNERS = ("partner", "wife", "husband")
CARERS = ("parent", "grandparent", "foster")


class BrokenCorpus(Exception):
    """A file of scenarios cannot be used; the message names the file and the line."""


@dataclass(frozen=True)
class Role:
    """A part in a scenario: what the person is, the gender written first, and the family."""

    role: str
    gender: Gender
    family: str


@dataclass(frozen=True)
class Scenario:
    """One note in the slot grammar; its twins are one cluster."""

    id: str
    service: Service
    setting: str
    people: dict[str, Role]
    text: str = field(repr=False)

    def cast(self, cell: NameCell, number: int) -> Cast:
        """Return the people as written, with names of one origin; families share a surname."""
        return {
            key: cell.person(
                role.gender, number + place, number + 5 * (ord(role.family) - ord("A"))
            )
            for place, (key, role) in enumerate(self.people.items())
        }

    def render(self, cast: Cast, *, placebo: bool = False) -> RenderedNote:
        """Return the note with a cast in its slots."""
        return render(self.text, cast, placebo=placebo)

    @property
    def carer(self) -> str | None:
        """Return the key of the parent or carer whose gender can be swapped."""
        for key, role in self.people.items():
            if key != ABOUT and role.role in CARERS:
                return key
        return None

    @property
    def partner(self) -> str | None:
        """Return the key of the partner, who is swapped too so that the couple stays one."""
        for key, role in self.people.items():
            if role.role in PARTNERS:
                return key
        return None


def read_scenarios(name: Literal["scenarios", "carriers"]) -> tuple[Scenario, ...]:
    """Read a file of scenarios, refusing it if any line cannot be rendered."""
    path = SAMPLES / f"{name}.jsonl"
    held = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        held.append(scenario_from(line, f"{path.name} line {number}"))
    if len({scenario.id for scenario in held}) < len(held):
        raise BrokenCorpus(f"{path.name} uses an id twice")
    return tuple(held)


def scenario_from(line: str, where: str) -> Scenario:
    """Return the scenario on one line."""
    try:
        item: dict[str, Any] = json.loads(line)
        people = {key: Role(**role) for key, role in item["people"].items()}
        scenario = Scenario(item["id"], item["service"], item["setting"], people, item["text"])
        scenario.render(scenario.cast(name_cells()[0], 0))
    except (ValueError, KeyError, TypeError, GrammarMistake) as fault:
        raise BrokenCorpus(f"{where}: {fault}") from fault
    return scenario
