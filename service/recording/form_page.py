"""The form a note is pasted into: shown empty, read, and shown again with all that was typed."""

from collections.abc import Callable
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from models.drafting.templates import visit_types
from models.limits import NoteRefused, notices, refuse_unusable
from service import clock
from service.errors import BadVisit, Refusal
from service.recording.visit_form import VisitForm, date_of, reference_of, service_of, type_of
from service.tables.visit import Visit
from service.web.form import Errors, Form, printable
from service.web.problem import wants_json
from service.web.rendering import render
from service.web.words import UK

DATE_PARTS = ("day", "month", "year")


def read_visit_form(form: Form) -> VisitForm:
    """Read the form's words; a program may send the date whole and no submission id."""
    return VisitForm(
        submission_id=form.words("submission_id") or str(uuid4()),
        note=form["note"],
        visit_type=required(form.words("visit_type"), "visit_type", "Choose the kind of visit."),
        visit_date=required(date_words(form), "visit_date", "Enter the date of the visit."),
        service=required(form.words("service"), "service", "Choose the service."),
        case_reference=form.words("case_reference"),
    )


def required(words: str, field: str, message: str) -> str:
    """Return the words of a field that a record cannot do without.

    Raises:
        BadVisit: there are none.
    """
    if not words:
        raise BadVisit(f"no_{field}", message, field)
    return words


def date_words(form: Form) -> str:
    """Return the date year first, from its three boxes or from one field."""
    day, month, year = (form.words(f"visit_date-{part}") for part in DATE_PARTS)
    if not (day or month or year):
        return form.words("visit_date")
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"


def faults(form: Form) -> dict[str, str]:
    """Return every fault of a form, in the order of the page, to be put right at once."""
    checks: dict[str, Callable[[], object]] = {
        "case_reference": lambda: reference_of(form.words("case_reference")),
        "service": lambda: service_of(
            required(form.words("service"), "service", "Choose which service the visit is for.")
        ),
        "visit_type": lambda: type_of(
            required(form.words("visit_type"), "visit_type", "Choose the kind of visit.")
        ),
        "visit_date": lambda: date_of(
            required(date_words(form), "visit_date", "Enter the date of the visit.")
        ),
        "note": lambda: refuse_unusable(form["note"]),
    }
    found = {name: fault_of(check) for name, check in checks.items()}
    return {name: message for name, message in found.items() if message}


def fault_of(check: Callable[[], object]) -> str | None:
    """Return what one check objects to."""
    try:
        check()
    except (BadVisit, NoteRefused) as refusal:
        return refusal.message
    return None


def refused(request: Request, form: Form, refusal: Refusal) -> Response:
    """Show the form again with what was typed; a program gets the refusal itself."""
    if wants_json(request):
        raise refusal
    messages = faults(form) or {"note": refusal.message}
    return form_page(request, form, Errors(messages), refusal.status)


def received(request: Request, visit: Visit, note: str) -> Response:
    """Say that the note is stored, and where its progress is."""
    address = f"/visits/{visit.id}"
    if wants_json(request):
        body = {
            "id": str(visit.id),
            "state": visit.state,
            "address": address,
            "notices": list(notices(note)),
        }
        return JSONResponse(body, 201, headers={"Location": address})
    return RedirectResponse(address, 303)


def form_page(
    request: Request, form: Form | None = None, errors: Errors | None = None, status: int = 200
) -> Response:
    """Render the form."""
    sent = form or Form()
    today = clock.now().astimezone(UK)
    wrong_date = errors is not None and "visit_date" in errors.messages
    return render(
        request,
        "recording/record.html",
        status,
        # Nothing of a refused form was stored, so every form shown is a submission of its own.
        form={name: printable(value) for name, value in sent.values.items()}
        | {"submission_id": str(uuid4())},
        errors=errors,
        example_date=f"{today.day} {today.month} {today.year}",
        type_items=type_items(),
        date_items=date_items(sent, wrong=wrong_date),
    )


def type_items() -> list[dict[str, object]]:
    """The choices of the kind of visit."""
    choices: list[dict[str, object]] = [
        {"value": key, "text": title} for key, title in visit_types().items()
    ]
    return [{"value": "", "text": "Choose one"}, *choices]


def date_items(sent: Form, *, wrong: bool) -> list[dict[str, object]]:
    """The three boxes of the date, as they were filled in."""
    widths = {"day": 2, "month": 2, "year": 4}
    return [
        {
            "name": part,
            "value": printable(sent[f"visit_date-{part}"]),
            "classes": f"govuk-input--width-{width}" + (" govuk-input--error" if wrong else ""),
        }
        for part, width in widths.items()
    ]
