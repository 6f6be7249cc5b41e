"""A preview shows what a change would move, before anyone publishes it."""

from collections.abc import Sequence

from guidance.library import Guidance, parse
from guidance.outcomes import Outcome
from guidance.preview import loosened_in_law, preview
from tests.guidance.planted import booking, rule, sound, text


def decide(guidance: Guidance, tasks: Sequence[str]) -> list[tuple[Outcome, str | None]]:
    """Decide by exact example only."""
    return [
        next(
            ((rule.outcome, rule.id) for rule in guidance.rules if task in rule.examples),
            ("social_worker_only", None),
        )
        for task in tasks
    ]


def test_only_what_would_move_is_shown_with_its_rules_and_counts() -> None:
    old = parse(text(sound()))
    written = sound()
    written["rules"][1] = booking() | {"outcome": "automatable", "automation": "calendar invite"}
    new = parse(text(written))

    shown = preview(old, new, ["book the blue room", "decide c001 today", "walk"], decide)

    assert [(move.task, move.old, move.new) for move in shown.moved] == [
        ("book the blue room", "delegable", "automatable")
    ]
    assert shown.counts == {("delegable", "automatable"): 1}
    assert shown.moved[0].lowered
    assert shown.tasks == 3


def test_a_rule_reserved_in_law_cannot_be_loosened_or_dropped() -> None:
    reserved = {"basis": "law", "reserved_to": "AMHP", "source": "Mental Health Act 1983"}
    written = sound()
    written["rules"].append(rule("C500", **reserved))
    old = parse(text(written))
    written["rules"][-1] = booking() | {
        "id": "C500",
        "title": "Sign it",
        "find": ["sign it"],
        "examples": ["sign it off", "sign it now please"],
    }

    assert loosened_in_law(old, parse(text(written))) == ("C500",)
    assert loosened_in_law(old, parse(text(sound()))) == ("C500",)
    assert loosened_in_law(old, old) == ()
