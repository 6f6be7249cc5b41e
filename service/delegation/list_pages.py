"""The lists of delegation: what waits for business support, and what one person has in hand."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from service import audit, clock
from service.access.desk import Desk
from service.delegation.packet import TaskLine, open_line
from service.delegation.repository import finished, held, queue, tasks_by_id
from service.web.rendering import render
from service.web.words import UK

NOTICES = {
    "completed": "Done. The social worker can see what you did.",
    "handed-back": "Handed back, with your reason.",
}


@dataclass(frozen=True)
class FinishedLine:
    """A task this person let go of, and how."""

    line: TaskLine = field(repr=False)
    ending: str
    ended_at: datetime | None


def queue_page(request: Request, desk: Desk) -> Response:
    """Render the tasks nobody has picked up."""
    team = audit.Subject("team", desk.person.team_id)
    audit.record(desk.session, desk.person, "queue_read", team)
    tasks = [open_line(desk, offer) for offer in queue(desk.session, desk.person)]
    return render(
        request,
        "delegation/queue.html",
        tasks=tasks,
        today=clock.now().astimezone(UK).date(),
        notice=NOTICES.get(request.query_params.get("done", "")),
    )


def own_page(request: Request, desk: Desk) -> Response:
    """Render what this person has in hand and has let go of."""
    themselves = audit.Subject("person", desk.person.person_id)
    audit.record(desk.session, desk.person, "own_tasks_read", themselves)
    in_hand = [open_line(desk, offer) for offer in held(desk.session, desk.person)]
    ended = finished(desk.session, desk.person)
    found = tasks_by_id(desk.session, desk.person, [delegation.task_id for delegation in ended])
    let_go = [
        FinishedLine(
            open_line(desk, found[delegation.task_id]),
            delegation.ending or "",
            delegation.ended_at,
        )
        for delegation in ended
        if delegation.task_id in found
    ]
    return render(
        request,
        "delegation/own.html",
        tasks=in_hand,
        let_go=let_go,
        today=clock.now().astimezone(UK).date(),
        notice=NOTICES.get(request.query_params.get("done", "")),
    )
