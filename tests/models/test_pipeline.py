import pytest

from guidance.library import load
from models.limits import NoteRefused
from models.pipeline import Stopwatch, prepare
from models.text import VisitNote


@pytest.mark.parametrize("text", ["", "   ", "a\x00b", "\udcff"])
def test_a_note_that_cannot_be_kept_stops_before_any_step(text: str) -> None:
    with pytest.raises(NoteRefused):
        prepare(VisitNote(text), load())


@pytest.mark.weights
def test_a_note_that_holds_placeholder_like_text_says_so_and_loses_nothing() -> None:
    text = "Spoke to [PERSON_1] at home. [PERSON_1] said Kayleigh Marsden is fine."
    prepared = prepare(VisitNote(text), load())
    assert prepared.redaction.notices
    hidden = {text[e.start : e.end] for e in prepared.redaction.entities}
    assert "[PERSON_1]" in hidden
    assert "Kayleigh" not in prepared.redaction.redacted.text


def test_a_stopwatch_gives_every_step_and_the_total() -> None:
    clock = Stopwatch()
    with clock.step("redact"):
        pass
    assert set(clock.milliseconds()) == {"redact", "total"}
