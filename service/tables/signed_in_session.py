"""The signed-in session: kept here and not in the cookie, so that it can be ended at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class SignedInSession(Base):
    """One sign-in; the cookie holds a random token and this row only its SHA-256."""

    __tablename__ = "signed_in_session"
    __table_args__ = (UniqueConstraint("token_hash"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
