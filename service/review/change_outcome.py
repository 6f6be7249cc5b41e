"""A practitioner changes who may do a task: a new decision with a reason; the first one stands."""

from uuid import uuid4

from service import audit, clock
from service.access.desk import Desk
from service.errors import AlreadySignedOff, ReasonNeeded, Refusal, UnknownOutcome
from service.review.correct import encodable
from service.review.opened import OpenedVisit
from service.review.repository import decisions_of
from service.tables.task import TASK_OUTCOMES, Task
from service.tables.triage_decision import TriageDecision

REASON_CHARACTERS = 2_000


class LeftOut(Refusal):
    """The practitioner has said that it is not a task."""

    status = 409
    code = "left_out"
    message = "You left this out as not a task. Put it back first."


def change_outcome(desk: Desk, opened: OpenedVisit, task: Task, outcome: str, reason: str) -> None:
    """Add this person's decision on a task.

    Raises:
        AlreadySignedOff: the record is closed.
        LeftOut: it is not a task.
        UnknownOutcome: it is not one of the three.
        ReasonNeeded: no reason is given.
    """
    if opened.visit.state == "signed_off":
        raise AlreadySignedOff
    details = opened.seal.open_json("task", "sealed_details", task.id, task.sealed_details)
    if details.get("left_out"):
        raise LeftOut
    if outcome not in TASK_OUTCOMES:
        raise UnknownOutcome
    if outcome == task.outcome:
        return
    words = reason.replace("\x00", "").strip()[:REASON_CHARACTERS]
    if not words or not encodable(words):
        raise ReasonNeeded("reason_needed", "Say why: enter a reason for changing who can do it.")
    add_decision(desk, opened, task, outcome, words)
    subject = audit.Subject("task", task.id, opened.visit.case_id)
    audit.record(desk.session, desk.person, "outcome_changed", subject, outcome)


def add_decision(desk: Desk, opened: OpenedVisit, task: Task, outcome: str, reason: str) -> None:
    """Write the decision after the newest one and repeat its outcome on the task."""
    newest = decisions_of(desk.session, [task])[task.id][-1]
    row_id = uuid4()
    desk.session.add(
        TriageDecision(
            id=row_id,
            task_id=task.id,
            sequence=newest.sequence + 1,
            supersedes_id=newest.id,
            outcome=outcome,
            person_id=desk.person.person_id,
            sealed_body=opened.seal.seal_json(
                "triage_decision", "sealed_body", row_id, {"reason": reason}
            ),
            decided_at=clock.now(),
        )
    )
    task.outcome = outcome
    desk.session.flush()
