"""Everything the product made of the notes of a run; each text is given to it once."""

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.counterfactuals import Twins
from evaluation.grammar import RenderedNote
from evaluation.plan import Plan
from evaluation.product import Observed, Product, observe, observe_redaction


@dataclass(frozen=True, eq=False)  # told apart by identity: measured once, however often judged
class Watched:
    """One pair of twins and what the product made of both."""

    twins: Twins
    group: Observed = field(repr=False)
    reference: Observed = field(repr=False)


@dataclass(frozen=True)
class Observations:
    """The pairs of a run as the product saw them."""

    line: tuple[Watched, ...]
    redaction: tuple[Watched, ...]

    @property
    def notes(self) -> tuple[tuple[RenderedNote, Observed], ...]:
        """Return every distinct note of the whole line once."""
        held = {}
        for pair in self.line:
            held[pair.twins.note_reference.text] = (pair.twins.note_reference, pair.reference)
            held[pair.twins.note_group.text] = (pair.twins.note_group, pair.group)
        return tuple(held.values())


def watch(product: Product, plan: Plan, *, progress: bool = False) -> Observations:
    """Give every note of a plan to the product."""
    texts = {(note.text, pair.service): None for pair in plan.line for note in both(pair)}
    lines = {note.text: None for pair in plan.redaction for note in both(pair)}
    bar = Progress(len(texts) + len(lines), shown=progress)
    line = {key: bar.step(observe(product, *key)) for key in texts}
    redaction = {text: bar.step(observe_redaction(product, text)) for text in lines}
    return Observations(
        tuple(
            Watched(
                pair,
                line[pair.note_group.text, pair.service],
                line[pair.note_reference.text, pair.service],
            )
            for pair in plan.line
        ),
        tuple(
            Watched(pair, redaction[pair.note_group.text], redaction[pair.note_reference.text])
            for pair in plan.redaction
        ),
    )


def both(pair: Twins) -> Iterable[RenderedNote]:
    """Return the two notes of a pair."""
    return (pair.note_group, pair.note_reference)


class Progress:
    """Says on standard error how far a run is: one moving line, or ten lines in a log."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self.total, self.shown = total, shown
        self.moving = sys.stderr.isatty()
        self.every = 10 if self.moving else max(1, total // 10)
        self.done, self.began = 0, time.monotonic()

    def step(self, seen: Observed) -> Observed:
        """Count one note."""
        self.done += 1
        if self.shown and (self.done % self.every == 0 or self.done == self.total):
            seconds = time.monotonic() - self.began
            left = seconds / self.done * (self.total - self.done)
            told = f"{self.done} of {self.total} notes, about {left:.0f} s left"
            last = self.done == self.total or not self.moving
            sys.stderr.write(("\r" if self.moving else "") + told + ("\n" if last else "   "))
            sys.stderr.flush()
        return seen
