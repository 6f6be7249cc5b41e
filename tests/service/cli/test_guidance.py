import json
from pathlib import Path

import pytest

from service.cli.main import main


def test_the_published_guidance_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guidance", "check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_rule_is_explained_with_its_source_and_its_examples(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["guidance", "explain", "c067"]) == 0
    rule = json.loads(capsys.readouterr().out)
    assert rule["id"] == "C067"
    assert rule["outcome"] == "delegable"
    assert rule["source"]
    assert rule["examples"]


def test_a_rule_that_is_not_there_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guidance", "explain", "C999"]) == 2
    assert "C999" in capsys.readouterr().err


def test_a_version_that_is_not_there_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guidance", "check", "1999-01"]) == 2
    assert "1999-01" in capsys.readouterr().err


@pytest.mark.weights
def test_a_preview_says_for_each_task_what_would_become_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published = Path("guidance/rules/2026-11.yaml").read_text(encoding="utf-8")
    changed = tmp_path / "2026-12.yaml"
    changed.write_text(published.replace("2026-11", "2026-12"), encoding="utf-8")
    tasks = tmp_path / "tasks.jsonl"
    tasks.write_text('{"id": 1, "text": "book the room for core group"}\n', encoding="utf-8")
    assert main(["guidance", "preview", "2026-11", str(changed), "--jsonl", str(tasks)]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["id"] == 1
    assert row["old"] == row["new"]
    assert row["moved"] is False
