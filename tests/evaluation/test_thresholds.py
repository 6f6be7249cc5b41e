from pathlib import Path

import pytest

from evaluation.judging import SUBJECTS
from evaluation.measuring import LINE
from evaluation.output_measures import OUTPUT_MEASURES
from evaluation.thresholds import GATES, UnusableGates, read_gates


def test_every_gate_has_an_owner_and_a_reason() -> None:
    for gate in read_gates().gates:
        assert gate.owner
        assert len(gate.reason) > 20


def test_every_question_has_a_gate_and_every_surface_a_subject() -> None:
    gates = read_gates()
    for question in LINE:
        assert gates.of(question.gate).surface == question.surface
        assert question.surface in SUBJECTS
    for key in OUTPUT_MEASURES:
        assert gates.of(key).surface == "outputs"


def test_a_gate_without_a_reason_is_refused(tmp_path: Path) -> None:
    text = GATES.read_text(encoding="utf-8")
    cut = text.index("reason =")
    broken = tmp_path / "gates.toml"
    broken.write_text(text[:cut] + text[text.index("\n", cut) :], encoding="utf-8")
    with pytest.raises(UnusableGates, match="names_hidden lacks reason"):
        read_gates(broken)


def test_a_measure_nobody_set_a_threshold_for_is_refused() -> None:
    with pytest.raises(UnusableGates):
        read_gates().of("beauty")
