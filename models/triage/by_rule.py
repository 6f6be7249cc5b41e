"""Which rules of the guidance a task's own words name: worked examples first, then `find` words."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from guidance.contradictions import same_line
from guidance.cue import CueIndex, cues
from guidance.library import Guidance
from guidance.rule import Rule


@dataclass(frozen=True)
class Found:
    """A rule whose words are in a task, which words, and how many; an example counts as whole."""

    rule: Rule
    cue: str
    words: int
    example: bool = False


class RuleWords:
    """The words of one version of the guidance, ready to be looked for."""

    def __init__(self, guidance: Guidance) -> None:
        self.guidance = guidance
        wording = guidance.wording
        lines = dict(guidance.fail_safe_lines)
        self._index = CueIndex(
            {
                # A fail-safe line is found inside whatever else is written round it.
                rule.id: (*rule.find, *rule.examples, *filter(None, [lines.get(rule.id)]))
                if rule.fail_safe and rule.outcome == "social_worker_only"
                else rule.find
                for rule in guidance.rules
            },
            wording,
        )
        self.examples: dict[str, Rule] = {}
        for rule in guidance.rules:
            for line in (
                *rule.examples,
                *(line for i, line in guidance.fail_safe_lines if i == rule.id),
            ):
                self.examples.setdefault(self.plain(line), rule)
        for rule in guidance.rules:
            for counter in rule.counter_examples:
                self.examples.setdefault(self.plain(counter.line), guidance.by_id[counter.instead])
        self.hedges = cues(guidance.hedges, wording)
        self.urgent = cues(guidance.urgent, wording)
        self.at_risk = cues(guidance.at_risk, wording)
        self.judgement = cues(guidance.judgement, wording)
        self.others = tuple(wording.for_matching(words) for words in guidance.others)

    def plain(self, text: str) -> str:
        """Return a line as words are looked for in it."""
        return self.guidance.wording.for_matching(same_line(text))

    def find(self, plain: str) -> tuple[Found, ...]:
        """Return the rules a line names, those with the most words first."""
        example = self.examples.get(plain)
        found = [Found(example, plain, 99, example=True)] if example else []
        for identity, match in self._index.find(plain).items():
            found.append(Found(self.guidance.by_id[identity], match.cue, match.words))
        return tuple(sorted(found, key=lambda each: (-each.words, each.rule.id)))

    def is_others(self, plain: str) -> str | None:
        """Return the words that make a line somebody else's action, if it opens with any."""
        return next((words for words in self.others if f"{plain} ".startswith(f"{words} ")), None)


_READY: WeakKeyDictionary[Guidance, RuleWords] = WeakKeyDictionary()


def rule_words(guidance: Guidance) -> RuleWords:
    """Return the words of a version of the guidance, made ready once."""
    ready = _READY.get(guidance)
    if ready is None:
        ready = _READY[guidance] = RuleWords(guidance)
    return ready
