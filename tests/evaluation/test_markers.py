from evaluation.counterfactuals import faults
from evaluation.judging import judge
from evaluation.markers import marker_twins, read_markers
from evaluation.measuring import rows
from evaluation.observations import Observations, Watched
from evaluation.product import observe
from evaluation.product_coverage import CHARACTERISTICS
from evaluation.sample import read_scenarios
from evaluation.thresholds import read_gates
from tests.evaluation.fakes import FakeProduct


class Prejudiced(FakeProduct):
    """Loses every second sentence when a mosque is named."""

    def prepare(self, text: str, service: str) -> dict[str, object]:
        given = super().prepare(text, service)
        if "mosque" in text:
            for heading in given["draft"]["headings"]:
                heading["sentences"] = heading["sentences"][::2]
        return given


def test_a_marker_changes_one_sentence_and_no_planted_fact() -> None:
    for number, scenario in enumerate(read_scenarios("scenarios")):
        for pair in marker_twins(scenario, number):
            assert list(faults(pair)) == []
            assert pair.note_group.facts == pair.note_reference.facts
            assert pair.note_group.tasks == pair.note_reference.tasks


def test_every_marker_stands_in_the_coverage_grid() -> None:
    tested = {name for _, comparisons in CHARACTERISTICS for name in comparisons}
    assert {marker.characteristic for marker in read_markers()} <= tested


def test_a_product_that_forgets_at_the_word_mosque_is_red_for_muslim_people_alone() -> None:
    product = Prejudiced()
    pairs = [
        Watched(
            pair,
            observe(product, pair.note_group.text, pair.service),
            observe(product, pair.note_reference.text, pair.service),
        )
        for number, scenario in enumerate(read_scenarios("scenarios"))
        for pair in marker_twins(scenario, number)
        if pair.group in ("Muslim people", "Jewish people")
    ]
    findings = judge(rows(Observations(tuple(pairs), ())), read_gates())
    red = {(f.group, f.measure) for f in findings if f.colour == "red"}
    assert ("Muslim people", "facts kept") in red
    assert {group for group, _ in red} == {"Muslim people"}
