"""The worst pairs of a run, side by side: our own invented notes, so the words can be shown."""

from evaluation.judging import CONTROLS
from evaluation.observations import Observations, Watched
from evaluation.run_record import Case
from evaluation.scorers.draft_unchanged import changed, first_difference
from evaluation.scorers.facts_kept import critical_lost
from evaluation.scorers.names_hidden import names_hidden
from evaluation.scorers.same_outcome import flips, is_less_protected

MOST = 10
LEAKS = 3


def worst_cases(seen: Observations) -> tuple[Case, ...]:
    """Return the ten worst pairs: tasks given away first, then lost facts, then changed drafts."""
    line = [pair for pair in seen.line if pair.twins.comparison not in CONTROLS]
    found = [
        *(case for pair in line for case in flip_cases(pair)),
        *(case for pair in line for case in lost_cases(pair)),
        *(
            case
            for pair in line
            if pair.twins.comparison == "name origin"
            for case in moved_cases(pair)
        ),
        *leak_cases(seen),
    ]
    return tuple(found[:MOST])


def flip_cases(pair: Watched) -> list[Case]:
    """Return the tasks that moved away from the social worker."""
    _, found = flips(pair.twins.note_group, pair.group, pair.twins.note_reference, pair.reference)
    return [
        case(pair, "triage", "task moved away from the social worker", words, group, reference)
        for words, reference, group in found
        if is_less_protected((words, reference, group))
    ]


def lost_cases(pair: Watched) -> list[Case]:
    """Return the risks, quotes and adjustments one twin lost."""
    group = critical_lost(pair.twins.note_group, pair.group)
    reference = critical_lost(pair.twins.note_reference, pair.reference)
    facts = pair.twins.note_reference.facts
    return [
        case(
            pair,
            "draft",
            f"{facts[place].kind} lost for one twin",
            facts[place].words,
            "lost" if place in group else "kept",
            "lost" if place in reference else "kept",
        )
        for place in sorted(group ^ reference)
    ]


def moved_cases(pair: Watched) -> list[Case]:
    """Return a draft that changed though only names did, and the name left in the open."""
    if not changed(pair.group, pair.reference):
        return []
    leaked = [
        *names_hidden(pair.twins.note_group, pair.group).explanation,
        *names_hidden(pair.twins.note_reference, pair.reference).explanation,
    ]
    told = f"left in the open: {', '.join(leaked)}" if leaked else "no name was left in the open"
    return [
        case(
            pair,
            "draft",
            "draft changed by a name",
            told,
            *first_difference(pair.group, pair.reference),
        )
    ]


def leak_cases(seen: Observations) -> list[Case]:
    """Return a few names that redaction missed for one twin and not the other."""
    found = []
    for pair in seen.redaction:
        missed = names_hidden(pair.twins.note_group, pair.group).explanation
        if missed and not names_hidden(pair.twins.note_reference, pair.reference).explanation:
            found.append(
                case(
                    pair,
                    "redaction",
                    "name left in the open",
                    pair.twins.note_group.text,
                    missed[0],
                    "hidden",
                )
            )
    return found[:LEAKS]


def case(  # noqa: PLR0913, PLR0917 (a case has two sides, and says what they are sides of)
    pair: Watched, surface: str, measure: str, detail: str, group: str, reference: str
) -> Case:
    """Return one case."""
    return Case(
        surface=surface,
        measure=measure,
        comparison=pair.twins.comparison,
        scenario=pair.twins.scenario,
        group=pair.twins.group,
        reference=pair.twins.reference,
        detail=detail,
        text_group=group,
        text_reference=reference,
    )
