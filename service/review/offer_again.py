"""A practitioner offers business support a task that was handed back."""

from service import audit, clock
from service.access.desk import Desk
from service.errors import Refusal
from service.review.opened import OpenedVisit
from service.tables.task import Task


class CannotBeOffered(Refusal):
    """The task is not one that was handed back to its practitioner."""

    status = 409
    code = "cannot_be_offered"
    message = "This task cannot be offered to business support."


def can_be_offered(opened: OpenedVisit, task: Task) -> bool:
    """Whether a task is with its practitioner though business support may do it."""
    return (
        opened.visit.state == "signed_off" and task.outcome == "delegable" and task.state == "kept"
    )


def offer_again(desk: Desk, opened: OpenedVisit, task: Task) -> None:
    """Put a handed-back task into the queue again.

    Raises:
        CannotBeOffered: it was not handed back, or business support may not do it.
    """
    if not can_be_offered(opened, task):
        raise CannotBeOffered
    task.state, task.released_at = "released", clock.now()
    subject = audit.Subject("task", task.id, opened.visit.case_id)
    audit.record(desk.session, desk.person, "offered_again", subject)
