"""A worker process on the quick line, to be killed: `-m tests.service.quick_worker FOLDER`."""

import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.text import VisitNote
from service.commands import open_service
from service.jobs.work_items import release_all
from service.running import worker_lock
from service.settings import Settings
from service.worker import Worker, stop_with_parent
from tests.service.opened import quick_line


def slow_line(note: VisitNote) -> Mapping[str, Any]:
    time.sleep(0.02)
    return quick_line(note)


def main() -> None:
    settings = Settings(data_folder=Path(sys.argv[1]), poll_seconds=0.02)
    database, vault = open_service(settings)
    stopping = threading.Event()
    stop_with_parent(stopping)
    with worker_lock(settings) as alone:
        if alone:
            with database.write() as session:
                release_all(session)
        print("ready", flush=True)  # noqa: T201
        Worker(database, vault, slow_line).run(stopping)


if __name__ == "__main__":
    main()
