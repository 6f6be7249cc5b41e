"""The first tables."""

import sqlalchemy as sa
from alembic import op

from service.tables.base import UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the new shape."""
    op.create_table(
        "audit_entry",
        sa.Column("stream", sa.String(length=40), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject_type", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=80), nullable=True),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.String(length=60), nullable=True),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "sequence", name=op.f("pk_audit_entry")),
    )
    op.create_table(
        "audit_stream",
        sa.Column("stream", sa.String(length=40), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", name=op.f("pk_audit_stream")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("username", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("disabled_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "username = lower(username)", name=op.f("ck_person_username_lower_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("username", name=op.f("uq_person_username")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("username_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    op.create_index(
        op.f("ix_sign_in_attempt_username_hash_at"),
        "sign_in_attempt",
        ["username_hash", "at"],
        unique=False,
    )

    op.create_table(
        "vault_canary",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault_canary")),
    )
    op.create_table(
        "team",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_team_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("organisation_id", "name", name=op.f("uq_team_organisation_id_name")),
    )
    op.create_table(
        "case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("sealed_reference", sa.LargeBinary(), nullable=True),
        sa.Column("reference_index", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.Column("erased_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_case_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint(
            "team_id", "reference_index", name=op.f("uq_case_team_id_reference_index")
        ),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "role IN ('practitioner', 'manager', 'business_support', 'governance_lead', "
            "'administrator')",
            name=op.f("ck_membership_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_membership_person_id_person")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_membership_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "person_id", "team_id", "role", name=op.f("uq_membership_person_id_team_id_role")
        ),
    )
    op.create_table(
        "signed_in_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("last_seen_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_signed_in_session_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_signed_in_session_team_id_team")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signed_in_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_signed_in_session_token_hash")),
    )
    op.create_table(
        "case_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("destroyed_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_key_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_key")),
        sa.UniqueConstraint("case_id", "version", name=op.f("uq_case_key_case_id_version")),
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("submission_id", sa.Uuid(), nullable=False),
        sa.Column("submission_digest", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_note", sa.LargeBinary(), nullable=False),
        sa.Column("note_characters", sa.Integer(), nullable=False),
        sa.Column("visit_type", sa.String(length=60), nullable=True),
        sa.Column("visit_date", sa.Date(), nullable=True),
        sa.Column("service", sa.String(length=20), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "service IN ('children', 'adults')", name=op.f("ck_visit_service_known")
        ),
        sa.CheckConstraint(
            "state IN ('received', 'prepared', 'signed_off')", name=op.f("ck_visit_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_visit_author_id_person")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_visit_case_id_case")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_visit_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint(
            "author_id", "submission_id", name=op.f("uq_visit_author_id_submission_id")
        ),
    )
    op.create_index(op.f("ix_visit_case_id"), "visit", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_visit_team_id_received_at"), "visit", ["team_id", "received_at"], unique=False
    )

    op.create_table(
        "task",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sealed_text", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_restored_text", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_details", sa.LargeBinary(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("released_at", UTCDateTime(), nullable=True),
        sa.Column("completed_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('social_worker_only', 'delegable', 'automatable')",
            name=op.f("ck_task_outcome_known"),
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'kept', 'released', 'picked_up', 'completed', 'withdrawn')",
            name=op.f("ck_task_state_known"),
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_task_team_id_team")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_task_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("visit_id", "ordinal", name=op.f("uq_task_visit_id_ordinal")),
    )
    op.create_index(op.f("ix_task_team_id_state"), "task", ["team_id", "state"], unique=False)

    op.create_table(
        "work_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("available_at", UTCDateTime(), nullable=False),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("finished_at", UTCDateTime(), nullable=True),
        sa.Column("last_error_code", sa.String(length=60), nullable=True),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'done', 'failed')",
            name=op.f("ck_work_item_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_work_item_visit_id_visit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_item")),
        sa.UniqueConstraint("visit_id", name=op.f("uq_work_item_visit_id")),
    )
    op.create_index(
        op.f("ix_work_item_state_available_at"),
        "work_item",
        ["state", "available_at"],
        unique=False,
    )

    op.create_table(
        "case_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("work_item_id", sa.Uuid(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("sealed_body", sa.LargeBinary(), nullable=False),
        sa.Column("guidance_version", sa.String(length=60), nullable=True),
        sa.Column("product_version", sa.String(length=60), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("signed_at", UTCDateTime(), nullable=True),
        sa.Column("signed_by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)",
            name=op.f("ck_case_note_signed_by_somebody"),
        ),
        sa.CheckConstraint(
            "(work_item_id IS NULL) <> (author_id IS NULL)", name=op.f("ck_case_note_one_origin")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_case_note_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["person.id"], name=op.f("fk_case_note_signed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_case_note_visit_id_visit")
        ),
        sa.ForeignKeyConstraint(
            ["work_item_id"], ["work_item.id"], name=op.f("fk_case_note_work_item_id_work_item")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_note")),
        sa.UniqueConstraint("visit_id", "version", name=op.f("uq_case_note_visit_id_version")),
        sa.UniqueConstraint("work_item_id", name=op.f("uq_case_note_work_item_id")),
    )
    op.create_index(
        "uq_case_note_one_signed",
        "case_note",
        ["visit_id"],
        unique=True,
        sqlite_where=sa.text("signed_at IS NOT NULL"),
        postgresql_where=sa.text("signed_at IS NOT NULL"),
    )

    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("picked_up_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("ending", sa.String(length=20), nullable=True),
        sa.Column("sealed_reason", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "ending IN ('handed_back', 'completed', 'withdrawn')",
            name=op.f("ck_delegation_ending_known"),
        ),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ending IS NULL)", name=op.f("ck_delegation_ended_somehow")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_delegation_person_id_person")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_delegation_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
    )
    op.create_index(
        "uq_delegation_one_open",
        "delegation",
        ["task_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.create_table(
        "triage_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("rule_id", sa.String(length=100), nullable=True),
        sa.Column("rule_version", sa.String(length=60), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("sealed_body", sa.LargeBinary(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('social_worker_only', 'delegable', 'automatable')",
            name=op.f("ck_triage_decision_outcome_known"),
        ),
        sa.CheckConstraint(
            "(sequence = 1) = (supersedes_id IS NULL)",
            name=op.f("ck_triage_decision_supersedes_earlier"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_triage_decision_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["triage_decision.id"],
            name=op.f("fk_triage_decision_supersedes_id_triage_decision"),
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_triage_decision_task_id_task")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triage_decision")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_triage_decision_supersedes_id")),
        sa.UniqueConstraint(
            "task_id", "sequence", name=op.f("uq_triage_decision_task_id_sequence")
        ),
    )


def downgrade() -> None:
    """Bring back the old shape."""
    op.drop_table("triage_decision")
    op.drop_index(
        "uq_delegation_one_open",
        table_name="delegation",
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.drop_table("delegation")
    op.drop_index(
        "uq_case_note_one_signed",
        table_name="case_note",
        sqlite_where=sa.text("signed_at IS NOT NULL"),
        postgresql_where=sa.text("signed_at IS NOT NULL"),
    )

    op.drop_table("case_note")
    op.drop_index(op.f("ix_work_item_state_available_at"), table_name="work_item")

    op.drop_table("work_item")
    op.drop_index(op.f("ix_task_team_id_state"), table_name="task")

    op.drop_table("task")
    op.drop_index(op.f("ix_visit_team_id_received_at"), table_name="visit")
    op.drop_index(op.f("ix_visit_case_id"), table_name="visit")

    op.drop_table("visit")
    op.drop_table("case_key")
    op.drop_table("signed_in_session")
    op.drop_table("membership")
    op.drop_table("case")
    op.drop_table("team")
    op.drop_table("vault_canary")
    op.drop_index(op.f("ix_sign_in_attempt_username_hash_at"), table_name="sign_in_attempt")

    op.drop_table("sign_in_attempt")
    op.drop_table("person")
    op.drop_table("organisation")
    op.drop_table("audit_stream")
    op.drop_table("audit_entry")
