"""${message}."""

import sqlalchemy as sa
from alembic import op

from service.tables.base import UTCDateTime

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the new shape."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Bring back the old shape."""
    ${downgrades if downgrades else "pass"}
