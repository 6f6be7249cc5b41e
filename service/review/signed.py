"""A signed case note, opened to be taken out of the product."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from service.access.desk import Desk
from service.errors import Refusal
from service.review.layout import HeadingOnPage, lay_out
from service.review.opened import open_visit
from service.review.repository import names_of
from service.review.tasks import TaskOnPage, tasks_on_page
from service.review.visit_words import VisitOnPage, visit_on_page


class NotSignedOff(Refusal):
    """Only a signed record leaves the product."""

    status = 409
    code = "not_signed_off"
    message = "Sign the case note off first: only a signed record can be copied or downloaded."


@dataclass(frozen=True)
class SignedCaseNote:
    """What a document of a signed case note holds."""

    visit: VisitOnPage
    headings: tuple[HeadingOnPage, ...] = field(repr=False)
    tasks: list[TaskOnPage] = field(repr=False)
    received_at: datetime
    version: int
    made_with: str
    signed_by: str
    signed_at: datetime


def open_signed(desk: Desk, visit_id: UUID, action: str) -> SignedCaseNote:
    """Open a signed case note, and write down that it was taken out.

    Raises:
        NotSignedOff: nobody has signed it.
    """
    opened = open_visit(desk, visit_id, action)
    signed_at, signed_by = opened.case_note.signed_at, opened.case_note.signed_by_id
    if signed_at is None or signed_by is None:
        raise NotSignedOff
    case_note = lay_out(opened.body, opened.note)
    return SignedCaseNote(
        visit=visit_on_page(opened),
        headings=case_note.headings,
        tasks=[
            task
            for task in tasks_on_page(desk.session, opened, case_note, None)
            if not task.left_out
        ],
        received_at=opened.visit.received_at,
        version=opened.case_note.version,
        made_with=made_with(opened.body["versions"]),
        signed_by=names_of(desk.session, [signed_by])[signed_by],
        signed_at=signed_at,
    )


def made_with(versions: dict[str, Any]) -> str:
    """Say which product and guidance made a draft, so that it can be understood years later."""
    return f"Recordwell {versions['recordwell']}, guidance {versions['guidance']}"
