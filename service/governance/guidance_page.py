"""The guidance page: the version in force, and the rules that hold what was searched for."""

from starlette.requests import Request
from starlette.responses import Response

from guidance.library import load
from service.governance.rules import nearest, search
from service.web.rendering import render

MOST_NEAREST = 20


def guidance_page(request: Request, words: str, outcome: str) -> Response:
    """Render the guidance; where no rule holds every word, the rules that hold some."""
    guidance = load()
    rules = search(guidance, words, outcome)
    partly = [] if rules else nearest(guidance, words, outcome)[:MOST_NEAREST]
    return render(
        request,
        "governance/guidance.html",
        guidance=guidance,
        rules=rules or partly,
        partly=bool(partly),
        words=words,
        outcome=outcome,
    )
