"""A rule explains itself."""

import pytest

from guidance.explain import NoSuchRule, explain
from guidance.library import load


def test_a_rule_shows_its_words_source_examples_and_where_its_contrasts_belong() -> None:
    told = explain(load(), "c024")

    assert told["id"] == "C024"
    assert told["outcome"] == "delegable"
    assert len(told["gates"]) == 7
    assert told["examples"]
    assert told["counter_examples"][0]["outcome"] == "social_worker_only"


def test_an_unverified_source_says_so() -> None:
    assert explain(load(), "C001")["note"] == "The source of this rule has not been verified."


def test_a_whole_rule_names_its_parts() -> None:
    assert explain(load(), "C016")["parts"] == ["C016.2"]


def test_a_rule_that_is_not_there_is_refused() -> None:
    with pytest.raises(NoSuchRule):
        explain(load(), "C999")
