"""Requests that another site made in a person's name are refused."""

import hmac
from urllib.parse import urlsplit

from fastapi import Request

from service.errors import ForgedRequest

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FORM_FIELD = "csrf_token"
HEADER = "X-CSRF-Token"


def refuse_cross_site(request: Request) -> None:
    """Refuse a change asked for by a page of another site; the sign-in form asks for this alone.

    Raises:
        ForgedRequest: the browser says the request came from elsewhere.
    """
    if request.method in SAFE_METHODS:
        return
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ForgedRequest
    origin = request.headers.get("origin")
    if origin is not None and host_of(origin) != request.headers.get("host"):
        raise ForgedRequest


def host_of(origin: str) -> str | None:
    """Return the host an origin names, or nothing where it is no address."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


async def offered_token(request: Request) -> str | None:
    """Return the form's token, or the header's where a script asks."""
    if request.method in SAFE_METHODS or HEADER in request.headers:
        return request.headers.get(HEADER)
    if "form" not in request.headers.get("content-type", ""):
        return None
    value = (await request.form()).get(FORM_FIELD)
    return value if isinstance(value, str) else None


def refuse_forged(request: Request, offered: str | None, expected: str) -> None:
    """Refuse a change that does not carry this session's own token.

    Raises:
        ForgedRequest: it came from elsewhere, or from a page of another session.
    """
    refuse_cross_site(request)
    if request.method in SAFE_METHODS:
        return
    if offered is None or not hmac.compare_digest(
        offered.encode("utf-8", "replace"), expected.encode()
    ):
        raise ForgedRequest
