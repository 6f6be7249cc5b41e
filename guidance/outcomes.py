"""The three outcomes a task can have."""

from typing import Literal

Outcome = Literal["social_worker_only", "delegable", "automatable"]
OUTCOMES: tuple[Outcome, ...] = ("social_worker_only", "delegable", "automatable")
