"""The work item: the preparation a visit waits for. The record is the queue."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base, one_of

WorkState = Literal["queued", "running", "done", "failed"]
WORK_STATES: tuple[WorkState, ...] = get_args(WorkState)


class WorkItem(Base):
    """One preparation: who holds it is a token, why it failed is a code, and never any text."""

    __tablename__ = "work_item"
    __table_args__ = (
        UniqueConstraint("visit_id"),
        CheckConstraint(one_of("state", WORK_STATES), name="state_known"),
        Index(None, "state", "available_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    state: Mapped[str] = mapped_column(String(20))
    token: Mapped[int]
    attempts: Mapped[int]
    available_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    last_error_code: Mapped[str | None] = mapped_column(String(60))
