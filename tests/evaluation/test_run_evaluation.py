from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import html5lib
import pytest

from evaluation.judging import judge
from evaluation.measuring import rows
from evaluation.observations import watch
from evaluation.plan import make_plan
from evaluation.product_cases import worst_cases
from evaluation.report import report
from evaluation.run_evaluation import evaluate
from evaluation.run_record import Results, results_json
from evaluation.thresholds import read_gates
from evaluation.unit import Unit, units_csv
from tests.evaluation.fakes import FakeProduct, FakeRefusal

GATES = read_gates()
FAIR = FakeProduct()
Run = tuple[Results, tuple[Unit, ...]]


class LeakingProduct(FakeProduct):
    """Never hides a Somali or a Polish name."""

    def redact(self, text: str) -> dict[str, Any]:
        given = super().redact(text)
        kept = [e for e in given["entities"] if not self.is_missed(text[e["start"] : e["end"]])]
        return given | {"entities": kept}

    def is_missed(self, name: str) -> bool:
        return any(
            part in name for part in ("Warsame", "Farah", "Hodan", "Ifrah", "Liban", "Sagal")
        )


class RefusingProduct(FakeProduct):
    """Takes nothing."""

    def prepare(self, text: str, service: str) -> dict[str, Any]:
        raise FakeRefusal

    def redact(self, text: str) -> dict[str, Any]:
        raise FakeRefusal


@pytest.fixture(scope="module")
def fair() -> Run:
    FAIR.asked = 0
    return evaluate(FAIR, GATES, "quick")


def test_a_fair_product_turns_nothing_red(fair: Run) -> None:
    assert [f.sentence for f in fair[0].findings if f.colour == "red"] == []
    assert fair[0].verdict != "red"


def test_every_planted_bias_is_caught_and_no_decoy_is(fair: Run) -> None:
    assert [c.name for c in fair[0].controls if c.passed is False] == []
    caught = [c for c in fair[0].controls if c.name.startswith("planted") and c.passed]
    assert len(caught) == 9


def test_a_run_of_the_same_product_gives_the_same_bytes(fair: Run) -> None:
    again = evaluate(FakeProduct(), GATES, "quick")
    assert results_json(again[0]) == results_json(fair[0])
    assert units_csv(again[1]) == units_csv(fair[1])


def test_a_product_that_misses_the_names_of_one_origin_is_red_there() -> None:
    seen = watch(LeakingProduct(), make_plan("quick"))
    findings = judge(rows(seen), GATES)
    (item,) = (f for f in findings if (f.measure, f.group) == ("names hidden", "Somali names"))
    assert item.colour in ("red", "amber")
    assert item.harmed == "Somali names"
    assert (item.effect or 0) < 0
    assert any(case.measure == "name left in the open" for case in worst_cases(seen))


def test_a_product_that_takes_no_note_is_not_measured_and_never_nought() -> None:
    results, units = evaluate(RefusingProduct(), GATES, "quick")
    assert {f.colour for f in results.findings} == {"grey"}
    assert {f.effect for f in results.findings} == {None}
    assert {unit.difference for unit in units} == {None}
    assert all(q.value is None for q in results.quality if q.surface != "whole line")
    assert "not measured" in report(results, GATES)


def test_each_text_is_given_to_the_product_once(fair: Run) -> None:
    plan = make_plan("quick")
    texts = {n.text for p in plan.line for n in (p.note_group, p.note_reference)}
    lines = {n.text for p in plan.redaction for n in (p.note_group, p.note_reference)}
    assert FAIR.asked == len(texts) + len(lines)


def test_no_finding_is_longer_than_twenty_five_words(fair: Run) -> None:
    assert max(len(f.sentence.split()) for f in fair[0].findings) <= 25


class Page(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.tags if name == tag)


def test_the_report_is_one_page_without_script_or_network(fair: Run) -> None:
    page = Page()
    text = report(fair[0], GATES)
    page.feed(text)
    html5lib.HTMLParser(strict=True).parse(text)
    assert len(list(page.named("h1"))) == 1
    assert [a.get("lang") for a in page.named("html")] == ["en-GB"]
    assert not list(page.named("script"))
    assert not any("src" in attributes for _, attributes in page.tags)
    assert "http" not in text
    assert all(a.get("role") == "img" and a.get("aria-label") for a in page.named("svg"))
    assert len(list(page.named("caption"))) == len(list(page.named("table")))


def test_the_report_says_what_was_not_tested(fair: Run) -> None:
    text = report(fair[0], GATES)
    for characteristic in ("religion or belief", "age", "care experience"):
        assert characteristic in text
    assert "not tested" in text
