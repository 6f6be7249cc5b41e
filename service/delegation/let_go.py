"""Business support lets go of a task: hands it back and says why, or completes it and says how."""

from service import audit, clock
from service.access.desk import Desk
from service.access.signed_in import SignedIn
from service.delegation.repository import Offer
from service.errors import NotYourTask, ReasonNeeded, Refusal
from service.tables.delegation import Delegation

CHARACTERS_AT_MOST = 2_000
TO_COLLEAGUES, TO_PRACTITIONER = "business_support", "practitioner"


class ReceiverNeeded(Refusal):
    """A hand-back does not say who should have the task now."""

    status = 422
    code = "receiver_needed"
    message = "Choose who should have the task now."


def hand_back(desk: Desk, offer: Offer, receiver: str, reason: str) -> None:
    """Give a task back, with a reason, to colleagues or to its practitioner.

    Raises:
        NotYourTask: this person has not picked it up.
        ReceiverNeeded: it is not said who should have it now.
        ReasonNeeded: no reason is given.
    """
    delegation = own_delegation(desk.person, offer)
    if receiver not in {TO_COLLEAGUES, TO_PRACTITIONER}:
        raise ReceiverNeeded
    words = needed(reason, "Say why you are handing it back.")
    end(desk, offer, delegation, "handed_back", words)
    offer.task.state = "released" if receiver == TO_COLLEAGUES else "kept"
    record(desk, offer, "handed_back", receiver)


def complete(desk: Desk, offer: Offer, done: str) -> None:
    """Finish a task and say what was done, for its practitioner to read.

    Raises:
        NotYourTask: this person has not picked it up.
        ReasonNeeded: it is not said what was done.
    """
    delegation = own_delegation(desk.person, offer)
    words = needed(done, "Say what you did, so that the social worker knows.")
    end(desk, offer, delegation, "completed", words)
    offer.task.state, offer.task.completed_at = "completed", clock.now()
    record(desk, offer, "completed")


def own_delegation(person: SignedIn, offer: Offer) -> Delegation:
    """Return this person's hold on a task."""
    if offer.delegation is None or offer.delegation.person_id != person.person_id:
        raise NotYourTask
    return offer.delegation


def needed(words: str, message: str) -> str:
    """Return what a person wrote, cleaned of what cannot be stored."""
    plain = words.replace("\x00", "").encode("utf-8", "ignore").decode().strip()
    if not plain:
        raise ReasonNeeded("reason_needed", message)
    return plain[:CHARACTERS_AT_MOST]


def end(desk: Desk, offer: Offer, delegation: Delegation, ending: str, words: str) -> None:
    """End a person's hold on a task, keeping their words sealed."""
    seal = desk.vault.open_case(desk.session, offer.visit.case_id)
    delegation.sealed_reason = seal.seal("delegation", "sealed_reason", delegation.id, words)
    delegation.ending, delegation.ended_at = ending, clock.now()


def record(desk: Desk, offer: Offer, action: str, code: str | None = None) -> None:
    """Write the deed on the audit trail."""
    subject = audit.Subject("task", offer.task.id, offer.visit.case_id)
    audit.record(desk.session, desk.person, action, subject, code)
    desk.session.flush()
