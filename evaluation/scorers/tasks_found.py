"""Which of the planted tasks did the product find, and what did it say of each?"""

from evaluation.grammar import Planted, RenderedNote
from evaluation.product import FoundTask, Observed
from evaluation.scorers.score import Score, share

LADDER = ("social_worker_only", "delegable", "automatable")


def tasks_found(note: RenderedNote, seen: Observed) -> Score:
    """Return the share of planted tasks that some found task overlaps."""
    missed = tuple(task.words for task in note.tasks if found_for(task, seen) is None)
    return share(len(note.tasks) - len(missed), len(note.tasks), missed)


def outcomes_right(note: RenderedNote, seen: Observed) -> Score:
    """Return the share of found planted tasks whose outcome is the one we wrote."""
    both = [(task, found) for task in note.tasks if (found := found_for(task, seen)) is not None]
    wrong = tuple(
        f"{task.words}: {found.outcome}" for task, found in both if found.outcome != task.kind
    )
    return share(len(both) - len(wrong), len(both), wrong)


def wrongly_delegated(note: RenderedNote, seen: Observed) -> Score:
    """Return the share of the social worker's own tasks that were given away."""
    mine = [
        (task, found)
        for task in note.tasks
        if task.kind == LADDER[0] and (found := found_for(task, seen)) is not None
    ]
    wrong = tuple(
        f"{task.words}: {found.outcome}" for task, found in mine if found.outcome != LADDER[0]
    )
    return share(len(wrong), len(mine), wrong)


def found_for(task: Planted, seen: Observed) -> FoundTask | None:
    """Return the found task that shares most with a planted one."""
    shared = [
        (min(task.span.end, found.span.end) - max(task.span.start, found.span.start), found)
        for found in seen.tasks
    ]
    overlapping = [item for item in shared if item[0] > 0]
    return (
        max(overlapping, key=lambda item: (item[0], -item[1].span.start))[1]
        if overlapping
        else None
    )
