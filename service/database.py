"""The database: how it is opened, and the only place that commits."""

import logging
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from service.errors import ServiceBusy, StartRefused, StorageFull
from service.master_key import MasterKey
from service.settings import Settings

log = logging.getLogger(__name__)
CONNECTIONS = 40  # as many as the web process has threads: none waits for a connection


class Database:
    """One encrypted SQLite file, two engines: writers lock at once, readers never wait."""

    def __init__(self, settings: Settings, master_key: MasterKey) -> None:
        settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.settings = settings
        self.file = settings.database_file
        if not self.file.exists():  # made by us, so that only this account may read it
            os.close(os.open(self.file, os.O_CREAT | os.O_WRONLY, 0o600))
        self._key = file_key(master_key)
        self._journal = journal_mode(dbapi2.sqlite_version_info)
        self.writer = self._engine(begin="BEGIN IMMEDIATE", query_only=False)
        self.reader = self._engine(begin="BEGIN", query_only=True)
        self._refuse_wrong_key()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose work is committed when the block ends, or not at all.

        Raises:
            ServiceBusy: another writer kept the database for too long; nothing was stored.
            StorageFull: there is no room left; nothing was stored.
        """
        with busy_is_a_refusal(), Session(self.writer, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one moment of the database and cannot change it."""
        with busy_is_a_refusal(), Session(self.reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Give a connection that may copy and swap tables; foreign keys are checked at the end."""
        with self.writer.connect() as connection:
            # The switch does nothing inside a transaction, and a swap would delete what refers.
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise StartRefused("bad_migration", "A migration would lose references.")
            finally:
                connection.invalidate()

    def close(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()

    def connect(self, *, query_only: bool = False) -> Any:
        """Return a bare connection to the database with every safety switched on."""
        connection = open_file(self.file, self._key, self.settings.busy_seconds)
        for pragma in (
            "foreign_keys = ON",
            f"journal_mode = {self._journal}",
            "synchronous = FULL",
            "secure_delete = ON",
            f"query_only = {int(query_only)}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def open_copy(self, path: Path) -> Any:
        """Return a bare connection to another file under the same key."""
        return open_file(path, self._key, self.settings.busy_seconds)

    def _engine(self, *, begin: str, query_only: bool) -> Engine:
        engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: self.connect(query_only=query_only),
            poolclass=QueuePool,
            pool_size=CONNECTIONS,
            hide_parameters=True,  # no value reaches an error or a log
        )
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    def _refuse_wrong_key(self) -> None:
        """Read one page: with another key the file is noise.

        Raises:
            StartRefused: the file does not open with this key, or it is cut short or damaged.
        """
        try:
            with closing(self.connect()) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as fault:
            if "file is not a database" in str(fault):
                message = "The master key does not open the database."
                raise StartRefused("wrong_master_key", message) from None
            if "malformed" in str(fault):
                message = f"The database {self.file} is damaged. Restore a backup."
                raise StartRefused("damaged_database", message) from None
            raise


def file_key(master_key: MasterKey) -> str:
    """Return the key of the database file, as its driver takes it."""
    return master_key.derive("database file").hex()


def open_file(path: Path, key: str, busy_seconds: float) -> Any:
    """Return a connection to an encrypted file; the first question shows whether the key fits."""
    connection = dbapi2.connect(
        str(path),
        isolation_level=None,  # we say BEGIN ourselves
        check_same_thread=False,  # one request may cross threads, one after the other
        timeout=busy_seconds,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def journal_mode(version: tuple[int, ...]) -> str:
    """Return the journal this SQLite can be trusted with: some versions corrupt a WAL file."""
    safe = (
        version >= (3, 51, 3)
        or (3, 50, 7) <= version < (3, 51)
        or (3, 44, 6) <= version < (3, 45)
        or version < (3, 7)
    )
    if not safe:
        log.warning("sqlite_falls_back_to_rollback_journal")
    return "WAL" if safe else "TRUNCATE"


@contextmanager
def busy_is_a_refusal() -> Iterator[None]:
    """Turn a database that stays locked, or is full, into a refusal a person can act on."""
    try:
        yield
    except OperationalError as fault:
        if "database is locked" in str(fault.orig):
            raise ServiceBusy from None
        if "disk is full" in str(fault.orig):
            raise StorageFull from None
        raise


def get_database(request: Request) -> Database:
    """Return the database `create_app` put on the application."""
    database: Database = request.app.state.database
    return database


def get_session(database: Annotated[Database, Depends(get_database)]) -> Iterator[Session]:
    """Give a request its writing session, committed before the answer goes out."""
    with database.write() as session:
        yield session


def get_reader(database: Annotated[Database, Depends(get_database)]) -> Iterator[Session]:
    """Give a request a reading session."""
    with database.read() as session:
        yield session


# scope="function": without it FastAPI answers first and commits after, so a failed commit
# would still say "received".
WriteSession = Annotated[Session, Depends(get_session, scope="function")]
ReadSession = Annotated[Session, Depends(get_reader, scope="function")]
