"""A task: something the note says somebody still has to do."""

from dataclasses import dataclass, field
from datetime import date

from models.text import Span


@dataclass(frozen=True)
class Task:
    """One task with the words that caused it; fields the note does not give stay empty."""

    text: str = field(repr=False)
    span: Span
    owner: str | None = None
    due: date | None = None
    due_words: str | None = None
    pending: bool = False  # hedged or conditional: a decision is still awaited
