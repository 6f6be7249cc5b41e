"""The sign-in attempt: counted so that guessing is slow."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class SignInAttempt(Base):
    """One attempt; usernames are hashed, because people type passwords into the wrong box."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index(None, "username_hash", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    username_hash: Mapped[bytes]
    at: Mapped[datetime]
    succeeded: Mapped[bool]
