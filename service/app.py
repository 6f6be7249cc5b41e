"""The composition root: settings, database, vault, desks and error pages become one application."""

from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware import Middleware

from service.access import pages as access
from service.database import Database
from service.delegation import pages as delegation
from service.error_pages import Faults, add_error_pages
from service.governance import pages as governance
from service.identity_vault.vault import Vault
from service.recording import pages as recording
from service.review import pages as review
from service.settings import Settings
from service.web import pages as web
from service.web.body_limit import BodyLimit
from service.web.rendering import STATIC
from service.web.security_headers import SecurityHeaders

ROUTERS: tuple[APIRouter, ...] = (
    web.router,
    access.router,
    recording.router,
    review.router,
    delegation.router,
    governance.router,
)


def create_app(settings: Settings, database: Database, vault: Vault) -> FastAPI:
    """Build the application from its settings and its opened database and vault."""
    app = FastAPI(
        title="Recordwell",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        # Off by name: an environment variable must not be able to switch it on.
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
        middleware=[Middleware(SecurityHeaders), Middleware(Faults), Middleware(BodyLimit)],
    )
    app.state.settings = settings
    app.state.database = database
    app.state.vault = vault
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    add_error_pages(app)
    return app
