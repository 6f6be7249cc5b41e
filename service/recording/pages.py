"""The pages of recording: a practitioner's visits, the form to paste a note, and its progress."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from service.access.desk import Desk, desk_for
from service.access.roles import RequireRole
from service.errors import BadVisit, SubmissionChanged
from service.jobs.work_items import retry
from service.recording.form_page import form_page, read_visit_form, received, refused
from service.recording.list_page import list_page
from service.recording.progress_page import progress_page
from service.recording.record_visit import RecordVisit
from service.recording.repository import find_visit
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from service.web.form import SentForm
from service.web.problem import wants_json

router = APIRouter()
practitioner = RequireRole("practitioner")
TheDesk = Annotated[Desk, Depends(desk_for("practitioner"), scope="function")]


@router.get("/visits")
def show_visits(request: Request, desk: TheDesk) -> Response:
    """List a practitioner's visits, what needs them first."""
    return list_page(request, desk)


@router.get("/record", dependencies=[Depends(practitioner)])
def show_form(request: Request) -> Response:
    """Show an empty form."""
    return form_page(request)


@router.post("/visits")
def take_visit(
    request: Request, desk: TheDesk, record: Annotated[RecordVisit, Depends()], form: SentForm
) -> Response:
    """Record a pasted note, or show the form again with what must be put right."""
    try:
        sent = read_visit_form(form)
        earlier = record.earlier(desk.session, desk.person, sent)
        if earlier is not None and not wants_json(request):
            return RedirectResponse(f"/visits/{earlier.id}?done=already", 303)
        visit = record(desk.session, desk.person, sent)
    except (BadVisit, SubmissionChanged) as refusal:
        return refused(request, form, refusal)
    return received(request, visit, sent.note)


@router.get("/visits/{visit_id}")
def show_progress(request: Request, visit_id: UUID, desk: TheDesk) -> Response:
    """Show how far a preparation has got; a prepared visit opens for review."""
    return progress_page(request, desk, *find_own(desk, visit_id))


@router.post("/visits/{visit_id}/retry")
def take_retry(visit_id: UUID, desk: TheDesk) -> Response:
    """Queue a failed preparation again."""
    visit, _ = find_own(desk, visit_id)
    retry(desk.session, desk.person, visit)
    return RedirectResponse(f"/visits/{visit_id}", 303)


def find_own(desk: Desk, visit_id: UUID) -> tuple[Visit, WorkItem]:
    """Return a visit of who is asking, and how its preparation stands."""
    return find_visit(desk.session, desk.person.team_id, desk.person.person_id, visit_id)
