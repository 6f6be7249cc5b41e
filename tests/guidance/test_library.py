"""A version of the guidance is used whole or refused whole, with every fault said."""

from collections.abc import Callable
from typing import Any

import pytest

from guidance.library import GuidanceRefused, load, parse, versions
from tests.guidance.planted import rule, sound, text

Spoil = Callable[[dict[str, Any]], None]


def put(*path: Any, value: Any) -> Spoil:
    def spoil(written: dict[str, Any]) -> None:
        at: Any = written
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    return spoil


def drop(*path: Any) -> Spoil:
    def spoil(written: dict[str, Any]) -> None:
        at: Any = written
        for step in path[:-1]:
            at = at[step]
        del at[path[-1]]

    return spoil


FAULTS: dict[str, tuple[Spoil, str]] = {
    "no version": (drop("version"), "version"),
    "a version that is no date": (put("version", value="latest"), "version"),
    "another nation": (put("nation", value="Wales"), "nation"),
    "a status nobody knows": (put("status", value="live"), "status"),
    "a field nobody knows": (put("rules", 0, "priority", value=1), "C001, priority"),
    "an outcome nobody knows": (put("rules", 0, "outcome", value="admin"), "C001, outcome"),
    "no reason": (put("rules", 0, "reason", value=" "), "C001, reason"),
    "no source": (drop("rules", 0, "source"), "C001, source"),
    "a basis nobody knows": (put("rules", 0, "basis", value="habit"), "C001, basis"),
    "a review date that is no date": (put("rules", 0, "review_by", value="soon"), "review_by"),
    "one example": (put("rules", 0, "examples", value=["decide c001 today"]), "C001, examples"),
    "no counter-example": (put("rules", 0, "counter_examples", value=[]), "counter_examples"),
    "no find words": (put("rules", 0, "find", value=[]), "C001, find"),
    "an id of the wrong shape": (put("rules", 0, "id", value="rule one"), "id"),
    "an id used twice": (put("rules", 0, "id", value="C900"), "rule id C900 is used 2 times"),
    "a gate that is not there": (put("rules", 1, "gates", value=["kind"]), "no gate kind"),
    "delegable without gates": (drop("rules", 1, "gates"), "C900: delegable but passes no gate"),
    "delegable and refused": (put("rules", 1, "refuse", value=True), "refused and yet delegable"),
    "delegable and reserved": (
        put("rules", 1, "reserved_to", value="AMHP"),
        "reserved to AMHP and yet delegable",
    ),
    "automatable by nothing": (drop("rules", 2, "automation"), "names no automation"),
    "kept and automated": (
        put("rules", 0, "automation", value="reminder"),
        "names the automation reminder",
    ),
    "nobody to do it": (drop("rules", 1, "who"), "names nobody to do it"),
    "one example with two outcomes": (
        put("rules", 1, "examples", value=["Decide C001  today.", "blue room on Tuesday"]),
        "give one example two outcomes",
    ),
    "a counter-example with its own outcome": (
        put("rules", 0, "counter_examples", 0, "instead", value="F1"),
        "has its own outcome",
    ),
    "a counter-example that points nowhere": (
        put("rules", 0, "counter_examples", 0, "instead", value="C404"),
        "there is no rule C404",
    ),
    "a split into nothing": (put("splits", 0, "parts", value=["C001", "C404"]), "C404"),
    "a switch for no rule": (put("switches", 0, "rules", value=["C404"]), "C404"),
    "a gate that both fails and shows": (
        put("gates", 0, "shown_when", value=["Not decided"]),
        "both fails and shows",
    ),
    "a gate used twice": (put("gates", 1, "id", value="decision_made"), "gate id decision_made"),
    "a word that stands for two": (
        put("shorthand", value={"meeting": ["mtg"], "meter": ["mtg"]}),
        "stands for both",
    ),
    "a part of another rule": (
        put("rules", 0, "parts", value=[
            {k: v for k, v in rule("C777").items() if k not in {"area", "service"}}
        ]),
        "must be numbered",
    ),
    "must show a gate it does not pass": (
        put("rules", 0, "must_show", value=["decision_made"]),
        "must show a gate it does not pass",
    ),
    "no rules at all": (put("rules", value=[]), "rules"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_is_refused_and_named(spoil: Spoil, said: str) -> None:
    written = sound()
    spoil(written)

    with pytest.raises(GuidanceRefused) as refused:
        parse(text(written))

    assert said in str(refused.value)


def test_every_fault_is_listed_not_only_the_first() -> None:
    written = sound()
    written["rules"][0]["outcome"] = "admin"
    written["rules"][1]["reason"] = ""
    written["nation"] = "Wales"

    with pytest.raises(GuidanceRefused) as refused:
        parse(text(written))

    assert len(refused.value.faults) == 3


def test_a_key_written_twice_is_refused() -> None:
    twice = text(sound()).replace("nation: England\n", "nation: England\nnation: England\n")

    with pytest.raises(GuidanceRefused, match="not readable"):
        parse(twice)


def test_text_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(GuidanceRefused):
        parse("rules: [")
    with pytest.raises(GuidanceRefused):
        parse("")


def test_a_sound_version_loads_with_every_gate_where_a_rule_says_all() -> None:
    guidance = parse(text(sound()))

    assert guidance.by_id["C900"].gates == ("decision_made", "safe_recipient")
    assert guidance.by_id["F1"].fail_safe
    assert guidance.fail_safe_lines == (("F1", "Ring to tell"),)


def test_a_version_that_is_not_published_is_refused() -> None:
    with pytest.raises(GuidanceRefused, match="there is no version 1999-01"):
        load("1999-01")


def test_the_newest_version_is_the_default() -> None:
    assert load().version == versions()[-1]
    assert load() is load()


def test_the_shipped_guidance_says_what_it_is() -> None:
    guidance = load()
    ids = {rule.id for rule in guidance.rules if rule.part_of is None}

    assert guidance.status == "draft for local adoption"
    assert guidance.nation == "England"
    assert sum(identity[0] in "CAX" for identity in ids) == 273
    assert {f"F{n}" for n in range(1, 43)} <= ids
    assert len(guidance.gates) == 7
    assert len(guidance.switches) == 10
    assert all(len(rule.examples) >= 2 and rule.counter_examples for rule in guidance.rules)


def test_no_rule_of_the_shipped_guidance_lets_a_task_go_without_all_seven_gates() -> None:
    guidance = load()

    assert all(
        len(rule.gates) == 7 for rule in guidance.rules if rule.outcome != "social_worker_only"
    )
