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
    down = rule.outcome != "social_worker_only"
    named = () if rule.gates == "all" else rule.gates
    for gate in (*named, *rule.must_show):
        if gate not in gates:
            yield f"{rule.id}: there is no gate {gate}"
    if down and not rule.gates:
        yield f"{rule.id}: {rule.outcome} but passes no gate"
    if down and rule.refuse:
        yield f"{rule.id}: refused and yet {rule.outcome}"
    if down and rule.reserved_to:
        yield f"{rule.id}: reserved to {rule.reserved_to} and yet {rule.outcome}"
    if rule.outcome == "automatable" and not rule.automation:
        yield f"{rule.id}: automatable but names no automation"
    if rule.outcome == "social_worker_only" and rule.automation:
        yield f"{rule.id}: social_worker_only but names the automation {rule.automation}"
    if rule.outcome != "automatable" and not rule.who:
        yield f"{rule.id}: {rule.outcome} but names nobody to do it"
    if rule.must_show and not rule.gates:
        yield f"{rule.id}: must show a gate it does not pass"
    if isinstance(rule, RuleShape):
        for part in rule.parts:
            if not part.id.startswith(f"{rule.id}."):
                yield f"{part.id}: a part of {rule.id} must be numbered {rule.id}.2 and on"


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
                yield f"{rule.id} and {other.id} give the same example two outcomes: “{line}”"
    for rule in rules:
        for counter in rule.counter_examples:
            owner = by_line.get(same_line(counter.line))
            if outcome_of.get(counter.instead) == rule.outcome:
                yield f"{rule.id}: its counter-example has the same outcome under {counter.instead}: “{counter.line}”"
            elif owner and owner.outcome != outcome_of.get(counter.instead, owner.outcome):
                yield f"{rule.id}: its counter-example is an example of {owner.id}, of another outcome: “{counter.line}”"


def _of_references(shape: GuidanceShape, rules: dict[str, PartShape]) -> Iterator[str]:
    for rule in rules.values():
        for counter in rule.counter_examples:
            if counter.instead not in rules:
                yield f"{rule.id}: a counter-example points at {counter.instead}, which is not there"
    for split in shape.splits:
        for part in split.parts:
            if part not in rules:
                yield f"split “{split.line}”: there is no rule {part}"
    for switch in shape.switches:
        for named in switch.rules:
            if named not in rules:
                yield f"switch {switch.id}: there is no rule {named}"


def _of_words(shape: GuidanceShape) -> Iterator[str]:
    for name, groups in (
        ("neutral", shape.neutral),
        ("shorthand", shape.shorthand),
        ("same_words", shape.same_words),
    ):
        stands_for: dict[str, str] = {}
        for stands, variants in groups.items():
            for variant in variants:
                other = stands_for.setdefault(same_line(variant), stands)
                if other != stands:
                    yield f"{name}: “{variant}” stands for both {other} and {stands}"
