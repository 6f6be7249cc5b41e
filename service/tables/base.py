"""What every table shares: names for its constraints, and types that both databases keep alike."""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import Date, DateTime, Dialect, LargeBinary, MetaData, TypeDecorator, Uuid
from sqlalchemy.orm import DeclarativeBase


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC; one without its zone is refused rather than guessed at."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment into what the database keeps.

        Raises:
            ValueError: the moment does not say its zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs its zone.")
        moment = value.astimezone(UTC)
        # SQLite has no zones: it would drop the offset and keep the wrong hour.
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn what the database kept into a moment."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it as it is
        datetime: UTCDateTime(),
        date: Date(),
        UUID: Uuid(),
        bytes: LargeBinary(),
    }


def one_of(column: str, values: tuple[str, ...]) -> str:
    """Return the check that a column holds one of these words."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
