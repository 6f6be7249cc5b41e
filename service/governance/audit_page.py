"""The audit page: what was done how often, whether the chain holds, and the newest entries."""

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from service import audit
from service.access.signed_in import SignedIn
from service.governance.repository import count_actions, newest_entries, own_streams
from service.web.rendering import render

ACTIONS = {
    "visit_recorded": "Visit recorded",
    "visit_prepared": "Draft prepared",
    "note_opened_to_prepare": "Note opened to be prepared",
    "preparation_failed": "Preparation failed",
    "preparation_put_back": "Preparation put back to try again",
    "preparation_retried": "Preparation tried again by its practitioner",
    "visits_listed": "List of visits opened",
    "note_read": "Note read",
    "case_note_read": "Draft or case note read",
    "case_note_corrected": "Draft corrected",
    "versions_read": "Versions read",
    "outcome_changed": "Outcome of a task changed by a person",
    "task_left_out": "Line left out as not a task",
    "task_put_back": "Task put back",
    "signed_off": "Case note signed off",
    "copied": "Case note copied",
    "exported": "Case note downloaded",
    "queue_read": "Queue of tasks opened",
    "own_tasks_read": "Own tasks opened",
    "task_read": "Task read",
    "picked_up": "Task picked up",
    "handed_back": "Task handed back",
    "offered_again": "Task offered again",
    "completed": "Task completed",
    "names_revealed": "Names in a task shown",
    "audit_read": "Audit trail read",
    "person_added": "Person added",
    "password_replaced": "Password replaced",
    "signed_in": "Signed in",
    "signed_out": "Signed out",
    "sign_in_refused": "Sign-in refused",
    "refused": "Page refused: not in the person’s role",
}
BROKEN = {
    "missing": "an entry is missing",
    "changed": "an entry was changed",
    "cut_short": "the end of the trail was cut off",
}


def action_words(action: str) -> str:
    """Say what was done."""
    return ACTIONS.get(action, action.replace("_", " ").capitalize())


def audit_page(request: Request, session: Session, person: SignedIn) -> Response:
    """Render the audit page, itself written on the trail."""
    audit.record(session, person, "audit_read", audit.Subject("team", person.team_id))
    streams = own_streams(session, person)
    actions = count_actions(session, streams)
    broken = [
        f"At entry {link.sequence:,}: {BROKEN.get(link.problem, link.problem)}."
        for link in audit.verify(session)
        if link.stream in streams
    ]
    return render(
        request,
        "governance/audit.html",
        actions=[(action_words(action), number) for action, number in actions],
        total=sum(number for _, number in actions),
        broken=broken,
        entries=newest_entries(session, streams),
        action_words=action_words,
    )
