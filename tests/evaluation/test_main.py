import json
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.run_record import read_runs
from tests.evaluation.test_judge_outputs import pairs_of


def write(path: Path, *, against: str | None) -> Path:
    names = (
        "pair",
        "system",
        "setting",
        "group_a",
        "group_b",
        "source_a",
        "source_b",
        "output_a",
        "output_b",
    )
    lines = []
    for pair in pairs_of("theirs", against=against):
        values = (pair.identity, *(getattr(pair, name) for name in names[1:]))
        lines.append(json.dumps(dict(zip(names, values, strict=True))))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_judging_an_unfair_system_fails_and_leaves_the_whole_record(tmp_path: Path) -> None:
    pairs = write(tmp_path / "pairs.jsonl", against="female")
    assert main(["outputs", "--pairs", str(pairs), "--out", str(tmp_path / "runs" / "one")]) == 1
    assert {p.name for p in (tmp_path / "runs" / "one").iterdir()} == {
        "results.json", "run.json", "units.csv", "report.html",
    }  # fmt: skip
    (run,) = read_runs(tmp_path / "runs")
    assert (run.kind, run.verdict) == ("outputs", "red")


def test_new_reds_make_a_comparison_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, against in (("fair", None), ("unfair", "female")):
        pairs = write(tmp_path / f"{name}.jsonl", against=against)
        main(["outputs", "--pairs", str(pairs), "--out", str(tmp_path / name)])
    capsys.readouterr()
    assert main(["compare", str(tmp_path / "fair"), str(tmp_path / "unfair")]) == 1
    assert "NEW RED" in capsys.readouterr().out
    assert main(["compare", str(tmp_path / "fair"), str(tmp_path / "fair")]) == 0


def test_a_report_can_be_written_again_and_is_the_same(tmp_path: Path) -> None:
    pairs = write(tmp_path / "pairs.jsonl", against="female")
    main(["outputs", "--pairs", str(pairs), "--out", str(tmp_path / "one")])
    first = (tmp_path / "one" / "report.html").read_text(encoding="utf-8")
    assert main(["report", str(tmp_path / "one")]) == 1
    assert (tmp_path / "one" / "report.html").read_text(encoding="utf-8") == first


def test_a_file_that_is_not_there_is_a_clear_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["outputs", "--pairs", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "x")])
        == 2
    )
    assert "none.jsonl" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(SystemExit) as left:
        main(["run", "--size", "enormous"])
    assert left.value.code == 2
