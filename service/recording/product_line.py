"""The product's own line, as the worker calls it; importing this loads the language models."""

import re
from functools import cache

from guidance.library import Guidance, load
from models.exchange import as_json
from models.pipeline import PREPARATION_REFUSALS, prepare
from models.text import VisitNote
from service.errors import PreparationRefused
from service.recording.prepare_visit import PreparedNote

CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


def prepare_with_guidance(note: VisitNote) -> PreparedNote:
    """Prepare a note against the newest published guidance.

    Raises:
        PreparationRefused: a step refused the note, with that step's code and none of its words.
    """
    try:
        return as_json(prepare(note, published_guidance()), "")
    except PREPARATION_REFUSALS as refusal:
        raise PreparationRefused(code_of(refusal)) from None


def code_of(refusal: Exception) -> str:
    """Return the fixed word for a refusal: its own code, or its name."""
    code = getattr(refusal, "code", None)
    if isinstance(code, str) and CODE.fullmatch(code):
        return code
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(refusal).__name__).lower()[:40]


@cache
def published_guidance() -> Guidance:
    """Read the newest published guidance, once for each process."""
    return load()
