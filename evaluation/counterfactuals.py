"""Twins: the same scenario told of somebody else, and a check that they differ in nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.cast import Cast, Gender
from evaluation.grammar import RenderedNote
from evaluation.lexicon import words
from evaluation.name_cells import NameCell, name_cells
from evaluation.neutralise import neutralise, words_that_differ
from evaluation.sample import ABOUT, Scenario

SWAPS = ("gender", "kin", "name origin", "other names, same origin", "no-op")  # no word else moves
LONGEST_SHARE = 0.03  # a twin may be this much longer or shorter, its names apart


@dataclass(frozen=True)
class Twins:
    """A note and its twin: what was swapped, and which of the two is the reference."""

    scenario: str
    comparison: str
    group: str
    reference: str
    direction: str
    note_group: RenderedNote = field(repr=False)
    note_reference: RenderedNote = field(repr=False)
    service: str = "children"


def gender_twins(scenario: Scenario, number: int) -> Twins:
    """Return the note about a woman or girl beside the same note about a man or boy."""
    cell = name_cells()[0]
    cast = scenario.cast(cell, number)
    swapped = swap_gender(cast, cell, number, (ABOUT, scenario.partner))
    women, men = (cast, swapped) if cast[ABOUT].gender == "f" else (swapped, cast)
    return twins(scenario, "gender", "women", "men", women, men, first=cast[ABOUT].gender)


def kin_twins(scenario: Scenario, number: int) -> Twins | None:
    """Return the note with a mother beside the same note with a father, where there is a carer."""
    if scenario.carer is None:
        return None
    cell = name_cells()[0]
    cast = scenario.cast(cell, number)
    swapped = swap_gender(cast, cell, number, (scenario.carer,))
    first = cast[scenario.carer].gender
    mothers, fathers = (cast, swapped) if first == "f" else (swapped, cast)
    return twins(scenario, "kin", "mothers", "fathers", mothers, fathers, first=first)


def swap_gender(cast: Cast, cell: NameCell, number: int, keys: tuple[str | None, ...]) -> Cast:
    """Return a cast in which the named people have the other gender."""
    swapped = dict(cast)
    for place, key in enumerate(cast):
        if key in keys:
            other: Gender = "m" if cast[key].gender == "f" else "f"
            swapped[key] = cast[key].other_gender(cell.forename(other, number + place))
    return swapped


def name_twins(scenario: Scenario, number: int, cell: NameCell) -> Twins:
    """Return the note with names of one origin beside the same note with reference names."""
    reference = name_cells()[0]
    group_cast, reference_cast = scenario.cast(cell, number), scenario.cast(reference, number)
    return twins(
        scenario,
        "name origin",
        cell.label,
        reference.label,
        group_cast,
        reference_cast,
        first=scenario.people[ABOUT].gender,
    )


def placebo_twins(scenario: Scenario, number: int) -> Twins | None:
    """Return the note with an irrelevant word changed, where the scenario has one, or a surname."""
    cell = name_cells()[0]
    cast = scenario.cast(cell, number)
    changed = scenario.render(cast, placebo=True)
    plain = scenario.render(cast)
    if changed.text == plain.text:
        return None
    return Twins(
        scenario.id,
        "placebo",
        "another day",
        "the first day",
        "f",
        changed,
        plain,
        scenario.service,
    )


def no_op_twins(scenario: Scenario, number: int) -> Twins:
    """Return the note beside itself: any difference is a fault of the harness."""
    note = scenario.render(scenario.cast(name_cells()[0], number))
    return Twins(scenario.id, "no-op", "the same note", "itself", "f", note, note, scenario.service)


def same_origin_twins(scenario: Scenario, number: int) -> Twins:
    """Return the note with other names of the reference origin: what any new name does."""
    cell = name_cells()[0]
    cast, other = scenario.cast(cell, number), scenario.cast(cell, number + 7)
    return twins(
        scenario, "other names, same origin", "other names", "first names", other, cast, first="f"
    )


def twins(  # noqa: PLR0913, PLR0917 (two casts, two names for them, and what was swapped)
    scenario: Scenario,
    comparison: str,
    group: str,
    reference: str,
    one: Cast,
    other: Cast,
    *,
    first: str,
) -> Twins:
    """Return both renderings of a scenario."""
    return Twins(
        scenario=scenario.id,
        comparison=comparison,
        group=group,
        reference=reference,
        direction=first,
        note_group=scenario.render(one),
        note_reference=scenario.render(other),
        service=scenario.service,
    )


def faults(pair: Twins) -> Iterator[str]:
    """Yield what is wrong with a pair of twins: a valid pair has nothing."""
    group, reference = without_names(pair.note_group), without_names(pair.note_reference)
    left, right = neutralise(group), neutralise(reference)
    if pair.comparison in SWAPS and words_that_differ(left, right):
        yield "other words changed"
    if (
        pair.comparison not in ("placebo", "no-op")
        and pair.note_group.text == pair.note_reference.text
    ):
        yield "nothing was swapped"
    if len(pair.note_group.facts) != len(pair.note_reference.facts):
        yield "a planted fact was lost"
    long, short = len(words(group)), len(words(reference))
    if pair.comparison in SWAPS and abs(long - short) > LONGEST_SHARE * max(long, short):
        yield "the length changed"


def without_names(note: RenderedNote) -> str:
    """Return a note's text with a mark where each name stands."""
    built, end = "", 0
    for span in note.names:
        built += note.text[end : span.start] + "zzname"
        end = span.end
    return built + note.text[end:]
