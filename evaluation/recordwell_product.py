"""The product itself: the pipeline the service runs, with the newest published guidance."""

import datetime
from typing import Any, cast

from guidance.library import load
from models.exchange import as_json, redaction_as_json
from models.pipeline import PREPARATION_REFUSALS, prepare
from models.redaction.redact import redact
from models.text import Service, VisitDetails, VisitNote

VISIT_DATE = datetime.date(
    2026, 3, 10
)  # every sample is of one day, so that due dates are the same


class Recordwell:
    """The line as production calls it."""

    refusals: tuple[type[Exception], ...] = PREPARATION_REFUSALS

    def __init__(self) -> None:
        self.guidance = load()

    def prepare(self, text: str, service: str) -> dict[str, Any]:
        """Take one note the whole way."""
        visit = VisitDetails(date=VISIT_DATE, service=cast("Service", service))
        return as_json(prepare(VisitNote(text, visit), self.guidance), "sample")

    def redact(self, text: str) -> dict[str, Any]:
        """Redact one note."""
        return redaction_as_json(redact(VisitNote(text)), "sample")
