import shutil
from pathlib import Path

import pytest

from models.reading.features import HEADS
from models.reading.heads import WEIGHTS, check_weights, load_heads
from models.reading.units import cut
from models.text import Person, RedactedText
from models.weights import WeightsNotTrusted

NOTE = RedactedText(
    "cin hv. kitchen clean. mum [PERSON_1] says he is fine. ring [ORG_1] tmrw",
    (Person("[PERSON_1]", "mother"),),
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    return folder


def test_the_shipped_heads_are_the_ones_measured_and_are_small() -> None:
    check_weights(WEIGHTS)
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 6_000_000


def test_altered_weights_are_refused(copied: Path) -> None:
    heads = copied / "heads.safetensors"
    altered = bytearray(heads.read_bytes())
    altered[-1] ^= 1
    heads.write_bytes(altered)
    with pytest.raises(WeightsNotTrusted):
        check_weights(copied)


@pytest.mark.parametrize("name", ["heads.safetensors", "manifest.json"])
def test_missing_weights_are_refused(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(WeightsNotTrusted):
        check_weights(copied)


def test_every_unit_gets_odds_for_every_field() -> None:
    spans = cut(NOTE.text)
    found = load_heads().probabilities(NOTE, spans)
    assert len(found) == len(spans) >= 4
    for odds in found:
        for head, values in HEADS.items():
            assert len(odds[head]) == len(values)
            assert sum(odds[head]) == pytest.approx(1.0, abs=1e-3)


def test_the_same_note_reads_the_same_twice() -> None:
    spans = cut(NOTE.text)
    assert load_heads().probabilities(NOTE, spans) == load_heads().probabilities(NOTE, spans)


def test_a_unit_longer_than_a_window_is_read() -> None:
    text = "and he went on " * 400
    spans = cut(text)
    assert len(load_heads().probabilities(RedactedText(text), spans)) == len(spans)
