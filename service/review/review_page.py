"""The review page: the draft, its source, its tasks and what is being put right."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from service.errors import Refusal
from service.review.correct import Correction
from service.review.layout import lay_out, titles
from service.review.opened import OpenedVisit
from service.review.place import SHOWN_AT_MOST
from service.review.repository import names_of, tasks_of
from service.review.tasks import task_stretches, tasks_on_page
from service.review.visit_words import visit_on_page
from service.tables.case_note import CaseNote
from service.web.form import Errors, Form
from service.web.problem import wants_json
from service.web.rendering import render
from service.web.words import ALREADY_RECORDED

TRAY = "to-place"


@dataclass(frozen=True)
class Editing:
    """The part of the page somebody tried to change, and why it was refused."""

    key: str
    refusal: Refusal
    outcome: str = ""

    def errors(self) -> Errors:
        """The refusal as the error of its field."""
        if self.key == TRAY:
            return Errors({TRAY: self.refusal.message})
        field = "reason" if self.key.startswith("t") else "text"
        return Errors({f"{field}-{self.key}": self.refusal.message})


def read_correction(form: Form) -> Correction:
    """Read what the practitioner wants done with a sentence."""
    return Correction(
        version=form.number("version"),
        sentence=form.words("sentence"),
        text=form["text"],
        heading=form.words("heading"),
        speaker=form["speaker"] if "speaker" in form.values else None,
        take_out=form["action"] == "remove",
        checked=form["action"] == "checked",
    )


def review_page(
    request: Request,
    session: Session,
    opened: OpenedVisit,
    *,
    light: str | None = None,
    refused: Editing | None = None,
) -> Response:
    """Render the review page, or the refusal for a program."""
    if refused and wants_json(request):
        raise refused.refusal
    tasks = list(tasks_of(session, opened.visit))
    case_note = lay_out(opened.body, opened.note, task_stretches(tasks), light)
    return render(
        request,
        "review/review.html",
        refused.refusal.status if refused else 200,
        width="rw-wide",
        visit=visit_on_page(opened),
        version=opened.case_note.version,
        version_words=version_words(session, opened.case_note),
        signed=signature(session, opened.case_note),
        case_note=case_note,
        missing=[heading.title for heading in case_note.headings if not heading.sentences],
        heading_choices=titles(opened.body),
        to_place=case_note.to_place[:SHOWN_AT_MOST],
        tasks=tasks_on_page(session, opened, case_note, light),
        errors=refused.errors() if refused else None,
        editing=refused.key if refused else None,
        sent_outcome=refused.outcome if refused else "",
        notice=NOTICES.get(request.query_params.get("done", "")),
    )


NOTICES = {
    "already": ALREADY_RECORDED,
    "signed": "Signed off. The tasks business support can do have been offered to them.",
    "placed": "Saved. Read the draft through: you can still correct and move every sentence.",
}


@dataclass(frozen=True)
class Signature:
    """Who signed, and when."""

    name: str
    at: Any


def signature(session: Session, case_note: CaseNote) -> Signature | None:
    """Return who signed a case note, if it is signed."""
    if case_note.signed_by_id is None:
        return None
    return Signature(
        names_of(session, [case_note.signed_by_id])[case_note.signed_by_id], case_note.signed_at
    )


def version_words(session: Session, case_note: CaseNote) -> str:
    """Say who made a version."""
    if case_note.author_id is None:
        return "drafted from your note"
    return f"corrected by {names_of(session, [case_note.author_id])[case_note.author_id]}"
