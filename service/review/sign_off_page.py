"""The page that says what signing will do, before it is done."""

from collections import Counter

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from service.errors import AlreadySignedOff
from service.review.layout import lay_out
from service.review.opened import OpenedVisit
from service.review.tasks import tasks_on_page
from service.review.visit_words import visit_on_page
from service.web.rendering import render


def sign_off_page(request: Request, session: Session, opened: OpenedVisit) -> Response:
    """Render the confirmation.

    Raises:
        AlreadySignedOff: there is nothing left to sign.
    """
    if opened.visit.state == "signed_off":
        raise AlreadySignedOff
    case_note = lay_out(opened.body, opened.note)
    found = tasks_on_page(session, opened, case_note, None)
    tasks = [task for task in found if not task.left_out]
    return render(
        request,
        "review/sign_off.html",
        visit=visit_on_page(opened),
        version=opened.case_note.version,
        case_note=case_note,
        sentences=sum(len(heading.sentences) for heading in case_note.headings),
        empty=sum(1 for heading in case_note.headings if not heading.sentences),
        outcomes=Counter(task.outcome for task in tasks),
        left_out=len(found) - len(tasks),
        offered=[task for task in tasks if task.outcome == "delegable"],
    )
