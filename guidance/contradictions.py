"""Where a version of the guidance says two things at once, or points at what is not there."""

from collections import Counter
from collections.abc import Iterator

from guidance.shape import GateShape, GuidanceShape, PartShape, RuleShape


def contradictions(shape: GuidanceShape) -> tuple[str, ...]:
    """Return every self-contradiction of a version, in plain words."""
    rules = tuple(written_rules(shape))
    gates = {gate.id for gate in shape.gates}
    return (
        *_twice([rule.id for rule in rules], "rule id"),
        *_twice([gate.id for gate in shape.gates], "gate id"),
        *(fault for rule in rules for fault in _of_rule(rule, gates)),
        *(fault for gate in shape.gates for fault in _of_gate(gate)),
        *_of_lines(rules),
        *_of_references(shape, {rule.id: rule for rule in rules}),
        *_of_words(shape),
    )


def written_rules(shape: GuidanceShape) -> Iterator[PartShape]:
    """Yield every rule and part of a version in its order."""
    for rule in (*shape.rules, *shape.fail_safe):
        yield rule
        yield from rule.parts


def same_line(line: str) -> str:
    """Return a line so that spacing, case and a full stop make no difference."""
    return " ".join(line.lower().split()).rstrip(".")


def _twice(ids: list[str], what: str) -> Iterator[str]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield f"{what} {name} is used {times} times"


def _of_rule(rule: PartShape, gates: set[str]) -> Iterator[str]:
    named = () if rule.gates == "all" else rule.gates
    for gate in (*named, *rule.must_show):
        if gate not in gates:
            yield f"{rule.id}: there is no gate {gate}"
    for wrong, what in _wrong_together(rule):
        if wrong:
            yield f"{rule.id}: {what}"
    if isinstance(rule, RuleShape):
        for part in rule.parts:
            if not part.id.startswith(f"{rule.id}."):
                yield f"{part.id}: a part of {rule.id} must be numbered {rule.id}.2 and on"


def _wrong_together(rule: PartShape) -> tuple[tuple[bool, str], ...]:
    """Return what a rule must not say at once, and whether it does."""
    down = rule.outcome != "social_worker_only"
    return (
        (down and not rule.gates, f"{rule.outcome} but passes no gate"),
        (down and rule.refuse, f"refused and yet {rule.outcome}"),
        (down and bool(rule.reserved_to), f"reserved to {rule.reserved_to} and yet {rule.outcome}"),
        (
            rule.outcome == "automatable" and not rule.automation,
            "automatable but names no automation",
        ),
        (
            not down and bool(rule.automation),
            f"social_worker_only but names the automation {rule.automation}",
        ),
        (
            rule.outcome != "automatable" and not rule.who,
            f"{rule.outcome} but names nobody to do it",
        ),
        (bool(rule.must_show) and not rule.gates, "must show a gate it does not pass"),
    )


def _of_gate(gate: GateShape) -> Iterator[str]:
    for word in sorted(
        {same_line(w) for w in gate.fails_when} & {same_line(w) for w in gate.shown_when}
    ):
        yield f"gate {gate.id}: “{word}” both fails and shows it"


def _of_lines(rules: tuple[PartShape, ...]) -> Iterator[str]:
    by_line: dict[str, PartShape] = {}
    outcome_of = {rule.id: rule.outcome for rule in rules}
    for rule in rules:
        for line in rule.examples:
            other = by_line.setdefault(same_line(line), rule)
            if other.outcome != rule.outcome:
                yield f"{rule.id} and {other.id} give one example two outcomes: “{line}”"
    for rule in rules:
        for counter in rule.counter_examples:
            line, instead = counter.line, counter.instead
            owner = by_line.get(same_line(line))
            if outcome_of.get(instead) == rule.outcome:
                yield f"{rule.id}: its counter-example has its own outcome by {instead}: “{line}”"
            elif owner and owner.outcome != outcome_of.get(instead, owner.outcome):
                yield f"{rule.id}: its counter-example is {owner.id}'s example: “{line}”"


def _of_references(shape: GuidanceShape, rules: dict[str, PartShape]) -> Iterator[str]:
    named = [
        *(
            (f"{rule.id}, a counter-example", counter.instead)
            for rule in rules.values()
            for counter in rule.counter_examples
        ),
        *((f"split “{split.line}”", part) for split in shape.splits for part in split.parts),
        *((f"switch {switch.id}", each) for switch in shape.switches for each in switch.rules),
    ]
    for where, rule_id in named:
        if rule_id not in rules:
            yield f"{where}: there is no rule {rule_id}"


def _of_words(shape: GuidanceShape) -> Iterator[str]:
    for name in ("neutral", "shorthand", "same_words"):
        groups: dict[str, tuple[str, ...]] = getattr(shape, name)
        stands_for: dict[str, str] = {}
        for stands, variants in groups.items():
            for variant in variants:
                other = stands_for.setdefault(same_line(variant), stands)
                if other != stands:
                    yield f"{name}: “{variant}” stands for both {other} and {stands}"
