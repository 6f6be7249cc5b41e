from typing import get_args

import pytest

from models.drafting.placement import PLEASE_PLACE, heading_chances, place, sentence_kind
from models.drafting.templates import UnknownVisitType, template_for, templates, visit_types
from models.reading.unit import Reading, Topic
from models.text import VisitDetails

SURE = {"topic": 0.9, "source": 0.9, "kind": 0.9, "action": 0.9, "certainty": 0.9}


def reading(**fields: object) -> Reading:
    plain: dict[str, object] = {
        "topic": "health",
        "source": "observed",
        "kind": "fact",
        "action": "none",
        "certainty": "stated",
        "confidence": SURE,
    }
    return Reading(**{**plain, **fields})  # type: ignore[arg-type]


def test_a_practitioner_may_choose_among_seventeen_kinds_of_visit() -> None:
    assert len(visit_types()) == 17
    assert list(visit_types())[-1] == "other"


@pytest.mark.parametrize("key", list(templates()))
def test_every_template_has_a_place_for_every_topic_and_source(key: str) -> None:
    template = templates()[key]
    assert [
        t
        for t in get_args(Topic)
        if t != "other" and not any(t in h.topics for h in template.headings)
    ] == []
    for held in ("actions", "own_view", "decision", "voice", "family", "professional"):
        assert sum(held in heading.holds for heading in template.headings) == 1
    assert len({heading.key for heading in template.headings}) == len(template.headings)


@pytest.mark.parametrize("key", list(templates()))
def test_an_own_view_heading_holds_nothing_else(key: str) -> None:
    own = [h for h in templates()[key].headings if "own_view" in h.holds]
    assert [h.topics for h in own] == [frozenset()]
    assert place(reading(kind="opinion", source="worker_view"), templates()[key]) == own[0].key
    for source in ("professional", "family_or_carer", "observed", "unknown"):
        assert place(reading(kind="opinion", source=source), templates()[key]) != own[0].key


@pytest.mark.parametrize("key", list(templates()))
def test_a_task_goes_under_actions_and_a_childs_words_under_theirs(key: str) -> None:
    template = templates()[key]
    holds = {held: h.key for h in template.headings for held in h.holds}
    assert place(reading(action="todo", kind="plan_action"), template) == holds["actions"]
    assert place(reading(kind="quote", source="child_or_person"), template) == holds["voice"]
    assert place(reading(kind="reported", source="family_or_carer"), template) == holds["family"]


def test_what_nothing_settles_is_left_to_be_placed() -> None:
    unsure = dict.fromkeys(SURE, 0.2)
    assert place(reading(confidence=unsure), templates()["cin"]) == PLEASE_PLACE
    assert place(reading(topic="other"), templates()["cin"]) == PLEASE_PLACE


def test_a_heading_is_chosen_over_every_way_a_unit_may_read() -> None:
    split = {
        "topic:home_environment": 0.35,
        "topic:presentation_behaviour": 0.35,
        "topic:health": 0.3,
    }
    facts = {"action": 0.9, "kind": 0.9, "source": 0.9, **split}
    assert place(reading(confidence=facts), templates()["other"]) == "seen"
    assert place(reading(confidence=facts), templates()["cin"]) == PLEASE_PLACE


def test_the_chances_of_all_headings_never_exceed_one() -> None:
    for template in templates().values():
        for source in ("professional", "family_or_carer", "observed"):
            for kind in ("quote", "opinion", "decision", "fact"):
                chances = heading_chances(reading(kind=kind, source=source), template)
                assert sum(chances.values()) <= 1 + 1e-9


def test_with_no_type_given_only_a_plain_call_is_told_apart() -> None:
    assert template_for(VisitDetails(), "seen at home with mum").key == "other"
    assert template_for(VisitDetails(), "t/c from mum 10.20").key == "phone_call"
    assert template_for(VisitDetails(type="s42"), "t/c from mum").key == "s42"


def test_an_unknown_kind_of_visit_is_refused() -> None:
    with pytest.raises(UnknownVisitType):
        template_for(VisitDetails(type="tea party"), "")


@pytest.mark.parametrize(
    ("kind", "source", "shown"),
    [
        ("quote", "child_or_person", "voice"),
        ("reported", "family_or_carer", "reported"),
        ("fact", "observed", "observed"),
        ("fact", "document", "reported"),
        ("fact", "unknown", "other"),
        ("opinion", "professional", "view"),
        ("decision", "professional", "decision"),
        ("history", "document", "history"),
        ("plan_action", "worker_view", "other"),
    ],
)
def test_how_a_unit_reads_settles_how_it_is_shown(kind: str, source: str, shown: str) -> None:
    assert sentence_kind(reading(kind=kind, source=source)) == shown
