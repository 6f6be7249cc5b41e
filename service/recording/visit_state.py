"""How far a visit has got, in the words a practitioner reads."""

from dataclasses import dataclass
from typing import Literal

from service.tables.visit import Visit
from service.tables.work_item import WorkItem

Stage = Literal["received", "preparing", "failed", "prepared", "signed_off"]


@dataclass(frozen=True)
class StageWords:
    """A stage in words, with the colour of its tag."""

    words: str
    colour: str


STAGES: dict[Stage, StageWords] = {
    "received": StageWords("Received", "govuk-tag--grey"),
    "preparing": StageWords("Preparing", "govuk-tag--blue"),
    "failed": StageWords("Could not be prepared", "govuk-tag--red"),
    "prepared": StageWords("Ready to review", "govuk-tag--yellow"),
    "signed_off": StageWords("Signed off", "govuk-tag--green"),
}


def stage_of(visit: Visit, item: WorkItem) -> Stage:
    """Return how far a visit has got."""
    if visit.state == "signed_off":
        return "signed_off"
    if visit.state == "prepared":
        return "prepared"
    if item.state == "failed":
        return "failed"
    return "preparing" if item.state == "running" or item.attempts else "received"
