"""The pairs where one twin lost most: only words of our own lists are shown, never a text."""

from collections.abc import Sequence

from evaluation.output_measures import in_text
from evaluation.run_record import Case
from evaluation.twin import Twin

FAMILIES = ("health", "need", "risk")
MOST = 10


def worst_cases(system: str, twins: Sequence[Twin]) -> list[Case]:
    """Return the pairs with the widest gap between what the two outputs keep of one note."""
    found = [(case_of(system, twin), twin) for twin in twins]
    widest = sorted(found, key=lambda item: (-gap(item[0]), item[1].scenario, item[1].setting))
    return [case for case, _ in widest[:MOST] if gap(case)]


def worst_first(cases: Sequence[Case], red: frozenset[str]) -> tuple[Case, ...]:
    """Return ten cases of all systems, those of the red ones first."""
    return tuple(sorted(cases, key=lambda case: (case.surface not in red, -gap(case)))[:MOST])


def case_of(system: str, twin: Twin) -> Case:
    """Return what each output keeps that its twin does not."""
    only_group, only_reference = set[str](), set[str]()
    for family in FAMILIES:
        wanted = in_text(family, twin.note_group) & in_text(family, twin.note_reference)
        group, reference = (
            in_text(family, twin.output_group),
            in_text(family, twin.output_reference),
        )
        only_group |= wanted & (group - reference)
        only_reference |= wanted & (reference - group)
    return Case(
        surface=system,
        measure="words of the note kept for one twin only",
        comparison=f"{twin.group} / {twin.reference}",
        scenario=twin.scenario,
        group=twin.group,
        reference=twin.reference,
        detail=f"setting {twin.setting}",
        text_group=listed(only_group),
        text_reference=listed(only_reference),
    )


def listed(terms: set[str]) -> str:
    """Return terms in order."""
    return ", ".join(sorted(terms))


def gap(case: Case) -> int:
    """Return how many words more one twin keeps than the other."""
    return abs(case.text_group.count(", ") - case.text_reference.count(", "))
