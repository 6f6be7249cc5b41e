"""Names in a task, opened for the one who does it, for a reason that is written down first."""

from dataclasses import dataclass, field

from service import audit
from service.access.desk import Desk
from service.delegation.let_go import own_delegation
from service.delegation.repository import Offer
from service.errors import ReasonNeeded
from service.tables.case import Case

# The audit trail takes fixed words only, so a reason is chosen and never typed.
REASONS = {
    "contact_someone": "To ring or write to somebody",
    "book_something": "To book something for somebody",
    "find_or_fill_record": "To find or fill in a record",
    "address_a_document": "To address a letter or document",
}


@dataclass(frozen=True)
class Revealed:
    """A task's words with the names back, shown once and kept nowhere."""

    text: str = field(repr=False)
    case_reference: str | None = field(repr=False)


def reveal(desk: Desk, offer: Offer, reason: str) -> Revealed:
    """Open the names in a task.

    Raises:
        NotYourTask: only who has picked it up may see them.
        ReasonNeeded: no reason was chosen.
    """
    own_delegation(desk.person, offer)
    if reason not in REASONS:
        raise ReasonNeeded("reason_needed", "Choose why you need to see this.")
    task, case_id = offer.task, offer.visit.case_id
    # First the trail, then the names: with no trail nothing is opened.
    subject = audit.Subject("task", task.id, case_id)
    audit.record(desk.session, desk.person, "names_revealed", subject, reason)
    seal = desk.vault.open_case(desk.session, case_id)
    case = desk.session.get_one(Case, case_id)
    return Revealed(
        text=seal.open_text("task", "sealed_restored_text", task.id, task.sealed_restored_text),
        case_reference=seal.open_text("case", "sealed_reference", case.id, case.sealed_reference)
        if case.sealed_reference
        else None,
    )
