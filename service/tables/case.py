"""The case: an opaque number that visits hang on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class Case(Base):
    """One case of a team; what people call it is sealed, and found again by a keyed hash."""

    __tablename__ = "case"
    __table_args__ = (UniqueConstraint("team_id", "reference_index"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    sealed_reference: Mapped[bytes | None]
    reference_index: Mapped[bytes | None]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
