"""The sign-in cookie: out of reach of scripts, and of other sites."""

from fastapi import Request, Response

from service.settings import Settings


def cookie_name(settings: Settings) -> str:
    """Return the cookie's name; browsers guard `__Host-` names, but only over HTTPS."""
    return "__Host-recordwell" if settings.secure_cookies else "recordwell"


def read_cookie(request: Request, settings: Settings) -> str | None:
    """Return the token a request brings."""
    return request.cookies.get(cookie_name(settings))


def set_cookie(response: Response, settings: Settings, token: str) -> None:
    """Give the browser its token, until it is closed."""
    response.set_cookie(
        cookie_name(settings),
        token,
        httponly=True,
        secure=settings.secure_cookies,
        samesite="lax",
        path="/",
    )


def clear_cookie(response: Response, settings: Settings) -> None:
    """Take the token away."""
    response.delete_cookie(
        cookie_name(settings),
        httponly=True,
        secure=settings.secure_cookies,
        samesite="lax",
        path="/",
    )
