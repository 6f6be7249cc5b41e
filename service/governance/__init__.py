"""Governance leads read evaluation runs, the written guidance and the audit trail."""
