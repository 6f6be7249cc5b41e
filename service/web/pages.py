"""The pages anybody may read: how a note is made, accessibility, and the service's health."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from service.web.rendering import render

router = APIRouter()


@router.get("/health")
def show_health() -> JSONResponse:
    """Say that the service answers."""
    return JSONResponse({"status": "ok"})


@router.get("/accessibility")
def show_accessibility(request: Request) -> Response:
    """Show the accessibility statement."""
    return render(request, "accessibility.html")


@router.get("/how-it-works")
def show_how_it_works(request: Request) -> Response:
    """Show how a note is made, for staff and for the people notes are about."""
    return render(request, "how_it_works.html")
