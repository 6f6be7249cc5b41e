"""The membership: which role a person has in which team."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base, one_of

Role = Literal[
    "practitioner", "manager", "business_support", "governance_lead", "administrator"
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)


class Membership(Base):
    """One role of one person in one team."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("person_id", "team_id", "role"),
        CheckConstraint(one_of("role", ROLES), name="role_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    role: Mapped[str] = mapped_column(String(30))
    created_at: Mapped[datetime]
