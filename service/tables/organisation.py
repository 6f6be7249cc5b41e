"""The organisation: a council or trust."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class Organisation(Base):
    """A council or trust; `demo` says that everything in it is invented."""

    __tablename__ = "organisation"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    demo: Mapped[bool]
    created_at: Mapped[datetime]
