"""The page of one task, with what was refused put beside its field."""

from starlette.requests import Request
from starlette.responses import Response

from service import audit
from service.access.desk import Desk
from service.delegation.packet import open_packet
from service.delegation.repository import Offer, holder_name
from service.delegation.reveal import REASONS, Revealed
from service.errors import Refusal
from service.web.form import Errors, Form, printable
from service.web.problem import wants_json
from service.web.rendering import render


def task_page(
    request: Request,
    desk: Desk,
    offer: Offer,
    *,
    revealed: Revealed | None = None,
    refused: tuple[str, Refusal, Form] | None = None,
) -> Response:
    """Render a task's packet.

    Raises:
        Refusal: a program sent what was refused.
    """
    if refused and wants_json(request):
        raise refused[1]
    subject = audit.Subject("task", offer.task.id, offer.visit.case_id)
    audit.record(desk.session, desk.person, "task_read", subject)
    holder = offer.delegation
    return render(
        request,
        "delegation/task.html",
        refused[1].status if refused else 200,
        task=open_packet(desk, offer),
        mine=holder is not None and holder.person_id == desk.person.person_id,
        holder=holder_name(desk.session, holder) if holder else None,
        revealed=revealed,
        reasons=[{"value": code, "text": words} for code, words in REASONS.items()],
        errors=Errors({refused[0]: refused[1].message}) if refused else None,
        sent={name: printable(value) for name, value in refused[2].values.items()}
        if refused
        else {},
        notice=NOTICES.get(request.query_params.get("done", "")),
    )


NOTICES = {"picked-up": "You have picked up this task."}
