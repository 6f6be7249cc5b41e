"""The product's own line, as the worker calls it; importing this loads the language models."""

from functools import cache

from guidance.library import Guidance, load
from models.exchange import as_json
from models.pipeline import PREPARATION_REFUSALS, prepare
from models.text import VisitNote
from service.errors import PreparationRefused, code_of
from service.recording.prepare_visit import PreparedNote


def prepare_with_guidance(note: VisitNote) -> PreparedNote:
    """Prepare a note against the newest published guidance.

    Raises:
        PreparationRefused: a step refused the note, with that step's code and none of its words.
    """
    try:
        return as_json(prepare(note, published_guidance()), "")
    except PREPARATION_REFUSALS as refusal:
        raise PreparationRefused(code_of(refusal)) from None


@cache
def published_guidance() -> Guidance:
    """Read the newest published guidance, once for each process."""
    return load()
