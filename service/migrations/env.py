"""Runs migrations on the connection that `service.migrations.change` hands over."""

from alembic import context

from service.tables.all import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
