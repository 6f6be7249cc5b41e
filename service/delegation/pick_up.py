"""Business support picks a task up: one person at a time, or not at all."""

from uuid import uuid4

from service import audit, clock
from service.access.desk import Desk
from service.delegation.repository import Offer
from service.errors import AlreadyPickedUp
from service.tables.delegation import Delegation


def pick_up(desk: Desk, offer: Offer) -> None:
    """Put a released task into this person's hands.

    Raises:
        AlreadyPickedUp: somebody has it.
    """
    if offer.delegation is not None:
        if offer.delegation.person_id == desk.person.person_id:
            return  # the same click twice
        raise AlreadyPickedUp
    desk.session.add(
        Delegation(
            id=uuid4(),
            task_id=offer.task.id,
            person_id=desk.person.person_id,
            picked_up_at=clock.now(),
        )
    )
    offer.task.state = "picked_up"
    subject = audit.Subject("task", offer.task.id, offer.visit.case_id)
    audit.record(desk.session, desk.person, "picked_up", subject)
    desk.session.flush()
