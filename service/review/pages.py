"""The pages of review: read, correct, decide, sign off and take away."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from service.access.desk import Desk, desk_for
from service.errors import ReasonNeeded
from service.review.change_outcome import change_outcome
from service.review.correct import WordsNeeded, correct
from service.review.export import as_plain_text, as_word_document
from service.review.leave_out import leave_out, put_back
from service.review.offer_again import offer_again
from service.review.opened import open_visit
from service.review.place import NothingPlaced, place, read_choices
from service.review.repository import own_task
from service.review.review_page import TRAY, Editing, read_correction, review_page
from service.review.sign_off import sign_off
from service.review.sign_off_page import sign_off_page
from service.review.signed import open_signed
from service.review.versions import versions_page
from service.web.form import SentForm
from service.web.rendering import render

router = APIRouter(prefix="/visits/{visit_id}")
TheDesk = Annotated[Desk, Depends(desk_for("practitioner"), scope="function")]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/review")
def show_review(
    request: Request, visit_id: UUID, desk: TheDesk, light: str | None = None
) -> Response:
    """Show the draft beside the note, with one sentence or task lit."""
    opened = open_visit(desk, visit_id, "case_note_read")
    return review_page(request, desk.session, opened, light=light)


@router.post("/sentences")
def take_correction(request: Request, visit_id: UUID, desk: TheDesk, form: SentForm) -> Response:
    """Correct, move or take out one sentence."""
    opened = open_visit(desk, visit_id, "case_note_corrected")
    correction = read_correction(form)
    try:
        correct(desk, opened, correction)
    except WordsNeeded as refusal:
        return review_page(
            request, desk.session, opened, refused=Editing(correction.sentence, refusal)
        )
    return back_to_review(visit_id, correction.sentence)


@router.post("/placements")
def take_placements(request: Request, visit_id: UUID, desk: TheDesk, form: SentForm) -> Response:
    """Give sentences that wait for a heading their place."""
    opened = open_visit(desk, visit_id, "case_note_corrected")
    try:
        place(desk, opened, form.number("version"), read_choices(form), form.words("rest"))
    except NothingPlaced as refusal:
        return review_page(request, desk.session, opened, refused=Editing(TRAY, refusal))
    return RedirectResponse(f"/visits/{visit_id}/review?done=placed", 303)


@router.post("/tasks/{task_id}/outcome")
def take_outcome(
    request: Request, visit_id: UUID, task_id: UUID, desk: TheDesk, form: SentForm
) -> Response:
    """Change who may do a task, with a reason."""
    opened = open_visit(desk, visit_id, "task_read")
    task = own_task(desk.session, opened.visit, task_id)
    try:
        change_outcome(desk, opened, task, form["outcome"], form["reason"])
    except ReasonNeeded as refusal:
        refused = Editing(f"t{task.ordinal}", refusal, outcome=form["outcome"])
        return review_page(request, desk.session, opened, refused=refused)
    return back_to_review(visit_id, f"t{task.ordinal}")


@router.post("/tasks/{task_id}/leave-out")
def take_left_out(visit_id: UUID, task_id: UUID, desk: TheDesk) -> Response:
    """Leave out of the record what is not a task."""
    opened = open_visit(desk, visit_id, "task_read")
    task = own_task(desk.session, opened.visit, task_id)
    leave_out(desk, opened, task)
    return back_to_review(visit_id, f"t{task.ordinal}")


@router.post("/tasks/{task_id}/put-back")
def take_put_back(visit_id: UUID, task_id: UUID, desk: TheDesk) -> Response:
    """Put back a task that was left out."""
    opened = open_visit(desk, visit_id, "task_read")
    task = own_task(desk.session, opened.visit, task_id)
    put_back(desk, opened, task)
    return back_to_review(visit_id, f"t{task.ordinal}")


@router.post("/tasks/{task_id}/offer")
def take_offer(visit_id: UUID, task_id: UUID, desk: TheDesk) -> Response:
    """Offer business support a task that was handed back."""
    opened = open_visit(desk, visit_id, "task_read")
    task = own_task(desk.session, opened.visit, task_id)
    offer_again(desk, opened, task)
    return back_to_review(visit_id, f"t{task.ordinal}")


@router.get("/versions")
def show_versions(request: Request, visit_id: UUID, desk: TheDesk) -> Response:
    """Show every version of a case note, and what a person changed in each."""
    opened = open_visit(desk, visit_id, "versions_read")
    return versions_page(request, desk.session, opened)


@router.get("/sign-off")
def show_sign_off(request: Request, visit_id: UUID, desk: TheDesk) -> Response:
    """Ask the practitioner to confirm what signing will do."""
    opened = open_visit(desk, visit_id, "case_note_read")
    return sign_off_page(request, desk.session, opened)


@router.post("/sign-off")
def take_sign_off(visit_id: UUID, desk: TheDesk, form: SentForm) -> Response:
    """Sign the case note off."""
    opened = open_visit(desk, visit_id, "case_note_read")
    sign_off(desk, opened, form.number("version"))
    return RedirectResponse(f"/visits/{visit_id}/review?done=signed", 303)


@router.get("/copy")
def show_copy(request: Request, visit_id: UUID, desk: TheDesk) -> Response:
    """Show the signed case note as plain text to copy."""
    signed = open_signed(desk, visit_id, "copied")
    return render(request, "review/copy.html", text=as_plain_text(signed), visit_id=visit_id)


@router.get("/case-note.docx")
def send_word_document(visit_id: UUID, desk: TheDesk) -> Response:
    """Send the signed case note as a Word document."""
    signed = open_signed(desk, visit_id, "exported")
    headers = {"Content-Disposition": 'attachment; filename="case-note.docx"'}
    return Response(as_word_document(signed), media_type=WORD, headers=headers)


def back_to_review(visit_id: UUID, key: str) -> Response:
    """The way back to the part of the page that was changed."""
    return RedirectResponse(f"/visits/{visit_id}/review#{key}", 303)
