"""Changes the database's shape to a numbered version and says which one it has."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from service.database import Database
from service.errors import StartRefused
from service.tables.all import METADATA


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the database up to a version, all steps in one transaction."""
    with database.migrating() as connection:
        command.upgrade(configuration(connection), revision)


def downgrade(database: Database, revision: str) -> None:
    """Bring the database back to an earlier version."""
    with database.migrating() as connection:
        command.downgrade(configuration(connection), revision)


def refuse_unmigrated(database: Database) -> None:
    """Refuse to work on a database that has another shape than this version of the product.

    Raises:
        StartRefused: a migration is waiting, or the database is newer than the product.
    """
    newest = ScriptDirectory.from_config(configuration(None)).get_current_head()
    with database.reader.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() != newest:
            raise StartRefused(
                "unmigrated", "The database has another shape than this version. Run: migrate"
            )


def differences(database: Database) -> list[object]:
    """Return what the tables in code and in the database differ in."""
    with database.reader.connect() as connection:
        context = MigrationContext.configure(connection)
        return list(compare_metadata(context, METADATA))


def configuration(connection: object) -> Config:
    """Return Alembic's configuration, made here so that no file holds an address."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config
