"""A refusal or fault as the asker can read it: a page, or JSON for a program."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from service.web.rendering import render


def wants_json(request: Request) -> bool:
    """Whether a program is asking: it sends JSON, or accepts JSON and no page."""
    accept = request.headers.get("accept", "")
    sends = request.headers.get("content-type", "").startswith("application/json")
    return sends or ("application/json" in accept and "text/html" not in accept)


def problem(  # noqa: PLR0913  # one argument per part of the answer
    request: Request,
    status: int,
    *,
    code: str,
    heading: str,
    paragraphs: Sequence[str],
    kept: str = "",
    back: str = "",
) -> Response:
    """Answer with a problem: what happened, what to do about it, and what must not be lost."""
    if wants_json(request):
        message = " ".join(paragraphs) or heading
        return JSONResponse({"error": {"code": code, "message": message}}, status)
    return render(
        request,
        "problem.html",
        status,
        heading=heading,
        paragraphs=paragraphs,
        kept=kept,
        back=back,
        code=code,
    )
