"""What a change of guidance would do, shown on tasks before anybody publishes it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from guidance.library import Guidance
from guidance.outcomes import OUTCOMES, Outcome

Task = TypeVar("Task")
# Decides a batch of tasks by one version: for each its outcome, and the id of any rule cited.
DecideAll = Callable[[Guidance, Sequence[Task]], Sequence[tuple[Outcome, str | None]]]


@dataclass(frozen=True)
class Move(Generic[Task]):
    """A task that the new version would decide otherwise."""

    task: Task
    old: Outcome
    new: Outcome
    old_rule: str | None
    new_rule: str | None

    @property
    def lowered(self) -> bool:
        """Say whether the task would leave the social worker, or a person."""
        return OUTCOMES.index(self.new) > OUTCOMES.index(self.old)


@dataclass(frozen=True)
class Preview(Generic[Task]):
    """What would move, and which rules reserved in law the new version would loosen."""

    old: str
    new: str
    tasks: int
    moved: tuple[Move[Task], ...]
    counts: dict[tuple[Outcome, Outcome], int]
    loosened_in_law: tuple[str, ...]


def preview(
    old: Guidance, new: Guidance, tasks: Sequence[Task], decide: DecideAll[Task]
) -> Preview[Task]:
    """Return what would move if the new version took the place of the old."""
    before, after = decide(old, tasks), decide(new, tasks)
    moved = tuple(
        Move(task, was, now, was_rule, now_rule)
        for task, (was, was_rule), (now, now_rule) in zip(tasks, before, after, strict=True)
        if was != now
    )
    return Preview(
        old=old.version,
        new=new.version,
        tasks=len(tasks),
        moved=moved,
        counts=dict(Counter((move.old, move.new) for move in moved)),
        loosened_in_law=loosened_in_law(old, new),
    )


def loosened_in_law(old: Guidance, new: Guidance) -> tuple[str, ...]:
    """Return the rules reserved in law that a new version loosens: it may not be published."""
    return tuple(
        rule.id
        for rule in old.rules
        if rule.reserved_in_law
        and (rule.id not in new.by_id or new.by_id[rule.id].outcome != "social_worker_only")
    )
