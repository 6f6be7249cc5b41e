"""Failing closed: every fault stops the note with a code, and no word of the note travels in it."""

import shutil
from pathlib import Path

import pytest
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerResult

from models.redaction.analyser import analyser, build_analyser
from models.redaction.canary import check_canary
from models.redaction.name_finder import NameFinder
from models.redaction.name_finder_weights import FOLDER, MANIFEST, WEIGHTS, trusted_weights
from models.redaction.recognisers import RECOGNISERS
from models.redaction.recognisers.shape import Shape, ShapeRecogniser
from models.redaction.redact import redact
from models.redaction.refusals import RedactionIncomplete
from models.text import ENTITY_TYPES, EntityType, VisitNote

pytestmark = pytest.mark.weights
NAMED = "Kayleigh Thornbury rang"


class Faulty(EntityRecognizer):  # type: ignore[misc]
    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, **_asked: object) -> list[RecognizerResult]:
        raise ValueError(text)


class Slow(ShapeRecogniser):
    type: EntityType = "OTHER_ID"
    shapes = (Shape(r"(?:a|aa|aaa)+!"),)


def _engine(*more: EntityRecognizer) -> AnalyzerEngine:
    return build_analyser([*(kind() for kind in RECOGNISERS), *more])


def test_every_listed_recogniser_and_the_name_finder_run() -> None:
    kinds = {type(recogniser) for recogniser in analyser().registry.recognizers}
    assert kinds == {*RECOGNISERS, NameFinder}
    assert analyser().log_decision_process is False


def test_every_type_of_the_contract_is_supported() -> None:
    assert set(analyser().get_supported_entities("en")) == set(ENTITY_TYPES)


def test_a_recogniser_that_raises_stops_the_note_without_its_words() -> None:
    engine = _engine(NameFinder(), Faulty(["PERSON"], name="Faulty"))
    with pytest.raises(RedactionIncomplete) as stopped:
        redact(VisitNote(NAMED), engine)
    assert stopped.value.code == "recogniser_failed"
    assert "Kayleigh" not in repr(stopped.value)
    assert stopped.value.__cause__ is None


def test_a_missing_name_finder_stops_the_note() -> None:
    with pytest.raises(RedactionIncomplete, match="recogniser_missing"):
        redact(VisitNote(NAMED), _engine())


def test_a_missing_shape_recogniser_stops_the_note() -> None:
    with pytest.raises(RedactionIncomplete, match="recogniser_missing"):
        redact(VisitNote(NAMED), build_analyser([NameFinder()]))


def test_an_expression_that_runs_too_long_stops_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.redaction.recognisers.shape.SLOWEST", 0.01)
    with pytest.raises(RedactionIncomplete, match="recogniser_timed_out"):
        Slow().find("a" * 5_000)


def test_missing_weights_stop_the_name_finder(tmp_path: Path) -> None:
    with pytest.raises(RedactionIncomplete, match="name_finder_weights_missing"):
        NameFinder(tmp_path)


def test_altered_weights_stop_the_name_finder(tmp_path: Path) -> None:
    shutil.copy(FOLDER / MANIFEST, tmp_path / MANIFEST)
    (tmp_path / WEIGHTS).write_bytes((FOLDER / WEIGHTS).read_bytes()[:-1] + b"\x00\x01")
    with pytest.raises(RedactionIncomplete, match="name_finder_weights_altered"):
        trusted_weights(tmp_path)


def test_a_blind_name_finder_fails_the_canary(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = NameFinder()
    monkeypatch.setattr(finder, "analyze", lambda **_asked: [])
    with pytest.raises(RedactionIncomplete, match="canary_leaked"):
        check_canary(_engine(finder))


def test_unreadable_characters_are_refused() -> None:
    with pytest.raises(RedactionIncomplete, match="unreadable_characters"):
        redact(VisitNote("Kayleigh \ud800"))
