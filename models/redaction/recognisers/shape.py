"""What every shape recogniser of ours shares.

Expressions compiled once, and faults that stop the note.
"""

from dataclasses import dataclass

import regex
from presidio_analyzer import EntityRecognizer, RecognizerResult

from models.redaction.refusals import RedactionIncomplete
from models.text import EntityType

SLOWEST = 2.0  # seconds for one expression over one note; beyond it the note stops
CERTAIN, LIKELY, PLAUSIBLE = 1.0, 0.85, 0.6


@dataclass(frozen=True)
class Shape:
    """One expression; what it masks is its group `it`, or all of it."""

    expression: str
    score: float = LIKELY
    ignore_case: bool = True


@dataclass(frozen=True)
class Found:
    """One stretch a recogniser finds, and how sure it is."""

    start: int
    end: int
    score: float


class ShapeRecogniser(EntityRecognizer):  # type: ignore[misc]
    """Finds one type by its shape and the words round it.

    Never answers an error with "nothing found".
    """

    type: EntityType
    shapes: tuple[Shape, ...] = ()

    def __init__(self) -> None:
        super().__init__(
            supported_entities=[self.type], name=type(self).__name__, supported_language="en"
        )

    def load(self) -> None:
        """Compile the expressions once."""
        self.compiled = [
            (
                regex.compile(
                    s.expression,
                    (regex.IGNORECASE if s.ignore_case else 0) | regex.VERBOSE | regex.MULTILINE,
                ),
                s.score,
            )
            for s in self.shapes
        ]

    def find(self, text: str) -> list[Found]:
        """Return every stretch of this type."""
        found = []
        for expression, score in self.compiled:
            try:
                for match in expression.finditer(text, timeout=SLOWEST):
                    group = "it" if "it" in match.re.groupindex else 0
                    if match.start(group) < match.end(group) and self.keeps(match, text):
                        found.append(
                            Found(
                                match.start(group),
                                match.end(group),
                                self.score_of(match.group(group), score),
                            )
                        )
            except TimeoutError:
                raise RedactionIncomplete("recogniser_timed_out") from None
        return found

    def keeps(self, match: "regex.Match[str]", text: str) -> bool:  # noqa: ARG002
        """Say whether a match is this type at all.

        Shorthand that merely looks like it is left readable.
        """
        return True

    def score_of(self, surface: str, score: float) -> float:  # noqa: ARG002
        """Return the score of a match.

        A right checksum may raise it, a wrong one never takes the match away.
        """
        return score

    def analyze(self, text: str, **_asked: object) -> list[RecognizerResult]:
        """Return what was found, in Presidio's own form."""
        return [
            RecognizerResult(self.type, one.start, one.end, one.score) for one in self.find(text)
        ]
