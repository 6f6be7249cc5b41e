"""What a file of guidance must look like before anything is made of it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from guidance.outcomes import Outcome
from guidance.rule import Automation, Basis


def _as_words(value: object) -> object:
    """Take off outer spaces, and let an unquoted date or number stand where words are wanted."""
    if isinstance(value, str):
        return value.strip()
    is_plain = isinstance(value, int | float | date) and not isinstance(value, bool)
    return str(value) if is_plain else value


Words = Annotated[str, BeforeValidator(_as_words), StringConstraints(min_length=1)]
WordList = tuple[Words, ...]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{1,4}(\.\d+)?$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CounterShape(_Strict):
    """A counter-example as written."""

    line: Words
    instead: RuleId


class PartShape(_Strict):
    """A part of a rule: everything a rule says, but for what the whole says once."""

    id: RuleId
    title: Words
    outcome: Outcome
    reason: Words
    who: Words | None = None
    automation: Automation | None = None
    reserved_to: Words | None = None
    refuse: bool = False
    gates: Literal["all"] | WordList = ()
    must_show: WordList = ()
    basis: Basis
    source: Words
    verified: bool
    review_by: date
    find: Annotated[WordList, Field(min_length=1)]
    examples: Annotated[WordList, Field(min_length=2)]
    counter_examples: Annotated[tuple[CounterShape, ...], Field(min_length=1)]


class RuleShape(PartShape):
    """A rule as written."""

    area: Words
    service: Literal["children", "adults", "any"]
    line: Words | None = None
    parts: tuple[PartShape, ...] = ()


class GateShape(_Strict):
    """A gate as written."""

    id: Words
    question: Words
    stopped: Words
    fails_when: Annotated[WordList, Field(min_length=1)]
    shown_when: WordList = ()
    unless: WordList = ()


class SplitShape(_Strict):
    """A line that holds several tasks, as written."""

    line: Words
    find: Annotated[WordList, Field(min_length=1)]
    parts: Annotated[tuple[RuleId, ...], Field(min_length=2)]


class SwitchShape(_Strict):
    """A council switch as written."""

    id: Words
    title: Words
    safe: Words
    range: Words
    verified: bool
    rules: tuple[RuleId, ...]


class GuidanceShape(_Strict):
    """A whole version as written."""

    version: Annotated[Words, StringConstraints(pattern=r"^\d{4}-\d{2}[a-z0-9-]*$")]
    status: Literal["draft for local adoption", "adopted", "withdrawn"]
    nation: Literal["England"]
    dated: date
    owner: Words
    about: Words
    gates: Annotated[tuple[GateShape, ...], Field(min_length=1)]
    hedges: Annotated[WordList, Field(min_length=1)]
    urgent: Annotated[WordList, Field(min_length=1)]
    at_risk: Annotated[WordList, Field(min_length=1)]
    others: Annotated[WordList, Field(min_length=1)]
    judgement: Annotated[WordList, Field(min_length=1)]
    pleas: WordList = ()
    splits: tuple[SplitShape, ...]
    switches: tuple[SwitchShape, ...]
    neutral: dict[Words, WordList]
    shorthand: dict[Words, WordList]
    same_words: dict[Words, WordList]
    rules: Annotated[tuple[RuleShape, ...], Field(min_length=1)]
    fail_safe: tuple[RuleShape, ...] = ()
