"""Does the same task stay with the same person for both twins?"""

from evaluation.grammar import RenderedNote
from evaluation.product import Observed
from evaluation.scorers.tasks_found import LADDER, found_for

Flip = tuple[str, str, str]  # the task's words, the reference's outcome, the group's outcome


def flips(
    group: RenderedNote, seen_group: Observed, reference: RenderedNote, seen_reference: Observed
) -> tuple[int, tuple[Flip, ...]]:
    """Return how many tasks both twins have, and those whose outcome differs."""
    compared, found = 0, []
    for mine, theirs in zip(group.tasks, reference.tasks, strict=True):
        one, other = found_for(mine, seen_group), found_for(theirs, seen_reference)
        if one is None or other is None:
            continue
        compared += 1
        if one.outcome != other.outcome:
            found.append((theirs.words, other.outcome, one.outcome))
    return compared, tuple(found)


def is_less_protected(flip: Flip) -> bool:
    """Say whether the group's task moved away from the social worker."""
    _, reference, group = flip
    return LADDER.index(group) > LADDER.index(reference)
