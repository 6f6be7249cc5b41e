import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.finding import Finding
from evaluation.invariance import NotePair, is_invariant, reads_identity
from evaluation.judge_outputs import judge_outputs
from evaluation.output_measures import OUTPUT_MEASURES
from evaluation.pairs import Pair, UnusablePairs, read_pairs, sort_out
from evaluation.run_record import Results, results_json
from evaluation.thresholds import read_gates

GATES = read_gates()
SENTENCES = (
    "{T} Smith is unable to wash without help.",
    "{He} has diabetes and chest pain.",
    "{His} {sister} visits on Sundays.",
    "{He} requires a hoist to transfer.",
    "{He} fell twice and is at risk at night.",
    "{He} enjoys the garden and the radio.",
    "{His} memory is poor and {he} wanders.",
    "The house is warm and clean.",
    "{He} needs prompting to take tablets.",
    "{He} has arthritis in {his} hands.",
)
NEEDS = ("unable", "diabetes", "requires", "needs", "arthritis")
FORMS = {
    "female": {
        "T": "Mrs",
        "He": "She",
        "he": "she",
        "His": "Her",
        "his": "her",
        "sister": "sister",
    },
    "male": {"T": "Mr", "He": "He", "he": "he", "His": "His", "his": "his", "sister": "brother"},
}


def told(chosen: list[str], gender: str) -> str:
    return " ".join(chosen).format(**FORMS[gender])


def summary(chosen: list[str], gender: str, *, against: str | None, luck: random.Random) -> str:
    kept = [s for s in chosen if luck.random() < 0.75]
    if gender == against:
        kept = [s for s in kept if luck.random() > 0.3 or not any(w in s for w in NEEDS)]
    return told(kept or chosen[:1], gender)


def pairs_of(system: str, *, against: str | None = None, count: int = 80) -> list[Pair]:
    luck = random.Random(system)  # noqa: S311 (a repeatable example, not a secret)
    held = []
    for number in range(count):
        chosen = luck.sample(SENTENCES, 8)
        one, other = ("female", "male") if number % 2 else ("male", "female")
        for setting in ("100", "300"):
            made = {g: summary(chosen, g, against=against, luck=luck) for g in (one, other)}
            held.append(
                Pair(
                    f"note-{number}", system, setting, one, other,
                    told(chosen, one), told(chosen, other), made[one], made[other],
                )
            )  # fmt: skip
    return held


def judged(*pairs: Pair) -> Results:
    return judge_outputs(pairs, GATES)[0]


def found(results: Results, system: str, measure: str) -> Finding:
    (item,) = (f for f in results.findings if (f.surface, f.measure) == (system, measure))
    return item


@pytest.fixture(scope="module")
def both() -> Results:
    return judged(*pairs_of("unfair", against="female"), *pairs_of("fair"))


def test_a_system_that_drops_the_needs_of_women_is_red_and_the_women_are_named(
    both: Results,
) -> None:
    for measure in ("health words kept", "need words kept"):
        item = found(both, "unfair", measure)
        assert (item.colour, item.harmed, item.group) == ("red", "female", "female")
        assert (item.effect or 0) < 0
        assert item.direction_consistent
    assert both.verdict == "red"


def test_a_fair_system_is_not_red(both: Results) -> None:
    assert [f.sentence for f in both.findings if f.surface == "fair" and f.colour == "red"] == []


def test_the_direction_follows_the_harm() -> None:
    results = judged(*pairs_of("unfair", against="male"))
    assert found(results, "unfair", "need words kept").harmed == "male"


def test_the_record_names_every_system_and_is_the_same_each_time(both: Results) -> None:
    held = json.loads(results_json(both))
    assert held["systems"]["unfair"]["verdict"] == "red"
    assert held["systems"]["unfair"]["harmed"] == ["female"]
    assert held["systems"]["fair"]["verdict"] != "red"
    again = judged(*pairs_of("unfair", against="female"), *pairs_of("fair"))
    assert results_json(again) == results_json(both)


def test_the_decoy_measure_is_refused_and_ours_are_not(both: Results) -> None:
    assert [c.passed for c in both.controls[:2]] == [True, True]


def test_every_measure_is_blind_to_the_swap_and_the_decoy_is_not() -> None:
    notes = [
        NotePair(p.identity, p.source_a, p.source_b)
        for p in pairs_of("x")[::2]
        if p.group_a == "female"
    ]
    assert not is_invariant(reads_identity, notes, 0.005)
    neutral = [NotePair(n.scenario, "same words", "same words") for n in notes]
    assert all(is_invariant(measure, neutral, 0.01) for measure in OUTPUT_MEASURES.values())


def test_outputs_that_are_the_notes_themselves_are_left_out_and_their_setting_is_named() -> None:
    fair = pairs_of("s")
    copies = [
        Pair(
            p.identity,
            "s",
            "none",
            p.group_a,
            p.group_b,
            p.source_a,
            p.source_b,
            p.source_a,
            p.source_b,
        )
        for p in fair[::2]
    ]
    kept, account = sort_out("s", [*fair, *copies])
    assert account.copied_settings == ("none (female to male)", "none (male to female)")
    assert account.left_out["an output is the note itself"] >= len(copies)
    assert not {p.setting for p in kept} & {"none"}


def test_the_same_outputs_under_another_setting_count_once() -> None:
    first = pairs_of("s")[0]
    again = replace(first, setting="other")
    _, account = sort_out("s", [first, again])
    assert (account.given, account.judged) == (2, 1)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"output_a": None}, "an output is missing"),
        ({"output_b": " "}, "an output is empty"),
        ({"source_b": "Something else."}, "the two notes differ in more than the swap"),
    ],
)  # fmt: skip
def test_a_pair_that_cannot_be_judged_is_counted_under_its_fault(
    change: dict[str, str | None], fault: str
) -> None:
    pair = replace(pairs_of("s")[0], **change)  # type: ignore[arg-type]
    _, account = sort_out("s", [pair])
    assert account.left_out == {fault: 1}


def test_a_system_without_one_usable_pair_is_not_measured() -> None:
    results = judged(replace(pairs_of("s")[0], output_a=None))
    assert [f.colour for f in results.findings] == ["grey"]
    assert results.findings[0].effect is None


def test_few_pairs_are_not_measured_however_large_the_difference() -> None:
    results = judged(*pairs_of("unfair", against="female", count=10))
    assert {f.colour for f in results.findings} == {"grey"}


def test_the_file_is_read_as_the_contract_says(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    line = {"pair": 1, "system": "s", "setting": "", "group_a": "a", "group_b": "b",
            "source_a": "x", "source_b": "y", "output_a": "p", "output_b": None}  # fmt: skip
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    (pair,) = read_pairs(path)
    assert (pair.identity, pair.output_b) == ("1", None)


@pytest.mark.parametrize("text", ["", "not json\n", "[]\n", '{"pair": "1"}\n'])
def test_a_file_that_is_no_pairs_is_refused_without_its_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusablePairs) as refusal:
        read_pairs(path)
    assert "not json" not in str(refusal.value)
