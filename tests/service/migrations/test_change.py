import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from service.database import Database
from service.errors import StartRefused
from service.master_key import read_master_key
from service.migrations import change
from service.settings import Settings
from service.tables.all import METADATA
from tests.service.opened import Opened

VERSIONS = Path(change.__file__).parent / "versions"
NUMBERS = sorted(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    settings = Settings(data_folder=tmp_path)
    database = Database(settings, read_master_key(settings))
    yield database
    database.close()


def rows(database: Database) -> dict[str, list[Any]]:
    with database.read() as session:
        connection = session.connection()
        return {
            table.name: sorted(tuple(map(repr, row)) for row in connection.execute(select(table)))
            for table in METADATA.sorted_tables
        }


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [int(number) for number in NUMBERS] == list(range(1, len(NUMBERS) + 1))
    for path in VERSIONS.glob("[0-9]*.py"):
        assert re.fullmatch(r"\d{4}_[a-z_]+\.py", path.name)


def test_migrations_end_where_the_tables_in_code_are(empty: Database) -> None:
    change.upgrade(empty)
    assert change.differences(empty) == []


def test_an_unmigrated_database_is_refused(empty: Database) -> None:
    with pytest.raises(StartRefused, match="unmigrated"):
        change.refuse_unmigrated(empty)
    change.upgrade(empty)
    change.refuse_unmigrated(empty)


def test_migrating_again_changes_nothing(opened: Opened) -> None:
    opened.record()
    before = rows(opened.database)
    change.upgrade(opened.database)
    assert rows(opened.database) == before


@pytest.mark.parametrize("number", NUMBERS[:-1])
def test_going_down_to_any_version_and_up_again_keeps_every_row(
    opened: Opened, number: str
) -> None:
    opened.record()
    assert opened.worker().work_once()
    before = rows(opened.database)
    assert all(before[name] for name in ("visit", "task", "case_note", "audit_entry"))
    change.downgrade(opened.database, number)
    change.upgrade(opened.database)
    assert rows(opened.database) == before
    assert change.differences(opened.database) == []


def test_everything_can_be_taken_down_and_built_again(empty: Database) -> None:
    change.upgrade(empty)
    change.downgrade(empty, "base")
    change.upgrade(empty)
    assert change.differences(empty) == []


def test_a_migration_that_fails_changes_nothing(empty: Database, tmp_path: Path) -> None:
    change.upgrade(empty, "0001")
    connection = empty.connect()
    connection.execute(
        "CREATE TRIGGER tr_case_note_no_delete AFTER DELETE ON team BEGIN SELECT 1; END"
    )
    with pytest.raises(Exception, match="already exists"):
        change.upgrade(empty)
    triggers = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    connection.close()
    assert triggers == [("tr_case_note_no_delete",)]


def test_every_table_can_also_be_made_on_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    statements = [CreateTable(table) for table in METADATA.sorted_tables]
    assert statements
    for words in (str(statement.compile(dialect=dialect)) for statement in statements):
        assert "DATETIME" not in words
        assert not re.search(r"\bBLOB\b", words)


def test_every_constraint_has_a_name() -> None:
    nameless = [
        (table.name, constraint)
        for table in METADATA.sorted_tables
        for constraint in table.constraints
        if not constraint.name
    ]
    assert nameless == []
