"""The pages to sign in and out, and the door that leads each person to their desk."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from service.access.cookie import clear_cookie, set_cookie
from service.access.forgery import refuse_cross_site
from service.access.roles import ROLES, RequireRole
from service.access.sessions import end_session, find_session
from service.access.sign_in import sign_in
from service.access.signed_in import SignedIn
from service.database import Database, WriteSession, get_database
from service.errors import Refusal, SignInRefused, TooManyAttempts
from service.web.form import Errors, Form, SentForm, printable
from service.web.problem import wants_json
from service.web.rendering import render

router = APIRouter()
Anybody = Annotated[SignedIn, Depends(RequireRole(*ROLES))]
OpenDatabase = Annotated[Database, Depends(get_database)]
FIRST_PAGES = {
    "practitioner": "/visits",
    "business_support": "/tasks",
    "governance_lead": "/evaluation-runs",
}


@router.get("/")
def go_to_desk(person: Anybody) -> Response:
    """Lead a person to the first page of their desk."""
    return RedirectResponse(first_page(person), 303)


@router.get("/session")
def show_session(person: Anybody) -> JSONResponse:
    """Tell a program who it is signed in as, and the token its changes must carry."""
    return JSONResponse(
        {"name": person.name, "roles": sorted(person.roles), "csrf_token": person.csrf_token}
    )


@router.get("/sign-in")
def show_sign_in(request: Request, next: str = "/") -> Response:  # noqa: A002 - the name people see
    """Show the sign-in form."""
    return sign_in_page(request, next)


@router.post("/sign-in", dependencies=[Depends(refuse_cross_site)])
def take_sign_in(request: Request, form: SentForm, database: OpenDatabase) -> Response:
    """Sign a person in, or say plainly that the two do not belong together."""
    if missing := missing_fields(form):
        return sign_in_page(request, form["next"], form["username"], missing, 422)
    try:
        new = sign_in(database, form["username"], form["password"])
    except (SignInRefused, TooManyAttempts) as refusal:
        return sign_in_refused(request, form, refusal)
    answer = arrival(request, form, find_session(database, new.token))
    set_cookie(answer, database.settings, new.token)
    return answer


@router.post("/sign-out")
def take_sign_out(person: Anybody, session: WriteSession, database: OpenDatabase) -> Response:
    """End the session at once."""
    end_session(session, person)
    answer = RedirectResponse("/sign-in", 303)
    clear_cookie(answer, database.settings)
    return answer


def first_page(person: SignedIn) -> str:
    """The first page of a person's desk."""
    return next((page for role, page in FIRST_PAGES.items() if role in person.roles), "/guidance")


def arrival(request: Request, form: Form, person: SignedIn) -> Response:
    """The answer to a good sign-in: on to the page asked for, never to another site."""
    if wants_json(request):
        return show_session(person)
    asked = form["next"]
    ours = asked.startswith("/") and not asked.startswith(("//", "/\\")) and asked.isprintable()
    return RedirectResponse(asked if ours else "/", 303)


def missing_fields(form: Form) -> Errors | None:
    """What was left out of the sign-in form."""
    messages = {
        name: f"Enter your {name}" for name in ("username", "password") if not form.words(name)
    }
    return Errors(messages) if messages else None


def sign_in_refused(request: Request, form: Form, refusal: Refusal) -> Response:
    """Show the form again, saying the same whichever of the two was wrong."""
    if wants_json(request):
        raise refusal
    errors = Errors({"username": refusal.message})
    return sign_in_page(request, form["next"], form["username"], errors, refusal.status)


def sign_in_page(  # the parts of one page
    request: Request,
    asked: str,
    username: str = "",
    errors: Errors | None = None,
    status: int = 200,
) -> Response:
    """The sign-in form."""
    if errors and wants_json(request):
        raise SignInRefused
    return render(
        request,
        "access/sign_in.html",
        status,
        next=printable(asked),
        username=printable(username),
        errors=errors,
    )
