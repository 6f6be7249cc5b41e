"""Keeps a worker process running for as long as `serve` runs."""

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import structlog

from service.settings import Settings

log = structlog.get_logger(__name__)
WORKER = (sys.executable, "-m", "service.commands")
PAUSE = 1.0
PATIENCE = 10.0


@contextmanager
def running_worker(settings: Settings, command: Sequence[str] = WORKER) -> Iterator[None]:
    """Run a worker beside this process, started again whenever it dies, and stop it at the end."""
    ending = threading.Event()
    thread = threading.Thread(target=keep_running, args=(settings, command, ending), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join()


def keep_running(settings: Settings, command: Sequence[str], ending: threading.Event) -> None:
    """Start the worker and start it again until told to end."""
    while not ending.is_set():
        # The worker reads this pipe: however this process dies, the pipe ends, and so does it.
        with subprocess.Popen(  # noqa: S603 - our own command, nothing of it comes from outside
            command, stdin=subprocess.PIPE, env=settings.worker_environment()
        ) as worker:
            while worker.poll() is None and not ending.is_set():
                ending.wait(0.2)
            if ending.is_set():
                stop(worker)
                return
        log.warning("worker_died", status=worker.returncode)
        ending.wait(PAUSE)


def stop(worker: "subprocess.Popen[bytes]") -> None:
    """Ask a worker to end, and end it where it does not: its lease lets another take over."""
    if worker.stdin is not None:
        worker.stdin.close()
    worker.terminate()  # it finishes the note in hand, or ends at once where it is still starting
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()
