"""How our refusals and faults reach a person: a page they can act on, or JSON for a program."""

import logging
import re
import traceback
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import NotPrepared, NotSignedIn, Refusal
from service.web.form import CannotBeRead, printable, read_form
from service.web.problem import problem, wants_json

log = logging.getLogger(__name__)
HEADINGS = {
    400: "We could not read that",
    401: "Sign in to carry on",
    403: "You cannot do that",
    404: "Page not found",
    405: "You cannot do that here",
    409: "That cannot be done now",
    422: "There is a problem with what was sent",
    429: "Too many attempts",
    500: "Sorry, something went wrong",
    503: "The service is busy",
}
NOT_ALLOWED = 405
CONFLICT = 409
ONE_THING = re.compile(r"/(?:visits|tasks)/[0-9a-f-]{36}(?=/|$)")
TYPED = ("note", "text", "reason", "done")
NEXT_STEPS = {
    404: "If you typed the address, check it is right. A link you followed may be out of date.",
    405: "Go back to your desk and start again from there.",
    409: "Open it again to see how things stand now.",
    500: "What you had already saved is safe. Try again in a few minutes.",
}


def add_error_pages(app: FastAPI) -> None:
    """Give every error of the application its page."""
    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(HTTPException, not_served)
    app.add_exception_handler(RequestValidationError, unreadable_address)


async def refused(request: Request, refusal: Exception) -> Response:
    """Answer a refusal in its own words; a person who is not signed in is sent to do so."""
    assert isinstance(refusal, Refusal)  # noqa: S101 - narrows the type the framework hands us
    kept = "" if isinstance(refusal, CannotBeRead) else typed_words(request)
    if isinstance(refusal, NotPrepared) and reading(request):
        return RedirectResponse(about(request), 303)
    if isinstance(refusal, NotSignedIn) and not wants_json(request) and not kept:
        return RedirectResponse(sign_in_address(request), 303)
    return problem(
        request,
        refusal.status,
        code=refusal.code,
        heading=HEADINGS.get(refusal.status, HEADINGS[400]),
        paragraphs=(refusal.message, *next_step(refusal.status)),
        kept=kept,
        back=about(request) if refusal.status == CONFLICT else "",
    )


def reading(request: Request) -> bool:
    """Whether a person asks for a page, and sends nothing."""
    return request.method == "GET" and not wants_json(request)


def about(request: Request) -> str:
    """The page of the visit or task that was asked about, or nothing where it was about neither."""
    found = ONE_THING.match(request.url.path)
    return found[0] if found else ""


def typed_words(request: Request) -> str:
    """Return the longest thing a person typed, so that a refusal does not lose it."""
    if request.method != "POST" or wants_json(request) or not hasattr(request.state, "sent_body"):
        return ""
    typed = [value for name, value in read_form(request).values.items() if name in TYPED]
    return printable(max(typed, key=len, default="")).strip()


def sign_in_address(request: Request) -> str:
    """Where to sign in, remembering the page that was asked for."""
    return f"/sign-in?next={quote(request.url.path)}" if request.method == "GET" else "/sign-in"


async def not_served(request: Request, fault: Exception) -> Response:
    """Answer an address or method that does not exist."""
    status = fault.status_code if isinstance(fault, HTTPException) else 404
    if status == NOT_ALLOWED and reading(request) and about(request):
        # The address of a form that was sent, typed or loaded again: the page it belongs to.
        return RedirectResponse(about(request), 303)
    return problem(
        request,
        status,
        code={404: "not_found", 405: "method_not_allowed"}.get(status, "refused"),
        heading=HEADINGS.get(status, HEADINGS[400]),
        paragraphs=next_step(status),
    )


async def unreadable_address(request: Request, fault: Exception) -> Response:
    """Answer values that cannot be what they should be, without repeating them."""
    del fault
    return await not_served(request, HTTPException(404))


def next_step(status: int) -> tuple[str, ...]:
    """What a person can do next."""
    return (NEXT_STEPS[status],) if status in NEXT_STEPS else ()


class Faults:
    """Answers 500 for a fault of ours, and logs its kind and place but never its words."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a fault that escapes becomes a page."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as fault:  # noqa: BLE001 - the server would log its words, which may hold names
            log_without_words(fault)
            if not started and scope["type"] == "http":
                await went_wrong(Request(scope, receive))(scope, receive, send)


def log_without_words(fault: BaseException) -> None:
    """Log what kind of fault it was and where, leaving out its message."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = " < ".join(
        f"{frame.name} {frame.filename}:{frame.lineno}" for frame in frames[-6:][::-1]
    )
    log.error("fault kind=%s at %s", type(fault).__name__, where)


def went_wrong(request: Request) -> Response:
    """The page for a fault of ours."""
    return problem(request, 500, code="fault", heading=HEADINGS[500], paragraphs=next_step(500))
