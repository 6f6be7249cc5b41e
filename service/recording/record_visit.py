"""A practitioner's pasted note becomes a visit: all of it stored, or nothing."""

import hmac
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import Depends
from sqlalchemy.orm import Session

from service import audit, clock
from service.access.signed_in import SignedIn
from service.errors import SubmissionChanged
from service.identity_vault.vault import CaseSeal, Vault, get_vault
from service.jobs.work_items import queue_preparation
from service.recording.repository import find_case, find_same, find_submission
from service.recording.visit_form import CheckedVisit, VisitForm, check
from service.tables.case import Case
from service.tables.visit import Visit


class RecordVisit:
    """Records visits; the vault stays in here, so that pages need not open it."""

    def __init__(self, vault: Annotated[Vault, Depends(get_vault)]) -> None:
        self._vault = vault

    def __call__(self, session: Session, person: SignedIn, form: VisitForm) -> Visit:
        """Record the visit a signed-in practitioner sent."""
        return record_visit(session, self._vault, person, form)

    def earlier(self, session: Session, person: SignedIn, form: VisitForm) -> Visit | None:
        """Return the visit that already holds this very note with the same details.

        A page sent again after a step back is a new submission; a record of it twice helps nobody.
        """
        digest = digest_of(self._vault, person, check(form))
        return find_same(session, person.person_id, digest)


def record_visit(session: Session, vault: Vault, person: SignedIn, form: VisitForm) -> Visit:
    """Store a visit with its sealed note, its work item and its audit entry, in one transaction.

    The same submission sent again gives the visit that is already there.

    Raises:
        BadVisit: something in the form cannot be stored; nothing is.
        SubmissionChanged: the same submission came before with other words.
    """
    checked = check(form)
    digest = digest_of(vault, person, checked)
    earlier = find_submission(session, person.person_id, checked.submission_id)
    if earlier is not None:
        if not hmac.compare_digest(earlier.submission_digest, digest):
            raise SubmissionChanged
        return earlier
    case, seal = open_case(session, vault, person.team_id, checked.case_reference)
    details, visit_id = checked.note.visit, uuid4()
    visit = Visit(
        id=visit_id,
        case_id=case.id,
        team_id=person.team_id,
        author_id=person.person_id,
        submission_id=checked.submission_id,
        submission_digest=digest,
        sealed_note=seal.seal("visit", "sealed_note", visit_id, checked.note.text),
        note_characters=len(checked.note.text),
        visit_type=details.type,
        visit_date=details.date,
        service=details.service,
        state="received",
        received_at=clock.now(),
    )
    session.add(visit)
    session.flush()
    queue_preparation(session, visit.id)
    audit.record(session, person, "visit_recorded", audit.Subject("visit", visit.id, case.id))
    return visit


def digest_of(vault: Vault, person: SignedIn, checked: CheckedVisit) -> bytes:
    """Return what tells one submission of a person from another, without its words."""
    return vault.index("submission", str(person.person_id), *checked.words())


def open_case(
    session: Session, vault: Vault, team_id: UUID, reference: str | None
) -> tuple[Case, CaseSeal]:
    """Return the case a reference names in this team, made where there is none."""
    index = (
        vault.index("case", str(team_id), " ".join(reference.split()).lower())
        if reference
        else None
    )
    case = find_case(session, team_id, index) if index else None
    if case is not None:
        return case, vault.open_case(session, case.id)
    case = Case(id=uuid4(), team_id=team_id, reference_index=index, created_at=clock.now())
    session.add(case)
    session.flush()
    seal = vault.open_new_case(session, case.id)
    if reference:
        case.sealed_reference = seal.seal("case", "sealed_reference", case.id, reference)
    session.flush()
    return case, seal
