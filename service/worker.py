"""The worker: a process of its own that prepares waiting visits, one at a time."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

from models.text import VisitNote
from service.database import Database
from service.errors import Fenced, Refusal, ServiceBusy
from service.identity_vault.vault import Vault
from service.jobs import work_items
from service.jobs.work_items import Claim
from service.recording.prepare_visit import PrepareNote, prepare_visit
from service.settings import Settings

log = structlog.get_logger(__name__)
FAULT = "preparation_fault"
TOO_LONG = "took_too_long"
# Invented, with a task in it, so that every model is loaded.
WARM_UP = "Visited at home. Ring the school about the bus pass."
STUCK = 75

Stop = Callable[[], None]


class Worker:
    """Claims, prepares and saves; what it cannot do it puts back with a code."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        prepare: PrepareNote,
        stop_stuck: Stop = lambda: os._exit(STUCK),
    ) -> None:
        self.database = database
        self.vault = vault
        self.prepare = prepare
        self.stop_stuck = stop_stuck
        self.settings: Settings = database.settings

    def run(self, stopping: threading.Event) -> None:
        """Work until told to stop."""
        while not stopping.is_set():
            if not self.work_once():
                stopping.wait(self.settings.poll_seconds)

    def warm_up(self) -> None:
        """Load the models before the first note waits for them; a fault shows with that note."""
        try:
            self.prepare(VisitNote(WARM_UP))
        except Exception as fault:  # noqa: BLE001 - said here, shown to the practitioner later
            log.error("warm_up_failed", **place_of(fault))  # noqa: TRY400

    def work_once(self) -> bool:
        """Prepare the next waiting visit and say whether there was one."""
        try:
            with self.database.read() as session:
                if not work_items.is_due(session):
                    return False
            with self.database.write() as session:
                held = work_items.claim(session, self.settings)
        except ServiceBusy:
            return False
        if held is not None:
            self.attempt(held)
        return True

    def attempt(self, held: Claim) -> None:
        """Prepare one claimed visit; a failure is put back or shown, never lost."""
        started = time.monotonic()
        try:
            with self.signs_of_life(held):
                prepare_visit(self.database, self.vault, held, self.prepare)
        except Fenced:
            log.warning("preparation_fenced", visit=str(held.visit_id), attempt=held.attempt)
            return
        except Refusal as refusal:
            self.put_back(held, refusal.code, final=not isinstance(refusal, ServiceBusy))
            return
        except Exception as fault:  # noqa: BLE001 - one note must not stop the others; it is shown
            # Type and place only: a message may hold words of the note.
            log.error("preparation_fault", visit=str(held.visit_id), **place_of(fault))  # noqa: TRY400
            self.put_back(held, FAULT, final=False)
            return
        log.info(
            "visit_prepared",
            visit=str(held.visit_id),
            attempt=held.attempt,
            seconds=round(time.monotonic() - started, 1),
        )

    def put_back(self, held: Claim, code: str, *, final: bool) -> None:
        """Write down that an attempt failed."""
        log.warning("preparation_failed", visit=str(held.visit_id), code=code, final=final)
        try:
            with self.database.write() as session:
                work_items.put_back(session, held, code, self.settings, final=final)
        except Fenced:
            log.warning("preparation_fenced", visit=str(held.visit_id), attempt=held.attempt)
        except ServiceBusy as busy:  # its lease runs out, and then it is claimed again
            log.warning("not_written_down", visit=str(held.visit_id), code=busy.code)

    @contextmanager
    def signs_of_life(self, held: Claim) -> Iterator[None]:
        """Keep the lease alive beside the work, and end the process where the work is stuck.

        Native code cannot be interrupted: ending the process is the only sure stop.
        """
        over = threading.Event()
        thread = threading.Thread(target=self.keep_alive, args=(held, over), daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def keep_alive(self, held: Claim, over: threading.Event) -> None:
        """Extend the lease until the work is over, fenced or has taken too long."""
        ends = time.monotonic() + self.settings.preparation_seconds
        while not over.wait(
            max(0.0, min(self.settings.heartbeat_seconds, ends - time.monotonic()))
        ):
            if time.monotonic() >= ends:
                try:
                    self.put_back(held, TOO_LONG, final=True)
                finally:
                    self.stop_stuck()  # even where that cannot be written: the lease runs out
                return
            try:
                with self.database.write() as session:
                    work_items.extend(session, held, self.settings)
            except Fenced:
                return  # the saving transaction will find out for itself
            except ServiceBusy:
                continue


def place_of(fault: BaseException) -> dict[str, str | int]:
    """Return where a fault happened, without its message."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return {"type": type(fault).__name__}
    return {
        "type": type(fault).__name__,
        "module": str(trace.tb_frame.f_globals.get("__name__")),
        "line": trace.tb_lineno,
    }


def stop_with_parent(stopping: threading.Event) -> None:
    """Stop when standard input ends: `serve` holds its other end, and its death closes it."""

    def wait_for_the_end() -> None:
        # Not through sys.stdin: its lock, held here, would break the end of the process.
        while os.read(sys.stdin.fileno(), 1024):
            pass
        stopping.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
