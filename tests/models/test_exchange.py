import json
from pathlib import Path
from typing import Any, get_args

import pytest

from guidance.library import load
from guidance.outcomes import OUTCOMES
from models.drafting.draft import SentenceKind
from models.exchange import as_json
from models.pipeline import prepare
from models.text import ENTITY_TYPES, PLACEHOLDER, VisitNote

pytestmark = [pytest.mark.weights, pytest.mark.slow]
SAMPLES = Path(__file__).resolve().parents[2] / "evaluation" / "samples" / "gold.jsonl"
NOTES = {
    note["id"]: note["text"]
    for note in map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
}


@pytest.fixture(scope="module")
def prepared() -> dict[str, dict[str, Any]]:
    guidance = load()
    return {key: as_json(prepare(VisitNote(text), guidance), key) for key, text in NOTES.items()}


@pytest.fixture(params=NOTES)
def pair(request: pytest.FixtureRequest, prepared: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return NOTES[request.param], prepared[request.param]


Pair = tuple[str, dict[str, Any]]


def sentences(out: dict[str, Any]) -> list[dict[str, Any]]:
    return [s for heading in out["draft"]["headings"] for s in heading["sentences"]]


def test_there_are_sixteen_notes() -> None:
    assert len(NOTES) == 16


def test_the_object_has_the_shape_of_the_contract(pair: Pair) -> None:
    text, out = pair
    assert json.loads(json.dumps(out, allow_nan=False)) == out
    assert out["schema"] == 1
    assert set(out["draft"]) == {"template", "headings", "not_recorded", "set_aside"}
    assert set(out["versions"]) == {"recordwell", "models", "guidance"}
    assert {"redact", "draft", "tasks", "triage", "total"} <= set(out["timings_ms"])
    for entity in out["entities"]:
        assert 0 <= entity["start"] < entity["end"] <= len(text)
        assert entity["type"] in ENTITY_TYPES
        assert PLACEHOLDER.fullmatch(entity["placeholder"])
        assert 0 <= entity["score"] <= 1
    for sentence in sentences(out):
        assert sentence["kind"] in get_args(SentenceKind)
        assert sentence["spans"]
        assert all(0 <= a < b <= len(text) for a, b in sentence["spans"])
    for task in out["tasks"]:
        assert task["outcome"] in OUTCOMES
        assert 0 <= task["confidence"] <= 1
        assert task["reason"]
        assert text[task["start"] : task["end"]].strip()


def test_every_character_is_in_a_sentence_a_task_or_set_aside(pair: Pair) -> None:
    text, out = pair
    held: set[int] = set()
    for sentence in sentences(out):
        for start, end in sentence["spans"]:
            held.update(range(start, end))
    for item in (*out["tasks"], *out["draft"]["set_aside"]):
        held.update(range(item["start"], item["end"]))
    assert [i for i, c in enumerate(text) if not c.isspace() and i not in held] == []


def test_the_redacted_text_and_the_entities_give_the_note_back(pair: Pair) -> None:
    text, out = pair
    redacted, at, back = out["redacted_text"], 0, ""
    for entity in out["entities"]:
        found = redacted.index(entity["placeholder"], at)
        back += redacted[at:found] + text[entity["start"] : entity["end"]]
        at = found + len(entity["placeholder"])
    assert back + redacted[at:] == text


def test_restored_sentences_have_the_names_of_their_own_source(pair: Pair) -> None:
    text, out = pair
    surfaces = {
        (e["placeholder"], text[e["start"] : e["end"]], e["start"], e["end"])
        for e in out["entities"]
    }
    for sentence in sentences(out):
        assert PLACEHOLDER.search(sentence["restored_text"]) is None
        for placeholder in PLACEHOLDER.finditer(sentence["text"]):
            own = [
                words
                for tag, words, start, end in surfaces
                if tag == placeholder.group()
                and any(a <= start and end <= b for a, b in sentence["spans"])
            ]
            assert own
            assert any(words in sentence["restored_text"] for words in own)


def test_no_hidden_words_are_left_in_the_redacted_text(pair: Pair) -> None:
    text, out = pair
    left = PLACEHOLDER.sub(" ", out["redacted_text"])
    numbers = [e for e in out["entities"] if e["type"] in ("PHONE", "NHS_NUMBER", "EMAIL")]
    assert [e["type"] for e in numbers if text[e["start"] : e["end"]] in left] == []


def test_the_same_note_gives_the_same_answer(prepared: dict[str, Any]) -> None:
    again = as_json(prepare(VisitNote(NOTES["d-02"]), load()), "d-02")
    first = dict(prepared["d-02"])
    assert {**again, "timings_ms": None} == {**first, "timings_ms": None}
