"""The pages of business support: the queue, one task, and what a person has in hand."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from service.access.desk import Desk, desk_for
from service.delegation.let_go import ReceiverNeeded, complete, hand_back
from service.delegation.list_pages import own_page, queue_page
from service.delegation.pick_up import pick_up
from service.delegation.repository import find_offer
from service.delegation.reveal import reveal
from service.delegation.task_page import task_page
from service.errors import ReasonNeeded
from service.web.form import SentForm

router = APIRouter()
TheDesk = Annotated[Desk, Depends(desk_for("business_support"), scope="function")]


@router.get("/tasks")
def show_queue(request: Request, desk: TheDesk) -> Response:
    """Show the tasks nobody has picked up."""
    return queue_page(request, desk)


@router.get("/my-tasks")
def show_own(request: Request, desk: TheDesk) -> Response:
    """Show what this person has in hand, and has let go of."""
    return own_page(request, desk)


@router.get("/tasks/{task_id}")
def show_task(request: Request, task_id: UUID, desk: TheDesk) -> Response:
    """Show what a person needs to do one task."""
    return task_page(request, desk, find_offer(desk.session, desk.person, task_id))


@router.post("/tasks/{task_id}/pick-up")
def take_pick_up(task_id: UUID, desk: TheDesk) -> Response:
    """Pick a task up."""
    pick_up(desk, find_offer(desk.session, desk.person, task_id))
    return RedirectResponse(f"/tasks/{task_id}?done=picked-up", 303)


@router.post("/tasks/{task_id}/reveal")
def take_reveal(request: Request, task_id: UUID, desk: TheDesk, form: SentForm) -> Response:
    """Show the names of a task once, for a reason."""
    offer = find_offer(desk.session, desk.person, task_id)
    try:
        names = reveal(desk, offer, form["why"])
    except ReasonNeeded as refusal:
        return task_page(request, desk, offer, refused=("why", refusal, form))
    return task_page(request, desk, offer, revealed=names)


@router.post("/tasks/{task_id}/hand-back")
def take_hand_back(request: Request, task_id: UUID, desk: TheDesk, form: SentForm) -> Response:
    """Hand a task back with a reason."""
    offer = find_offer(desk.session, desk.person, task_id)
    try:
        hand_back(desk, offer, form["receiver"], form["reason"])
    except (ReasonNeeded, ReceiverNeeded) as refusal:
        field = "reason" if isinstance(refusal, ReasonNeeded) else "receiver"
        return task_page(request, desk, offer, refused=(field, refusal, form))
    return RedirectResponse("/my-tasks?done=handed-back", 303)


@router.post("/tasks/{task_id}/complete")
def take_completion(request: Request, task_id: UUID, desk: TheDesk, form: SentForm) -> Response:
    """Complete a task and say what was done."""
    offer = find_offer(desk.session, desk.person, task_id)
    try:
        complete(desk, offer, form["done"])
    except ReasonNeeded as refusal:
        return task_page(request, desk, offer, refused=("done", refusal, form))
    return RedirectResponse("/my-tasks?done=completed", 303)
