"""The delegation: a released task in somebody's hands."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base, one_of

Ending = Literal["handed_back", "completed", "withdrawn"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)


class Delegation(Base):
    """One person's hold on one task, from pick up to its ending; only one can be open."""

    __tablename__ = "delegation"
    __table_args__ = (
        CheckConstraint(one_of("ending", ENDINGS), name="ending_known"),
        CheckConstraint("(ended_at IS NULL) = (ending IS NULL)", name="ended_somehow"),
        Index(
            "uq_delegation_one_open",
            "task_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    task_id: Mapped[UUID] = mapped_column(ForeignKey("task.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    picked_up_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ending: Mapped[str | None] = mapped_column(String(20))
    sealed_reason: Mapped[bytes | None]
