"""The audit stream: the newest link of each chain, so that a chain cut short is noticed."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class AuditStream(Base):
    """One team's chain, or the service's own: how long it is and where it ends."""

    __tablename__ = "audit_stream"

    stream: Mapped[str] = mapped_column(String(40), primary_key=True)
    sequence: Mapped[int]
    hash: Mapped[bytes]
