"""The audit entry: who did what when, in ids and never in words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class AuditEntry(Base):
    """One link of a team's chain: its hash covers everything here and the link before."""

    __tablename__ = "audit_entry"

    stream: Mapped[str] = mapped_column(String(40), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[UUID | None]
    action: Mapped[str] = mapped_column(String(60))
    subject_type: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[str | None] = mapped_column(String(80))
    case_id: Mapped[UUID | None]
    code: Mapped[str | None] = mapped_column(String(60))
    previous_hash: Mapped[bytes]
    hash: Mapped[bytes]
