"""Finding the rule for each task: the words it names, how near it lies, and what is likely."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix

from guidance.library import Guidance
from guidance.outcomes import OUTCOMES
from guidance.rule import Rule
from models.text import VisitDetails
from models.triage.by_rule import Found, rule_words
from models.triage.by_similarity import Vectors, encode, rule_space
from models.triage.outcome_features import Read, features
from models.triage.outcome_model import Numbers
from models.triage.passage import Passage

# How much each sign counts towards a rule; chosen on the corpus with whole authors held out.
_NEAR, _NAMED, _EXPECTED, _OTHER_SERVICE = 3.0, 0.5, 0.5, -0.8
_MOST_WORDS = 4
_LEAST_LIKELY = 1e-3
# A rule whose words are not in a task is cited from this nearness on: on held-out authors the rule
# cited from further off was nearly always the wrong one.
_NEAR_ENOUGH_TO_CITE = 0.65


@dataclass(frozen=True)
class Finding:
    """What was found for one task: the best rule, the rules near it, and how sure the signs are."""

    passage: Passage = field(repr=False)
    plain: str = field(repr=False)
    best: Rule | None
    named: tuple[Found, ...]
    score_of: dict[str, float]
    near_of: dict[str, float]
    likely: dict[str, float]
    nearness: float
    example: bool
    nearest: tuple[str, ...]
    rival: Rule | None  # the best rule of another outcome

    @property
    def words(self) -> str | None:
        """Return the words of the best rule that the task holds."""
        return next((f.cue for f in self.named if self.best and f.rule.id == self.best.id), None)

    def fits(self, rule: Rule) -> bool:
        """Say whether a task names a rule, or means what it does, closely enough to cite it."""
        named = any(found.rule.id == rule.id for found in self.named)
        return named or self.near_of.get(rule.id, 0.0) >= _NEAR_ENOUGH_TO_CITE

    @property
    def margin(self) -> float:
        """Return by how much the best rule leads the best rule of another outcome."""
        if self.best is None or self.rival is None:
            return float("inf")
        return self.score_of[self.best.id] - self.score_of[self.rival.id]


@dataclass(frozen=True, eq=False)
class Signs:
    """What the guidance and the encoder say of some tasks, before the outcome model is asked."""

    passages: tuple[Passage, ...] = field(repr=False)
    plain: tuple[str, ...] = field(repr=False)
    named: tuple[tuple[Found, ...], ...] = field(repr=False)
    nearness: Vectors = field(repr=False)
    rows: csr_matrix = field(repr=False)


def read_signs(passages: Sequence[Passage], guidance: Guidance) -> Signs:
    """Read the signs of some tasks: the words they name, and how near they lie to each rule."""
    words = rule_words(guidance)
    plain = tuple(words.plain(passage.words) for passage in passages)
    named = tuple(words.find(line) for line in plain)
    spelt = guidance.wording.spelt_out
    both = encode([spelt(p.words) for p in passages] + [spelt(p.around) for p in passages])
    meaning, around = both[: len(passages)], both[len(passages) :]
    nearness = rule_space(guidance).nearness(meaning)
    rows = features(guidance, Read(passages, named, nearness, meaning, around))
    return Signs(tuple(passages), plain, named, nearness, rows)


def find_rules(
    signs: Signs, likely: Numbers, guidance: Guidance, visit: VisitDetails
) -> tuple[Finding, ...]:
    """Return what was found for each task, in order, given how likely each outcome is."""
    scores = rule_scores(guidance, signs, likely, visit)
    rules = guidance.rules
    findings = []
    for index, passage in enumerate(signs.passages):
        order = [int(place) for place in np.argsort(-scores[index], kind="stable")]
        named = signs.named[index]
        example = named[0].rule if named and named[0].example else None
        best = example or rules[order[0]]
        rival = next((place for place in order if rules[place].outcome != best.outcome), None)
        kept = [*order[:20], *([] if rival is None else [rival])]
        findings.append(
            Finding(
                passage=passage,
                plain=signs.plain[index],
                best=best,
                named=named,
                score_of={best.id: float(scores[index].max())}
                | {rules[place].id: float(scores[index, place]) for place in kept},
                near_of={rules[p].id: float(signs.nearness[index, p]) for p in kept},
                likely=dict(zip(OUTCOMES, (float(value) for value in likely[index]), strict=True)),
                nearness=float(signs.nearness[index].max()),
                example=example is not None,
                nearest=tuple(rules[place].id for place in order[:3]),
                rival=None if rival is None else rules[rival],
            )
        )
    return tuple(findings)


def rule_scores(guidance: Guidance, signs: Signs, likely: Numbers, visit: VisitDetails) -> Numbers:
    """Return, task by rule, how strongly the signs point at each rule."""
    place = {rule.id: index for index, rule in enumerate(guidance.rules)}
    outcome = np.array([OUTCOMES.index(rule.outcome) for rule in guidance.rules])
    scores = _NEAR * signs.nearness + _EXPECTED * np.log(
        np.maximum(likely[:, outcome], _LEAST_LIKELY)
    )
    for row, each in enumerate(signs.named):
        for found in each:
            at = place[found.rule.id]
            scores[row, at] += _NAMED * (min(found.words, _MOST_WORDS) if not found.example else 20)
    if visit.service is not None:
        elsewhere = np.array(
            [rule.service not in (visit.service, "any") for rule in guidance.rules]
        )
        scores = scores + _OTHER_SERVICE * elsewhere
    return np.asarray(scores)
