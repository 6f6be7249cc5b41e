"""A score: a value with the words that explain it; None means it could not be measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """What one scorer says of one note."""

    value: float | None
    hits: int = 0
    n: int = 0
    explanation: tuple[str, ...] = ()


def share(hits: int, n: int, explanation: tuple[str, ...] = ()) -> Score:
    """Return a share, or nothing where there was nothing to count."""
    return Score(hits / n if n else None, hits, n, explanation)
