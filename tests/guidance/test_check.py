"""The workbench finds what a practice lead should put right, and little else."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from guidance.check import check
from guidance.library import load, parse
from guidance.outcomes import Outcome
from tests.guidance.planted import sound, text

TODAY = date(2026, 11, 22)
Spoil = Callable[[dict[str, Any]], None]


def on(index: int, **changes: Any) -> Spoil:
    return lambda written: written["rules"][index].update(changes)


def both(first: Spoil, second: Spoil) -> Spoil:
    def spoil(written: dict[str, Any]) -> None:
        first(written)
        second(written)

    return spoil


FAULTS: dict[str, tuple[Spoil, str, str | None]] = {
    "expired": (on(0, review_by="2026-11-21"), "expired", "C001"),
    "long expired": (on(1, review_by="2020-01-01"), "expired", "C900"),
    "source to be named": (on(0, source="To be named"), "missing source", "C001"),
    "source unknown": (on(0, source="unknown"), "missing source", "C001"),
    "law too short to find": (on(0, basis="law", source="Act"), "missing source", "C001"),
    "long title": (on(0, title="word " * 30), "unreadable", "C001"),
    "long reason": (on(0, reason="word " * 40), "unreadable", "C001"),
    "code in the find words": (on(0, find=["decide c001", r"deci\w+"]), "unreadable", "C001"),
    "code in the title": (on(0, title="Decide <b>it</b>"), "unreadable", "C001"),
    "capitals": (on(0, reason="DECIDE IT YOURSELF"), "unreadable", "C001"),
    "same words, two outcomes": (on(0, find=["decide c001", "blue room"]), "overlap", "C900"),
    "same words in shorthand": (
        both(on(0, find=["decide c001", "mtg room"]), on(1, find=["blue room", "meeting room"])),
        "overlap",
        "C900",
    ),
    "same title": (on(0, title="Book the  blue room."), "contradiction", "C900"),
    "find words in no example": (on(1, find=["green hall"]), "gap", "C900"),
    "a gate left out": (on(1, gates=["decision_made"]), "gap", "C900"),
    "nothing to automate": (lambda w: w["rules"].pop(2), "gap", None),
    "example stopped by a gate": (
        on(1, examples=["blue room, not decided", "book the blue room"]),
        "dead example",
        "C900",
    ),
    "example that shows nothing": (on(1, must_show=["decision_made"]), "dead example", "C900"),
    "hedged example": (
        on(1, examples=["maybe the blue room", "book the blue room"]),
        "dead example",
        "C900",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "kind", "where"), FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_is_found(spoil: Spoil, kind: str, where: str | None) -> None:
    written = sound()
    spoil(written)

    found = check(parse(text(written)), TODAY)

    assert (kind, where) in {(fault.kind, fault.rule) for fault in found}


def test_a_sound_version_has_no_fault() -> None:
    assert check(parse(text(sound())), TODAY) == ()


def test_an_example_that_triage_decides_otherwise_is_dead() -> None:
    def decide_all(lines: Sequence[str]) -> list[Outcome]:
        return [
            "social_worker_only" if "blue" in line or "c001" in line else "automatable"
            for line in lines
        ]

    found = check(parse(text(sound())), TODAY, decide_all)

    assert {fault.rule for fault in found if fault.kind == "dead example"} == {"C900", "F1"}


def test_the_shipped_guidance_raises_at_most_two_alarms_in_a_hundred_rules() -> None:
    guidance = load()

    assert len(check(guidance, TODAY)) <= 0.02 * len(guidance.rules)
