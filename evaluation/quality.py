"""How well the product does its work, whoever a note is about: each figure with n and interval."""

from collections.abc import Callable, Sequence
from statistics import median

from evaluation.grammar import RenderedNote
from evaluation.observations import Observations
from evaluation.paired import wilson
from evaluation.product import Observed
from evaluation.run_record import Quality
from evaluation.scorers.facts_kept import facts_kept
from evaluation.scorers.names_hidden import names_hidden
from evaluation.scorers.score import Score
from evaluation.scorers.tasks_found import outcomes_right, tasks_found, wrongly_delegated
from evaluation.scorers.words_hidden import words_hidden

Seen = Sequence[tuple[RenderedNote, Observed]]
SCORERS: tuple[tuple[str, str, Callable[[RenderedNote, Observed], Score]], ...] = (
    ("redaction", "planted names hidden", names_hidden),
    ("redaction", "ordinary words hidden as a person", words_hidden),
    ("draft", "planted facts kept", facts_kept),
    ("tasks", "planted tasks found", tasks_found),
    ("triage", "outcome as we wrote it, of tasks found", outcomes_right),
    ("triage", "social worker's own tasks given away", wrongly_delegated),
)


def quality_of(seen: Observations) -> tuple[Quality, ...]:
    """Return every figure over the distinct notes of a run."""
    notes = [(note, made) for note, made in seen.notes if not made.refused]
    return (
        *(
            pooled(surface, measure, [scorer(n, m) for n, m in notes])
            for surface, measure, scorer in SCORERS
        ),
        refusals(seen),
    )


def pooled(surface: str, measure: str, scores: Sequence[Score]) -> Quality:
    """Return one share over all notes with its interval; without notes it is not measured."""
    hits, n = sum(score.hits for score in scores), sum(score.n for score in scores)
    if not n:
        return Quality(surface, measure, None, None, None, 0)
    low, high = wilson(hits, n)
    return Quality(surface, measure, hits / n, low, high, n)


def refusals(seen: Observations) -> Quality:
    """Return the share of notes the product refused."""
    held = [bool(made.refused) for _, made in seen.notes]
    if not held:
        return Quality("whole line", "notes refused", None, None, None, 0)
    low, high = wilson(sum(held), len(held))
    return Quality("whole line", "notes refused", sum(held) / len(held), low, high, len(held))


def median_milliseconds(seen: Observations) -> float | None:
    """Return the median time of a note; it goes in run.json, for it is never twice the same."""
    times = [made.milliseconds for _, made in seen.notes if made.milliseconds is not None]
    return round(median(times), 1) if times else None
