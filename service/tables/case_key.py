"""The case key: what opens the sealed values of one case; destroying it erases them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class CaseKey(Base):
    """One version of a case's key, wrapped by the master key; empty once destroyed."""

    __tablename__ = "case_key"
    __table_args__ = (UniqueConstraint("case_id", "version"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    version: Mapped[int]
    wrapped: Mapped[bytes | None]
    created_at: Mapped[datetime]
    destroyed_at: Mapped[datetime | None]
