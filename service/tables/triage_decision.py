"""The triage decision: who may do a task, and why. Decisions are added and never changed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base, one_of
from service.tables.task import TASK_OUTCOMES


class TriageDecision(Base):
    """One decision on a task; a person's decision supersedes an earlier one and leaves it standing.

    The sealed body is JSON: for a prepared decision the contract's `rule`, `reason`,
    `would_change_it`, `confidence`, `who`, `reserved_to` and `automation`; for a person's,
    `reason`.
    """

    __tablename__ = "triage_decision"
    __table_args__ = (
        UniqueConstraint("task_id", "sequence"),
        UniqueConstraint("supersedes_id"),
        CheckConstraint(one_of("outcome", TASK_OUTCOMES), name="outcome_known"),
        CheckConstraint("(sequence = 1) = (supersedes_id IS NULL)", name="supersedes_earlier"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    task_id: Mapped[UUID] = mapped_column(ForeignKey("task.id"))
    sequence: Mapped[int]
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("triage_decision.id"))
    outcome: Mapped[str] = mapped_column(String(30))
    rule_id: Mapped[str | None] = mapped_column(String(100))
    rule_version: Mapped[str | None] = mapped_column(String(60))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    sealed_body: Mapped[bytes]
    decided_at: Mapped[datetime]
