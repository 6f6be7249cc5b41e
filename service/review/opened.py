"""A visit opened for its practitioner: its note, its newest case note and the seal for the next."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from service import audit
from service.access.desk import Desk
from service.identity_vault.vault import CaseSeal
from service.review.repository import case_notes, own_visit
from service.tables.case_note import CaseNote
from service.tables.visit import Visit


@dataclass(frozen=True)
class OpenedVisit:
    """What review works on; its words name people, so none of them is in its repr."""

    visit: Visit
    case_reference: str = field(repr=False)
    seal: CaseSeal = field(repr=False)
    note: str = field(repr=False)
    case_note: CaseNote
    body: dict[str, Any] = field(repr=False)


def open_visit(desk: Desk, visit_id: UUID, action: str) -> OpenedVisit:
    """Open a practitioner's own visit, and write down that it was opened and what for.

    Raises:
        NotFound: there is no such visit of theirs.
        NotPrepared: it has no draft yet.
    """
    visit, case = own_visit(desk.session, desk.person, visit_id)
    newest = case_notes(desk.session, visit)[0]
    # First the trail, then the words: with no trail nothing is read.
    subject = audit.Subject("visit", visit.id, visit.case_id)
    audit.record(desk.session, desk.person, action, subject)
    seal = desk.vault.open_case(desk.session, case.id)
    reference = case.sealed_reference
    return OpenedVisit(
        visit=visit,
        case_reference=seal.open_text("case", "sealed_reference", case.id, reference)
        if reference
        else "No case reference",
        seal=seal,
        note=seal.open_text("visit", "sealed_note", visit.id, visit.sealed_note),
        case_note=newest,
        body=open_body(seal, newest),
    )


def open_body(seal: CaseSeal, case_note: CaseNote) -> dict[str, Any]:
    """Return the body of one version."""
    body: dict[str, Any] = seal.open_json(
        "case_note", "sealed_body", case_note.id, case_note.sealed_body
    )
    return body
