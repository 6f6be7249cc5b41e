import datetime
import json
from pathlib import Path

import pytest

from evaluation.finding import Finding
from evaluation.run_record import (
    MalformedRun,
    Results,
    read_results,
    read_run,
    read_runs,
    results_json,
    write_run,
)

FOUND = Finding(
    "draft", "facts kept", "gender", "women", "men", "amber", "why", "A sentence.", effect=-0.1
)
RESULTS = Results("product", "quick", "amber", "v1", {"product": {}}, (FOUND,))


def a_run(folder: Path, day: int) -> Path:
    folder.mkdir()
    when = datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)
    write_run(folder, RESULTS, when=when, seconds=1.5, commit="abc", dirty=False)
    (folder / "report.html").write_text("<p>", encoding="utf-8")
    return folder


def test_runs_come_newest_first(tmp_path: Path) -> None:
    a_run(tmp_path / "a", 1)
    a_run(tmp_path / "b", 9)
    (tmp_path / "not-a-run").mkdir()
    runs = read_runs(tmp_path)
    assert [run.when.day for run in runs] == [9, 1]
    assert runs[0].findings == (FOUND,)
    assert (runs[0].verdict, runs[0].size, runs[0].commit) == ("amber", "quick", "abc")
    assert runs[0].report == tmp_path / "b" / "report.html"


def test_no_folder_is_no_runs(tmp_path: Path) -> None:
    assert read_runs(tmp_path / "none") == ()


def test_results_changed_after_the_run_are_refused(tmp_path: Path) -> None:
    folder = a_run(tmp_path / "a", 1)
    path = folder / "results.json"
    path.write_text(path.read_text(encoding="utf-8").replace("amber", "green"), encoding="utf-8")
    with pytest.raises(MalformedRun, match="not the one this run wrote"):
        read_runs(tmp_path)


@pytest.mark.parametrize("name", ["results.json", "run.json", "report.html"])
def test_half_a_run_is_refused(tmp_path: Path, name: str) -> None:
    folder = a_run(tmp_path / "a", 1)
    (folder / name).unlink()
    with pytest.raises(MalformedRun, match=f"{name} is missing"):
        read_run(folder)


def test_a_record_of_another_schema_is_refused(tmp_path: Path) -> None:
    folder = a_run(tmp_path / "a", 1)
    held = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    (folder / "run.json").write_text(json.dumps(held | {"schema": 99}), encoding="utf-8")
    with pytest.raises(MalformedRun, match="schema"):
        read_run(folder)


def test_results_hold_no_time_and_read_back_as_they_were(tmp_path: Path) -> None:
    folder = a_run(tmp_path / "a", 1)
    assert "2026-03" not in results_json(RESULTS)
    assert read_results(folder / "results.json") == RESULTS
