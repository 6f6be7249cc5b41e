"""The person who works here. People who are written about are never in a table by name."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class Person(Base):
    """Somebody who may sign in until they are disabled."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("username"),
        CheckConstraint("username = lower(username)", name="username_lower_case"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
