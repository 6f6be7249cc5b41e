"""The packet of a task: what, why, by when and whom to ask, and nothing of the family's story."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from service.access.desk import Desk
from service.delegation.placeholders import Piece, hides_something, pieces
from service.delegation.repository import Offer, newest_decision
from service.identity_vault.vault import CaseSeal

DECIDED_BY_A_PERSON = "The social worker decided that business support can do this."


@dataclass(frozen=True)
class TaskLine:
    """A task as a list shows it."""

    id: UUID
    pieces: list[Piece] = field(repr=False)
    due: date | None
    due_words: str | None
    practitioner: str
    released_at: datetime | None


@dataclass(frozen=True)
class Packet(TaskLine):
    """A task as its own page shows it."""

    reason: str
    rule: dict[str, str] | None
    hides: bool


def open_line(desk: Desk, offer: Offer) -> TaskLine:
    """Open what a list needs of a task: its words with placeholders."""
    seal = desk.vault.open_case(desk.session, offer.visit.case_id)
    text, details = open_text(seal, offer), open_details(seal, offer)
    return TaskLine(**line_fields(offer, text, details))


def open_packet(desk: Desk, offer: Offer) -> Packet:
    """Open what a person needs to do a task."""
    seal = desk.vault.open_case(desk.session, offer.visit.case_id)
    text, details = open_text(seal, offer), open_details(seal, offer)
    decision = newest_decision(desk.session, offer.task)
    body: dict[str, Any] = seal.open_json(
        "triage_decision", "sealed_body", decision.id, decision.sealed_body
    )
    # What a practitioner wrote as their reason may name somebody: it is theirs, not the packet's.
    by_person = decision.person_id is not None
    return Packet(
        **line_fields(offer, text, details),
        reason=DECIDED_BY_A_PERSON if by_person else body["reason"],
        rule=None if by_person else body["rule"],
        hides=hides_something(text),
    )


def open_text(seal: CaseSeal, offer: Offer) -> str:
    """Open a task's words with placeholders."""
    return seal.open_text("task", "sealed_text", offer.task.id, offer.task.sealed_text)


def open_details(seal: CaseSeal, offer: Offer) -> dict[str, Any]:
    """Open what else the line found."""
    found: dict[str, Any] = seal.open_json(
        "task", "sealed_details", offer.task.id, offer.task.sealed_details
    )
    return found


def line_fields(offer: Offer, text: str, details: dict[str, Any]) -> dict[str, Any]:
    """What a line and a packet share."""
    return {
        "id": offer.task.id,
        "pieces": pieces(text),
        "due": offer.task.due,
        "due_words": details.get("due_words"),
        "practitioner": offer.practitioner,
        "released_at": offer.task.released_at,
    }
