"""Copies of the database: made while it runs, proved to open, and put back in place."""

import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from service import clock
from service.database import Database, file_key, open_file
from service.errors import StartRefused
from service.master_key import MasterKey
from service.settings import Settings

COMPANIONS = ("-wal", "-shm", "-journal")


def copy_database(database: Database, path: Path) -> None:
    """Copy the whole database under its own key, proved before it takes its name.

    Raises:
        StartRefused: there is something at the path already, or the copy does not hold up.
    """
    if path.exists():
        raise StartRefused("backup_exists", f"There is something at {path} already.")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(database.connect(query_only=True)) as source:
        with closing(database.open_copy(draft)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        with closing(database.open_copy(draft)) as target:
            refuse_unsound(target)
    finish_writing(draft)
    draft.replace(path)


def put_in_place(settings: Settings, master_key: MasterKey, path: Path) -> None:
    """Put a copy in place of the database; what was there is kept beside it, with the time.

    Raises:
        StartRefused: the copy is missing, does not open with this master key or is unsound.
    """
    if not path.is_file():
        raise StartRefused("no_backup", f"There is no backup at {path}.")
    settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = settings.database_file
    draft = place.with_name(place.name + ".restoring")
    shutil.copyfile(path, draft)
    draft.chmod(0o600)
    with closing(open_file(draft, file_key(master_key), settings.busy_seconds)) as copy:
        refuse_unsound(copy)
    finish_writing(draft)
    stamp = clock.now().strftime("%Y%m%dT%H%M%S")
    for companion in ("", *COMPANIONS):
        old = place.with_name(place.name + companion)
        if old.exists():
            old.replace(place.with_name(f"{place.name}.before-{stamp}{companion}"))
    draft.replace(place)


def refuse_unsound(connection: Any) -> None:
    """Check every page and every reference of a copy.

    Raises:
        StartRefused: it does not open, or something in it is broken.
    """
    try:
        damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        verdict = connection.execute("PRAGMA integrity_check").fetchone()
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    except dbapi2.DatabaseError:
        raise StartRefused("unsound_backup", "The copy does not open with this key.") from None
    if damaged or verdict != ("ok",) or dangling:
        raise StartRefused("unsound_backup", "The copy is damaged and was not used.")


def finish_writing(path: Path) -> None:
    """Make sure a file is on the disk, not only on its way there."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
