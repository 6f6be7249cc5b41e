import threading
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import event, func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from service import clock
from service.database import Database, ReadSession, WriteSession, get_session, journal_mode
from service.errors import ServiceBusy, StartRefused, StorageFull
from service.master_key import read_master_key
from service.tables.organisation import Organisation
from tests.service.opened import Opened, opened_in


def add_organisation(session: Session) -> None:
    session.add(Organisation(id=uuid4(), name="Elm", demo=True, created_at=clock.now()))


def count(opened: Opened) -> int:
    with opened.database.read() as session:
        return session.scalar(select(func.count()).select_from(Organisation)) or 0


def fill_the_disk(opened: Opened) -> None:
    with opened.database.write() as session:
        connection = session.connection()
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than it has
        add_organisation(session)
        connection.exec_driver_sql("CREATE TABLE large AS SELECT zeroblob(1000000) AS filling")


def fail_to_commit(session: Session) -> None:
    raise RuntimeError("the disk is full")


def test_a_commit_that_fails_is_never_answered_as_a_success(opened: Opened) -> None:
    app = FastAPI()
    app.state.database = opened.database

    @app.post("/right", status_code=201)
    def store(session: WriteSession) -> str:
        event.listen(session, "before_commit", fail_to_commit)
        return "received"

    @app.post("/wrong", status_code=201)
    def store_wrongly(session: Annotated[Session, Depends(get_session)]) -> str:
        event.listen(session, "before_commit", fail_to_commit)
        return "received"

    client = TestClient(app, raise_server_exceptions=False)
    assert client.post("/right").status_code == 500
    # What `scope="function"` is for: without it the answer goes out before the commit fails.
    assert client.post("/wrong").status_code == 201


def test_a_request_that_fails_stores_nothing(opened: Opened) -> None:
    app = FastAPI()
    app.state.database = opened.database
    before = count(opened)

    @app.post("/{fails}")
    def store(fails: bool, session: WriteSession) -> str:  # noqa: FBT001
        add_organisation(session)
        session.flush()
        if fails:
            raise RuntimeError
        return "received"

    client = TestClient(app, raise_server_exceptions=False)
    assert client.post("/true").status_code == 500
    assert count(opened) == before
    assert client.post("/false").status_code == 200
    assert count(opened) == before + 1


def test_a_reading_session_cannot_write(opened: Opened) -> None:
    app = FastAPI()
    app.state.database = opened.database

    @app.get("/")
    def write_anyway(session: ReadSession) -> None:
        add_organisation(session)
        with pytest.raises(OperationalError, match="readonly"):
            session.flush()

    assert TestClient(app).get("/").status_code == 200


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_its_work(opened: Opened) -> None:
    before = count(opened)
    with opened.database.write() as session:
        add_organisation(session)
        session.flush()
        assert count(opened) == before
    assert count(opened) == before + 1


def test_a_full_disk_is_said_in_words_and_what_was_stored_stays(opened: Opened) -> None:
    with opened.database.write() as session:
        add_organisation(session)
    before = count(opened)
    with pytest.raises(StorageFull):
        fill_the_disk(opened)
    assert count(opened) == before


def test_a_database_that_was_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    opened = opened_in(tmp_path)
    opened.database.close()
    with opened.database.file.open("r+b") as file:
        file.truncate(5000)
    with pytest.raises(StartRefused) as refused:
        Database(opened.settings, read_master_key(opened.settings))
    assert refused.value.code == "damaged_database"


def test_a_writer_that_waits_too_long_is_told_the_service_is_busy(tmp_path: Path) -> None:
    opened = opened_in(tmp_path, busy_seconds=0.05)
    with opened.database.write() as first:
        add_organisation(first)
        first.flush()
        with pytest.raises(ServiceBusy), opened.database.write() as second:
            add_organisation(second)
    opened.database.close()


def test_writers_at_once_each_keep_their_own_work(opened: Opened) -> None:
    before = count(opened)

    def write() -> None:
        with opened.database.write() as session:
            add_organisation(session)

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(opened) == before + 8


def test_references_are_checked_and_every_commit_reaches_the_disk(opened: Opened) -> None:
    connection = opened.database.connect()
    settled = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("foreign_keys", "synchronous", "journal_mode")
    }
    connection.close()
    assert settled == {"foreign_keys": 1, "synchronous": 2, "journal_mode": "wal"}


@pytest.mark.parametrize(
    ("version", "journal"),
    [
        ((3, 40, 1), "TRUNCATE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 0), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "TRUNCATE"),
        ((3, 51, 3), "WAL"),
        ((3, 53, 4), "WAL"),
    ],
)
def test_only_a_sqlite_that_cannot_corrupt_it_gets_a_write_ahead_log(
    version: tuple[int, int, int], journal: str
) -> None:
    assert journal_mode(version) == journal
