"""The list of a practitioner's visits: what needs them first, what is done last."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from models.drafting.templates import visit_types
from service import audit
from service.access.desk import Desk
from service.jobs.failure_words import words_for
from service.recording.repository import TaskCounts, count_tasks, list_visits, references
from service.recording.visit_state import STAGES, Stage, stage_of
from service.tables.visit import Visit
from service.tables.work_item import WorkItem
from service.web.rendering import render
from service.web.words import counted

GROUPS: tuple[tuple[str, tuple[Stage, ...]], ...] = (
    ("Needs you", ("failed", "prepared")),
    ("Being prepared", ("received", "preparing")),
    ("Signed off", ("signed_off",)),
)


@dataclass(frozen=True)
class VisitRow:
    """One line of the list."""

    id: UUID
    href: str
    case_reference: str = field(repr=False)
    type_title: str
    service: str | None
    date: date | None
    stage: Stage
    words: str

    @property
    def state_words(self) -> str:
        """How far it has got."""
        return STAGES[self.stage].words

    @property
    def state_colour(self) -> str:
        """The colour of its tag."""
        return STAGES[self.stage].colour

    @property
    def can_retry(self) -> bool:
        """Whether its preparation can be tried again."""
        return self.stage == "failed"


@dataclass(frozen=True)
class Group:
    """Visits that stand together."""

    title: str
    visits: list[VisitRow]


def list_page(request: Request, desk: Desk) -> Response:
    """Render the list of a practitioner's visits."""
    themselves = audit.Subject("person", desk.person.person_id)
    audit.record(desk.session, desk.person, "visits_listed", themselves)
    found = list_visits(desk.session, desk.person.team_id, desk.person.person_id)
    visits = [visit for visit, _ in found]
    names = references(desk.session, desk.vault, visits)
    counts = count_tasks(desk.session, visits)
    rows = [
        row_of(visit, item, names[visit.case_id], counts.get(visit.id)) for visit, item in found
    ]
    groups = [
        Group(title, [row for row in rows if row.stage in stages]) for title, stages in GROUPS
    ]
    return render(request, "recording/visits.html", visits=rows, groups=groups)


def row_of(visit: Visit, item: WorkItem, reference: str, counts: TaskCounts | None) -> VisitRow:
    """Lay out one visit."""
    stage = stage_of(visit, item)
    return VisitRow(
        id=visit.id,
        href=f"/visits/{visit.id}" + ("/review" if stage in {"prepared", "signed_off"} else ""),
        case_reference=reference,
        type_title=visit_types().get(visit.visit_type or "", "Visit"),
        service=visit.service,
        date=visit.visit_date,
        stage=stage,
        words=words_of(stage, item, counts),
    )


def words_of(stage: Stage, item: WorkItem, counts: TaskCounts | None) -> str:
    """Say what a practitioner should know before opening a visit."""
    if stage == "failed":
        return words_for(item.last_error_code)
    if counts is None:
        return ""
    if stage == "prepared":
        return f"{counted(counts.all, 'task')} found"
    said = [
        f"{number} {words}"
        for number, words in (
            (counts.handed_back, "handed back to you"),
            (counts.waiting, "waiting for business support"),
            (counts.picked_up, "picked up"),
            (counts.completed, "done by business support"),
        )
        if number
    ]
    return (
        f"{counted(counts.all, 'task')}: {', '.join(said)}" if said else counted(counts.all, "task")
    )
