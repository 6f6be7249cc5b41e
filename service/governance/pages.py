"""The pages of governance: evaluation runs, their reports, the guidance and the audit trail."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import FileResponse, Response

from guidance.library import load
from service.access.roles import ROLES, RequireRole
from service.access.signed_in import SignedIn
from service.database import WriteSession
from service.governance.audit_page import audit_page
from service.governance.guidance_page import guidance_page
from service.governance.rules import find_rule
from service.governance.runs import counts, find_run, list_runs, worst_first
from service.settings import Settings
from service.web.rendering import render

router = APIRouter()
governance_lead = RequireRole("governance_lead")
anybody = RequireRole(*ROLES)  # whom a rule binds may read it
GovernanceLead = Annotated[SignedIn, Depends(governance_lead)]
# A report is somebody's file: it may style itself and nothing else.
REPORT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def settings_of(request: Request) -> Settings:
    """Return the settings `create_app` put on the application."""
    settings: Settings = request.app.state.settings
    return settings


TheSettings = Annotated[Settings, Depends(settings_of)]


@router.get("/evaluation-runs", dependencies=[Depends(governance_lead)])
def show_runs(request: Request, settings: TheSettings) -> Response:
    """List the evaluation runs, the newest first."""
    runs = list_runs(settings.evaluation_runs)
    return render(request, "governance/runs.html", runs=runs, counts=counts)


@router.get("/evaluation-runs/{identity}", dependencies=[Depends(governance_lead)])
def show_run(request: Request, identity: str, settings: TheSettings) -> Response:
    """Show one run with its findings."""
    run = find_run(settings.evaluation_runs, identity)
    findings = worst_first(run)
    return render(request, "governance/run.html", width="rw-wide", run=run, findings=findings)


@router.get("/evaluation-runs/{identity}/report", dependencies=[Depends(governance_lead)])
def show_report(identity: str, settings: TheSettings) -> Response:
    """Send a run's report as it was written, shut in a sandbox."""
    run = find_run(settings.evaluation_runs, identity)
    headers = {"Content-Security-Policy": REPORT_POLICY}
    return FileResponse(run.report, media_type="text/html; charset=utf-8", headers=headers)


@router.get("/guidance", dependencies=[Depends(anybody)])
def show_guidance(request: Request, words: str = "", outcome: str = "") -> Response:
    """Show the current version of the guidance and search its rules."""
    return guidance_page(request, words, outcome)


@router.get("/guidance/{rule_id}", dependencies=[Depends(anybody)])
def show_rule(request: Request, rule_id: str) -> Response:
    """Show one rule with its source and its examples."""
    guidance = load()
    rule = find_rule(guidance, rule_id)
    return render(request, "governance/rule.html", guidance=guidance, rule=rule)


@router.get("/audit")
def show_audit(request: Request, person: GovernanceLead, session: WriteSession) -> Response:
    """Show what was done how often, and whether the trail holds."""
    return audit_page(request, session, person)
