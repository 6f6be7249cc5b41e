"""The corpus as triage learns from it: tasks, their outcome, the note around, and no names."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from wordfreq import zipf_frequency

from guidance.library import load
from guidance.outcomes import Outcome
from models.reading.words import TASK_VERBS
from models.text import Service
from models.training.name_finder_names import every_name
from models.triage.passage import Passage, first_words, last_words

CORPUS = Path(__file__).parent / "corpus"
_MARK = re.compile(r"\[\[([A-Z_]+):(.*?)\]\]", re.DOTALL)
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
# Zipf frequencies in English: a name in lower case must be rare as a word to be taken for one.
_COMMON_AS_A_WORD, _RARE_AS_A_WORD, _RARE_IN_LOWER_CASE = 4.6, 3.7, 3.4
_DAYS_AND_MONTHS = frozenset(
    re.findall(
        r"\w+",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thurs "
        "fri sat sun january february march april may june july august september october november "
        "december jan feb mar apr jun jul aug sep sept oct nov dec",
    )
)
_LETTERS = 2  # what is no longer is hardly a name by itself


@dataclass(frozen=True)
class LabelledTask:
    """A task as a practitioner typed it, with the outcome a reader gave it."""

    author: str
    passage: Passage
    outcome: Outcome
    catalogue: str | None
    service: Service | None
    from_note: bool


def labelled_tasks() -> list[LabelledTask]:
    """Return every labelled task of the corpus: the task lines, then the tasks inside the notes."""
    return [*_task_lines(), *_note_tasks()]


def _task_lines() -> Iterator[LabelledTask]:
    for path in sorted((CORPUS / "task_lines").glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            line = json.loads(row)
            around = without_names(line["context"])
            yield LabelledTask(
                author=path.stem,
                passage=Passage(without_names(line["text"]), around, around),
                outcome=line["outcome"],
                catalogue=line["catalogue"],
                service=line["service"],
                from_note=False,
            )


def _note_tasks() -> Iterator[LabelledTask]:
    for path in sorted((CORPUS / "notes").glob("*.json")):
        note = json.loads(path.read_text(encoding="utf-8"))
        hide = _hider(note["markup"])
        quotes = [hide(unit["quote"]) for unit in note["units"]]
        for index, unit in enumerate(note["units"]):
            outcome = _outcome(unit)
            if outcome is None:
                continue
            before = last_words(quotes[index - 1]) if index else ""
            after = first_words(quotes[index + 1]) if index + 1 < len(quotes) else ""
            yield LabelledTask(
                author=path.stem.split("-")[0],
                passage=Passage(quotes[index], f"{before} {after}".strip(), ""),
                outcome=outcome,
                catalogue=None,
                service=None,
                from_note=True,
            )


def _outcome(unit: dict[str, Any]) -> Outcome | None:
    """Return a unit's outcome; what waits for a decision stays with the social worker."""
    if unit["action"] == "pending_decision":
        return "social_worker_only"
    outcome: Outcome | None = unit["outcome"]
    return outcome


def _hider(markup: str) -> Any:
    """Return what hides the marked names of one note."""
    surfaces = sorted(
        {(surface, kind) for kind, surface in _MARK.findall(markup)}, key=lambda s: -len(s[0])
    )

    def hide(text: str) -> str:
        for surface, kind in surfaces:
            text = re.sub(rf"(?<!\w){re.escape(surface)}(?!\w)", f"[{kind}_1]", text)
        return text

    return hide


@cache
def _names() -> frozenset[str]:
    """Return names that are hardly words: those the name finder trains on, and the notes' own."""
    names = {word.lower() for name in every_name() for word in name.split()}
    for path in sorted((CORPUS / "notes").glob("*.json")):
        for kind, surface in _MARK.findall(json.loads(path.read_text(encoding="utf-8"))["markup"]):
            if kind == "PERSON":
                names.update(
                    word.lower() for word in _WORD.findall(surface) if len(word) > _LETTERS
                )
    return frozenset(
        name for name in names - _DAYS_AND_MONTHS if zipf_frequency(name, "en") < _COMMON_AS_A_WORD
    )


@cache
def _words_of_the_work() -> frozenset[str]:
    """Return words that open a task or that the guidance spells out: never names here."""
    wording = load().wording
    groups = (wording.neutral, wording.shorthand, wording.same_words)
    known = {variant for group in groups for variants in group.values() for variant in variants}
    return frozenset({word for line in known for word in line.split()} | set(TASK_VERBS.split("|")))


def without_names(text: str) -> str:
    """Hide what looks like a name in a task line, whose names are not marked."""

    def hide(match: re.Match[str]) -> str:
        word = match.group()
        plain = re.sub(r"['’]s$", "", word.lower())
        if plain in _DAYS_AND_MONTHS or plain in _words_of_the_work():
            return word
        common = zipf_frequency(plain, "en")
        capital = word[0].isupper() and not word.isupper() and len(word) > _LETTERS
        if capital and (common < _RARE_AS_A_WORD or plain in _names()):
            return "[PERSON_1]"
        return "[PERSON_1]" if plain in _names() and common < _RARE_IN_LOWER_CASE else word

    return _WORD.sub(hide, text)
