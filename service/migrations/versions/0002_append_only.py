"""What is only ever added to: the database itself refuses to change or remove it."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEVER_CHANGED = (
    ("audit_entry", "UPDATE"),
    ("audit_entry", "DELETE"),
    ("triage_decision", "UPDATE"),
    ("triage_decision", "DELETE"),
    ("case_note", "UPDATE OF id, visit_id, version, work_item_id, author_id, sealed_body"),
    ("case_note", "DELETE"),
)


def upgrade() -> None:
    """Add the triggers."""
    if op.get_bind().dialect.name != "sqlite":
        return  # elsewhere the service's database role has no such right
    for table, change in NEVER_CHANGED:
        op.execute(
            f"CREATE TRIGGER {name(table, change)} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
        )


def downgrade() -> None:
    """Remove the triggers."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table, change in NEVER_CHANGED:
        op.execute(f"DROP TRIGGER {name(table, change)}")


def name(table: str, change: str) -> str:
    """Return what a trigger is called."""
    return f"tr_{table}_no_{change.split(maxsplit=1)[0].lower()}"
