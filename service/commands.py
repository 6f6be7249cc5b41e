"""What operators run: serve, worker, migrate, add a person, verify the audit, back up, restore."""

import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from models.text import VisitNote
from service import audit
from service.access import people
from service.backup import copy_database, put_in_place
from service.database import Database
from service.demo import DemoSignIn, prepare_demo
from service.errors import StartRefused
from service.identity_vault.canary import refuse_wrong_vault
from service.identity_vault.vault import Vault
from service.jobs.work_items import release_all
from service.logs import set_up_logs
from service.master_key import read_master_key
from service.migrations import change
from service.recording.prepare_visit import PreparedNote, PrepareNote
from service.running import service_lock, worker_lock
from service.settings import Settings, read_settings
from service.supervisor import running_worker
from service.worker import Worker, stop_with_parent

LINE = "service.recording.product_line"
Say = Callable[[str], None]
Answer = Callable[[FastAPI, Settings], None]


def open_service(settings: Settings) -> tuple[Database, Vault]:
    """Open the database and the vault, brought to the newest shape and proved to fit one another.

    Raises:
        StartRefused: the key is missing, wrong or readable by others.
    """
    master_key = read_master_key(settings)
    database, vault = Database(settings, master_key), Vault(master_key)
    change.upgrade(database)
    refuse_wrong_vault(database, vault)
    return database, vault


def open_existing(settings: Settings) -> Database:
    """Open the database as it is, without changing anything.

    Raises:
        StartRefused: there is none, or its key is missing, wrong or readable by others.
    """
    if not settings.database_file.exists():
        message = f"There is no database at {settings.database_file}."
        raise StartRefused("no_database", message)
    return Database(settings, read_master_key(settings))


def serve(settings: Settings, say: Say = print, answer: Answer | None = None) -> int:
    """Serve the product, with its worker, until interrupted."""
    set_up_logs(settings.log_level)
    with service_lock(settings):
        database, vault = open_service(settings)
        if settings.demo:
            with database.write() as session:
                sign_ins = prepare_demo(session)
            say(welcome(settings, sign_ins))
        # Loaded late: no other command needs the web.
        app = import_module("service.app").create_app(settings, database, vault)
        with closing(database), running_worker(settings):
            (answer or answer_requests)(app, settings)
    return 0


def answer_requests(app: FastAPI, settings: Settings) -> None:
    """Answer requests until interrupted."""
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level.lower(),
        server_header=False,
        access_log=False,  # an address holds the words somebody searched the guidance for
    )


def welcome(settings: Settings, sign_ins: Sequence[DemoSignIn]) -> str:
    """Return what `serve` prints: where to open it and, in a demo, how to sign in."""
    lines = ["", f"Recordwell is at http://{settings.host}:{settings.port}", ""]
    if sign_ins:
        lines += [
            "This is a demo: everybody in it is invented. Do not paste notes about real people.",
            "Sign in with one of these. The passwords work until the next start:",
            "",
            *(f"  {one.username:<14} {one.password}   {one.role}" for one in sign_ins),
            "",
        ]
    return "\n".join(lines)


def work(
    settings: Settings, prepare: PrepareNote | None = None, *, with_parent: bool = False
) -> int:
    """Prepare waiting visits until asked to stop."""
    set_up_logs(settings.log_level)
    stopping = threading.Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: stopping.set())
    if with_parent:
        stop_with_parent(stopping)
    database, vault = open_service(settings)
    with closing(database), worker_lock(settings) as alone:
        if alone:
            with database.write() as session:
                release_all(session)
        worker = Worker(database, vault, prepare or prepare_with_models)
        worker.warm_up()
        worker.run(stopping)
    return 0


def prepare_with_models(note: VisitNote) -> PreparedNote:
    """Prepare a note on the product's own line, loading the models with the first."""
    prepared: PreparedNote = import_module(LINE).prepare_with_guidance(note)
    return prepared


def migrate(settings: Settings) -> None:
    """Bring the database to the newest shape."""
    with closing(open_service(settings)[0]):
        pass


def add_person(
    settings: Settings, username: str, name: str, roles: Sequence[str], team: str | None = None
) -> str:
    """Add a person who works here and return their password, which is shown once."""
    database, _ = open_service(settings)
    with closing(database), database.write() as session:
        return people.add_person(
            session, people.find_or_make_team(session, team), username, name, roles
        )


def verify_audit(settings: Settings) -> list[audit.BrokenLink]:
    """Return the first broken link of every audit chain that does not hold."""
    with closing(open_existing(settings)) as database:
        change.refuse_unmigrated(database)
        with database.read() as session:
            return audit.verify(session)


def backup(settings: Settings, path: Path) -> None:
    """Copy the database, whole and encrypted, while the service runs.

    The master key is not in the copy: keep it elsewhere.

    Raises:
        StartRefused: there is something at the path, or the copy does not hold up.
    """
    with closing(open_existing(settings)) as database:
        copy_database(database, path)


def restore(settings: Settings, path: Path) -> None:
    """Put a backup in place of the database, which is kept beside it.

    Raises:
        StartRefused: the service is running, or the backup does not hold up.
    """
    with service_lock(settings):
        put_in_place(settings, read_master_key(settings), path)
        open_service(settings)[0].close()


if __name__ == "__main__":  # how `serve` starts its worker
    sys.exit(work(read_settings(), with_parent=True))
