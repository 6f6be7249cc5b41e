"""The Presidio analyser, built from an explicit list of our own recognisers.

Nothing is loaded by default.
"""

from collections.abc import Sequence
from functools import cache

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NoOpNlpEngine

from models.redaction.name_finder import NameFinder
from models.redaction.recognisers import RECOGNISERS
from models.redaction.refusals import RedactionIncomplete
from models.text import ENTITY_TYPES


def build_analyser(recognisers: Sequence[EntityRecognizer]) -> AnalyzerEngine:
    """Return an analyser over exactly these recognisers, decision tracing off."""
    registry = RecognizerRegistry(recognizers=list(recognisers), supported_languages=["en"])
    engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "none"}])
    engine.load()
    return AnalyzerEngine(
        registry=registry, nlp_engine=engine, supported_languages=["en"], log_decision_process=False
    )


@cache
def analyser() -> AnalyzerEngine:
    """Return the one analyser of this process, made of all our recognisers."""
    return build_analyser([*(kind() for kind in RECOGNISERS), NameFinder()])


def find_personal_data(engine: AnalyzerEngine, text: str) -> list[RecognizerResult]:
    """Return everything the recognisers find.

    Refuse if one is missing, and let no fault read as "nothing found".
    """
    present = {type(recogniser) for recogniser in engine.registry.recognizers}
    if not {*RECOGNISERS, NameFinder} <= present:
        raise RedactionIncomplete("recogniser_missing")
    try:
        found: list[RecognizerResult] = engine.analyze(
            text, language="en", entities=list(ENTITY_TYPES)
        )
    except RedactionIncomplete:
        raise
    except Exception:  # noqa: BLE001 - raised again below, without the words of the note
        raise RedactionIncomplete("recogniser_failed") from None
    return found


def analyser_versions(engine: AnalyzerEngine) -> dict[str, str]:
    """Return which name finder and how many recognisers stood behind a redaction."""
    finder = next(r for r in engine.registry.recognizers if isinstance(r, NameFinder))
    return {"name_finder": finder.version, "recognisers": str(len(engine.registry.recognizers))}
