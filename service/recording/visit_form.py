"""The form a practitioner sends about a visit: every field checked, each fault a named refusal."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast, get_args
from uuid import UUID

from models.drafting.templates import visit_types
from models.limits import NoteRefused, refuse_unusable
from models.text import Service, VisitDetails, VisitNote
from service import clock
from service.errors import BadVisit

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
