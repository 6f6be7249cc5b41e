"""A practitioner's pasted note becomes a visit: all of it stored, or nothing."""

import hmac
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, cast, get_args
from uuid import UUID, uuid4

from fastapi import Depends
from sqlalchemy.orm import Session

from models.drafting.templates import visit_types
from models.limits import NoteRefused, refuse_unusable
from models.text import Service, VisitDetails, VisitNote
from service import audit, clock
from service.access.signed_in import SignedIn
from service.errors import BadVisit, SubmissionChanged
from service.identity_vault.vault import CaseSeal, Vault, get_vault
from service.jobs.work_items import queue_preparation
from service.recording.repository import find_case, find_submission
from service.tables.case import Case
from service.tables.visit import Visit

LONGEST_REFERENCE = 100
EARLIEST_YEAR = 1900
# The day may have begun here and not yet in UTC.
AHEAD = timedelta(days=1)


@dataclass(frozen=True)
class VisitForm:
    """The form as it was sent: words, each still to be checked."""

    submission_id: str
    note: str = field(repr=False)
    visit_type: str | None = None
    visit_date: str | None = None
    service: str | None = None
    case_reference: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class CheckedVisit:
    """A form that can be stored."""

    submission_id: UUID
    note: VisitNote
    case_reference: str | None = field(repr=False)

    def words(self) -> tuple[str, ...]:
        """Return everything the practitioner sent, to tell one submission from another."""
        visit = self.note.visit
        details = (visit.type, visit.date, visit.service, self.case_reference)
        return (self.note.text, *("" if value is None else str(value) for value in details))


class RecordVisit:
    """Records visits; the vault stays in here, so that pages need not open it."""

    def __init__(self, vault: Annotated[Vault, Depends(get_vault)]) -> None:
        self._vault = vault

    def __call__(self, session: Session, person: SignedIn, form: VisitForm) -> Visit:
        """Record the visit a signed-in practitioner sent."""
        return record_visit(session, self._vault, person, form)


def record_visit(session: Session, vault: Vault, person: SignedIn, form: VisitForm) -> Visit:
    """Store a visit with its sealed note, its work item and its audit entry, in one transaction.

    The same submission sent again gives the visit that is already there.

    Raises:
        BadVisit: something in the form cannot be stored; nothing is.
        SubmissionChanged: the same submission came before with other words.
    """
    checked = check(form)
    digest = vault.index("submission", str(person.person_id), *checked.words())
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


def check(form: VisitForm) -> CheckedVisit:
    """Return the form's words as values.

    Raises:
        BadVisit: the first fault found, by code, in plain words, with the field it is in.
    """
    try:
        refuse_unusable(form.note)
    except NoteRefused as refusal:
        raise BadVisit(refusal.code, refusal.message) from None
    return CheckedVisit(
        submission_id=submission_of(form.submission_id),
        note=VisitNote(
            form.note,
            VisitDetails(
                type=type_of(form.visit_type),
                date=date_of(form.visit_date),
                service=service_of(form.service),
            ),
        ),
        case_reference=reference_of(form.case_reference),
    )


def submission_of(text: str) -> UUID:
    """Read the submission's id, which the page made."""
    try:
        return UUID(text)
    except ValueError:
        message = "This form is out of date. Copy your note, open a new form and paste it there."
        raise BadVisit("bad_submission", message, "submission_id") from None


def type_of(text: str | None) -> str | None:
    """Read the kind of visit; it may be left open."""
    if text and text not in visit_types():
        raise BadVisit("unknown_visit_type", "Choose a visit type from the list.", "visit_type")
    return text or None


def service_of(text: str | None) -> Service | None:
    """Read the service; it may be left open."""
    if text and text not in get_args(Service):
        raise BadVisit("unknown_service", "Choose children's or adults' services.", "service")
    return cast("Service", text) if text else None


def date_of(text: str | None) -> date | None:
    """Read the visit's date, year first; it may be left open."""
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        message = "Enter a real date of the visit, like 22 11 2026."
        raise BadVisit("bad_date", message, "visit_date") from None
    if found.year < EARLIEST_YEAR:
        raise BadVisit("bad_date", "Enter the visit's date with its full year.", "visit_date")
    if found > clock.now().date() + AHEAD:
        raise BadVisit("date_in_future", "The visit's date is in the future.", "visit_date")
    return found


def reference_of(text: str | None) -> str | None:
    """Read what the team calls the case; it may be left open."""
    text = (text or "").strip()
    if not text:
        return None
    if len(text) > LONGEST_REFERENCE or not text.isprintable():
        message = f"Enter a case reference of at most {LONGEST_REFERENCE} plain characters."
        raise BadVisit("bad_case_reference", message, "case_reference")
    return text
