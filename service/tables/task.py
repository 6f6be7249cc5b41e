"""The task: something a note says somebody must do."""

from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base, one_of

TaskState = Literal["proposed", "kept", "released", "picked_up", "completed", "withdrawn"]
TASK_STATES: tuple[TaskState, ...] = get_args(TaskState)
TASK_OUTCOMES = ("social_worker_only", "delegable", "automatable")


class Task(Base):
    """One task: `proposed` until the note is signed, then `kept` or `released`, and on.

    `outcome` is the newest triage decision's, repeated here so that a queue can be listed.
    The sealed text has placeholders; the sealed restored text has the names and is opened only on
    purpose. The sealed details are JSON: `owner`, `due_words` and whatever else the line gave.
    """

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("visit_id", "ordinal"),
        CheckConstraint(one_of("state", TASK_STATES), name="state_known"),
        CheckConstraint(one_of("outcome", TASK_OUTCOMES), name="outcome_known"),
        Index(None, "team_id", "state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    ordinal: Mapped[int]
    sealed_text: Mapped[bytes]
    sealed_restored_text: Mapped[bytes]
    sealed_details: Mapped[bytes]
    span_start: Mapped[int]
    span_end: Mapped[int]
    due: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]
    released_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
