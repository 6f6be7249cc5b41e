import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from guidance.outcomes import OUTCOMES
from models.reading.unit import Action, Certainty, Kind, Source, Topic
from models.text import ENTITY_TYPES

CORPUS = Path(__file__).resolve().parents[3] / "models" / "training" / "corpus"
NOTES = sorted((CORPUS / "notes").glob("*.json"))
TASK_LINES = sorted((CORPUS / "task_lines").glob("*.jsonl"))
MARK = re.compile(r"\[\[([A-Z_]+):(.*?)\]\]", re.DOTALL)


def read(path: Path) -> dict[str, Any]:
    note: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return note


def test_the_corpus_is_here() -> None:
    assert len(NOTES) == 245
    assert len(TASK_LINES) == 24


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_every_unit_of_a_note_stands_in_it_word_for_word_and_in_order(path: Path) -> None:
    note = read(path)
    text, at = MARK.sub(r"\2", note["markup"]), 0
    for unit in note["units"]:
        found = text.find(unit["quote"], at)
        assert found >= 0
        at = found + len(unit["quote"])


def test_every_label_is_one_the_models_know() -> None:
    fields = {
        "topic": Topic,
        "source": Source,
        "kind": Kind,
        "action": Action,
        "certainty": Certainty,
    }
    for path in NOTES:
        note = read(path)
        assert {kind for kind, _ in MARK.findall(note["markup"])} <= set(ENTITY_TYPES)
        for unit in note["units"]:
            assert unit["outcome"] is None or unit["outcome"] in OUTCOMES
            for field, values in fields.items():
                assert unit[field] in get_args(values)


def test_every_task_line_has_words_and_an_outcome() -> None:
    lines = [
        json.loads(li) for p in TASK_LINES for li in p.read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) == 1515
    assert all(line["text"].strip() and line["outcome"] in OUTCOMES for line in lines)
