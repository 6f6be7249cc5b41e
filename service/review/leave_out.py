"""A practitioner says that something found is no task: it stays in sight, and out of the record."""

from typing import Any

from service import audit
from service.access.desk import Desk
from service.errors import AlreadySignedOff
from service.review.change_outcome import add_decision
from service.review.opened import OpenedVisit
from service.tables.task import Task

LEFT_OUT = "left_out"
NO_TASK = "The practitioner says that this is not a task."


def leave_out(desk: Desk, opened: OpenedVisit, task: Task) -> None:
    """Leave a task out of the record; nobody else is offered it.

    Raises:
        AlreadySignedOff: the record is closed.
    """
    refuse_signed(opened)
    mark(opened, task, left_out=True)
    if task.outcome != "social_worker_only":
        add_decision(desk, opened, task, "social_worker_only", NO_TASK)
    subject = audit.Subject("task", task.id, opened.visit.case_id)
    audit.record(desk.session, desk.person, "task_left_out", subject)


def put_back(desk: Desk, opened: OpenedVisit, task: Task) -> None:
    """Put a task back that was left out; it stays with its social worker.

    Raises:
        AlreadySignedOff: the record is closed.
    """
    refuse_signed(opened)
    mark(opened, task, left_out=False)
    subject = audit.Subject("task", task.id, opened.visit.case_id)
    audit.record(desk.session, desk.person, "task_put_back", subject)


def refuse_signed(opened: OpenedVisit) -> None:
    """Refuse a change of a signed record."""
    if opened.visit.state == "signed_off":
        raise AlreadySignedOff


def mark(opened: OpenedVisit, task: Task, *, left_out: bool) -> None:
    """Write on a task's details whether it is left out."""
    details: dict[str, Any] = opened.seal.open_json(
        "task", "sealed_details", task.id, task.sealed_details
    )
    task.sealed_details = opened.seal.seal_json(
        "task", "sealed_details", task.id, details | {LEFT_OUT: left_out}
    )
