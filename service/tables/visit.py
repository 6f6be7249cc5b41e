"""The visit: what happened, and the note pasted about it."""

from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base, one_of

VisitState = Literal["received", "prepared", "signed_off"]
VISIT_STATES: tuple[VisitState, ...] = get_args(VisitState)


class Visit(Base):
    """One visit with its sealed note; how its preparation stands is in its work item."""

    __tablename__ = "visit"
    __table_args__ = (
        UniqueConstraint("author_id", "submission_id"),
        CheckConstraint(one_of("state", VISIT_STATES), name="state_known"),
        CheckConstraint("service IN ('children', 'adults')", name="service_known"),
        Index(None, "team_id", "received_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    submission_id: Mapped[UUID]
    submission_digest: Mapped[bytes]
    sealed_note: Mapped[bytes]
    note_characters: Mapped[int]
    visit_type: Mapped[str | None] = mapped_column(String(60))
    visit_date: Mapped[date | None]
    service: Mapped[str | None] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    received_at: Mapped[datetime]
