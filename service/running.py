"""Which processes of the service run on this data folder: locks that end with their process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import StartRefused
from service.settings import Settings


@contextmanager
def worker_lock(settings: Settings) -> Iterator[bool]:
    """Hold the workers' lock and say whether this is the only worker alive."""
    with open_lock(settings.data_folder / "worker.lock") as lock:
        alone = take(lock, fcntl.LOCK_EX)
        # Shared from here on: other workers may join, and find that they are not alone.
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield alone


@contextmanager
def service_lock(settings: Settings) -> Iterator[None]:
    """Hold the one lock that `serve` and `restore` must not share.

    Raises:
        StartRefused: the service is already running on this data folder.
    """
    with open_lock(settings.data_folder / "serve.lock") as lock:
        if not take(lock, fcntl.LOCK_EX):
            raise StartRefused(
                "already_running",
                f"Recordwell is already running on {settings.data_folder}. Stop it first.",
            )
        yield


@contextmanager
def open_lock(path: Path) -> Iterator[int]:
    """Open a lock file, closed again at the end, which also gives back its lock."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield lock
    finally:
        os.close(lock)


def take(lock: int, kind: int) -> bool:
    """Take a lock at once and say whether that worked."""
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
