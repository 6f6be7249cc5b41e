"""The case note: one version of a draft, and in the end the signed record."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class CaseNote(Base):
    """A version of a visit's case note; versions are added, never changed, and one may be signed.

    The sealed body is JSON: `schema`, `redacted_text`, `entities`, `draft`, `versions` and
    `timings_ms`, as the command line prints them. A version made by a person has an author; the
    prepared one has the work item that made it.
    """

    __tablename__ = "case_note"
    __table_args__ = (
        UniqueConstraint("visit_id", "version"),
        UniqueConstraint("work_item_id"),
        CheckConstraint("(work_item_id IS NULL) <> (author_id IS NULL)", name="one_origin"),
        CheckConstraint("(signed_at IS NULL) = (signed_by_id IS NULL)", name="signed_by_somebody"),
        Index(
            "uq_case_note_one_signed",
            "visit_id",
            unique=True,
            sqlite_where=text("signed_at IS NOT NULL"),
            postgresql_where=text("signed_at IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    version: Mapped[int]
    work_item_id: Mapped[UUID | None] = mapped_column(ForeignKey("work_item.id"))
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    sealed_body: Mapped[bytes]
    guidance_version: Mapped[str | None] = mapped_column(String(60))
    product_version: Mapped[str | None] = mapped_column(String(60))
    created_at: Mapped[datetime]
    signed_at: Mapped[datetime | None]
    signed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
