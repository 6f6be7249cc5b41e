"""The tasks of a visit as their practitioner sees them: who may do each, and what became of it."""

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from service.identity_vault.vault import CaseSeal
from service.review.layout import CaseNoteOnPage, Stretch
from service.review.leave_out import LEFT_OUT
from service.review.offer_again import can_be_offered
from service.review.opened import OpenedVisit
from service.review.repository import decisions_of, names_of, newest_delegations, tasks_of
from service.tables.delegation import Delegation
from service.tables.task import Task
from service.tables.triage_decision import TriageDecision
from service.web.words import day

NOT_PICKED_UP = "Offered to business support: nobody has picked it up yet."


@dataclass(frozen=True)
class ChangeOnPage:
    """One person's change of an outcome."""

    outcome: str
    name: str
    at: datetime
    reason: str = field(repr=False)


@dataclass(frozen=True)
class TaskOnPage:
    """One task with what decided it and what became of it."""

    id: UUID
    key: str
    text: str = field(repr=False)
    outcome: str
    first_outcome: str
    reason: str = field(repr=False)
    rule: dict[str, str] | None
    would_change_it: str | None
    due_words: str | None
    became: str | None = field(repr=False)
    changes: tuple[ChangeOnPage, ...]
    can_offer_again: bool
    left_out: bool
    source_id: str | None = None
    lit: bool = False


def key_of(task: Task) -> str:
    """The key of a task on its page."""
    return f"t{task.ordinal}"


def task_stretches(tasks: list[Task]) -> list[Stretch]:
    """Where in the note each task came from."""
    return [Stretch(task.span_start, task.span_end, key_of(task)) for task in tasks]


def tasks_on_page(
    session: Session, opened: OpenedVisit, case_note: CaseNoteOnPage, lit: str | None
) -> list[TaskOnPage]:
    """Lay out every task of a visit."""
    tasks = tasks_of(session, opened.visit)
    decisions = decisions_of(session, tasks)
    delegations = newest_delegations(session, tasks)
    names = names_of(
        session,
        [d.person_id for group in decisions.values() for d in group]
        + [delegation.person_id for delegation in delegations.values()],
    )
    first = {key: part.id for part in reversed(case_note.source) for key in part.keys}
    return [
        dataclasses.replace(
            task_on_page(opened, task, decisions[task.id], delegations.get(task.id), names),
            source_id=first.get(key_of(task)),
            lit=lit == key_of(task),
        )
        for task in tasks
    ]


def task_on_page(
    opened: OpenedVisit,
    task: Task,
    decisions: list[TriageDecision],
    delegation: Delegation | None,
    names: dict[UUID, str],
) -> TaskOnPage:
    """Lay out one task."""
    seal = opened.seal
    details = seal.open_json("task", "sealed_details", task.id, task.sealed_details)
    machine = body_of(seal, decisions[0])
    return TaskOnPage(
        id=task.id,
        key=key_of(task),
        text=seal.open_text("task", "sealed_restored_text", task.id, task.sealed_restored_text),
        outcome=task.outcome,
        first_outcome=decisions[0].outcome,
        reason=machine["reason"],
        rule=machine["rule"],
        would_change_it=machine["would_change_it"],
        due_words=due_words(task, details),
        became=became(seal, task, delegation, names),
        changes=tuple(
            ChangeOnPage(d.outcome, names[d.person_id], d.decided_at, body_of(seal, d)["reason"])
            for d in decisions[1:]
            if d.person_id
        ),
        can_offer_again=can_be_offered(opened, task),
        left_out=bool(details.get(LEFT_OUT)),
    )


def body_of(seal: CaseSeal, decision: TriageDecision) -> dict[str, Any]:
    """Open what a decision says."""
    body: dict[str, Any] = seal.open_json(
        "triage_decision", "sealed_body", decision.id, decision.sealed_body
    )
    return body


def due_words(task: Task, details: dict[str, Any]) -> str | None:
    """When a task is due, in the note's words beside the date where it has both."""
    words = details.get("due_words")
    if task.due and words:
        return f"{day(task.due)} (“{words}”)"
    return day(task.due) if task.due else words


def became(
    seal: CaseSeal, task: Task, delegation: Delegation | None, names: dict[UUID, str]
) -> str | None:
    """Say what became of a task after it was released."""
    if delegation is None:
        return {"released": "Offered to business support: nobody has picked it up yet."}.get(
            task.state
        )
    who = names[delegation.person_id]
    said = (
        seal.open_text("delegation", "sealed_reason", delegation.id, delegation.sealed_reason)
        if delegation.sealed_reason
        else ""
    )
    ended = day(delegation.ended_at)
    return {
        None: f"With {who} since {day(delegation.picked_up_at)}.",
        "completed": f"Done by {who} on {ended}: {said}",
        "handed_back": f"Handed back by {who} on {ended}: {said}",
        "withdrawn": f"Taken back on {ended}.",
    }[delegation.ending]
