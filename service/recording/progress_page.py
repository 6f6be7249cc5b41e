"""How far a preparation has got; what failed says why and can be tried again."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from models.drafting.templates import visit_types
from service import audit
from service.access.desk import Desk
from service.jobs.failure_words import words_for
from service.recording.repository import references
from service.recording.visit_state import Stage, stage_of
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from service.web.problem import wants_json
from service.web.rendering import render
from service.web.words import ALREADY_RECORDED

LOOK_AGAIN_SECONDS = 4
HEADINGS: dict[Stage, str] = {
    "received": "Your note is safe and waiting its turn",
    "preparing": "Your note is being prepared",
    "failed": "This note could not be prepared",
}
STEPS = (
    "Your note is stored",
    "Names are hidden, a draft is made and tasks are checked",
    "Ready for you to review",
)
SPOKEN = {"done": "done", "now": "happening now", "failed": "failed", "later": "not yet"}


@dataclass(frozen=True)
class Step:
    """One step of the way and how far it is."""

    text: str
    state: str

    @property
    def spoken(self) -> str:
        """The state for people who hear the page."""
        return SPOKEN[self.state]


NOTICES = {"already": ALREADY_RECORDED}


@dataclass(frozen=True)
class VisitInProgress:
    """The visit a page of progress is about."""

    id: UUID
    case_reference: str = field(repr=False)
    type_title: str
    date: date | None
    failed: bool


def progress_page(request: Request, desk: Desk, visit: Visit, item: WorkItem) -> Response:
    """Render the progress of a visit, or lead on to its review."""
    stage = stage_of(visit, item)
    if wants_json(request):
        return JSONResponse({"id": str(visit.id), "state": stage})
    if stage in {"prepared", "signed_off"}:
        done = "?done=already" if request.query_params.get("done") == "already" else ""
        return RedirectResponse(f"/visits/{visit.id}/review{done}", 303)
    failed = stage == "failed"
    return render(
        request,
        "recording/progress.html",
        visit=VisitInProgress(
            id=visit.id,
            case_reference=references(desk.session, desk.vault, [visit])[visit.case_id],
            type_title=visit_types().get(visit.visit_type or "", "Visit"),
            date=visit.visit_date,
            failed=failed,
        ),
        heading=HEADINGS[stage],
        steps=steps(stage),
        reason=words_for(item.last_error_code) if failed else None,
        # Opened only where the practitioner may have to write the case note without us.
        note=open_note(desk, visit) if failed else None,
        notice=NOTICES.get(request.query_params.get("done", "")),
        refresh=None if failed else LOOK_AGAIN_SECONDS,
    )


def steps(stage: Stage) -> list[Step]:
    """The way a note goes, and how far it has come."""
    second = {"received": "later", "preparing": "now", "failed": "failed"}[stage]
    return [Step(STEPS[0], "done"), Step(STEPS[1], second), Step(STEPS[2], "later")]


def open_note(desk: Desk, visit: Visit) -> str:
    """Open the note for its author, and write down that it was opened."""
    subject = audit.Subject("visit", visit.id, visit.case_id)
    audit.record(desk.session, desk.person, "note_read", subject)
    seal = desk.vault.open_case(desk.session, visit.case_id)
    return seal.open_text("visit", "sealed_note", visit.id, visit.sealed_note)
