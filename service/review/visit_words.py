"""A visit as the pages of review name it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.drafting.templates import visit_types
from service.review.opened import OpenedVisit


@dataclass(frozen=True)
class VisitOnPage:
    """Which visit a page is about."""

    id: UUID
    case_reference: str = field(repr=False)
    type_title: str
    date: date | None
    service: str | None


def visit_on_page(opened: OpenedVisit) -> VisitOnPage:
    """Name a visit."""
    visit = opened.visit
    return VisitOnPage(
        id=visit.id,
        case_reference=opened.case_reference,
        type_title=visit_types().get(visit.visit_type or "", "Visit"),
        date=visit.visit_date,
        service=visit.service,
    )
