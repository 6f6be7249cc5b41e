"""Every table, loaded: what the migrations compare the database with."""

from service.tables.audit_entry import AuditEntry
from service.tables.audit_stream import AuditStream
from service.tables.base import Base
from service.tables.case import Case
from service.tables.case_key import CaseKey
from service.tables.case_note import CaseNote
from service.tables.delegation import Delegation
from service.tables.membership import Membership
from service.tables.organisation import Organisation
from service.tables.person import Person
from service.tables.sign_in_attempt import SignInAttempt
from service.tables.signed_in_session import SignedInSession
from service.tables.task import Task
from service.tables.team import Team
from service.tables.triage_decision import TriageDecision
from service.tables.vault_canary import VaultCanary
from service.tables.visit import Visit
from service.tables.work_item import WorkItem

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "AuditEntry",
    "AuditStream",
    "Case",
    "CaseKey",
    "CaseNote",
    "Delegation",
    "Membership",
    "Organisation",
    "Person",
    "SignInAttempt",
    "SignedInSession",
    "Task",
    "Team",
    "TriageDecision",
    "VaultCanary",
    "Visit",
    "WorkItem",
]
