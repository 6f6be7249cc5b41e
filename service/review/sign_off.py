"""A named practitioner signs a case note: it is closed, and its delegable tasks are offered."""

from models.drafting.placement import PLEASE_PLACE
from service import audit, clock
from service.access.desk import Desk
from service.errors import Refusal
from service.review.correct import refuse_closed
from service.review.opened import OpenedVisit
from service.review.repository import tasks_of


class SentencesToPlace(Refusal):
    """Some sentences are under no heading yet."""

    status = 409
    code = "sentences_to_place"
    message = "Some sentences still need a heading. Place them, then sign off."


def sign_off(desk: Desk, opened: OpenedVisit, version: int) -> None:
    """Sign the version the practitioner has read, and release what business support may do.

    Raises:
        AlreadySignedOff: it was signed before.
        ChangedMeanwhile: this is no longer the newest version.
        SentencesToPlace: not every sentence has its heading.
    """
    refuse_closed(opened, version)
    if any(h["key"] == PLEASE_PLACE and h["sentences"] for h in opened.body["draft"]["headings"]):
        raise SentencesToPlace
    now = clock.now()
    opened.case_note.signed_at, opened.case_note.signed_by_id = now, desk.person.person_id
    opened.visit.state = "signed_off"
    for task in tasks_of(desk.session, opened.visit):
        released = task.outcome == "delegable"
        task.state = "released" if released else "kept"
        task.released_at = now if released else None
    subject = audit.Subject("case_note", opened.case_note.id, opened.visit.case_id)
    audit.record(desk.session, desk.person, "signed_off", subject)
    desk.session.flush()
