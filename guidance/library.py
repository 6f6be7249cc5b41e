"""Reading one published version of the guidance, refused whole if anything in it is wrong."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from guidance.contradictions import contradictions
from guidance.rule import CounterExample, Gate, Rule, Split, Switch
from guidance.shape import GuidanceShape, PartShape, RuleShape
from guidance.wording import Wording

RULES_FOLDER = Path(__file__).parent / "rules"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class GuidanceRefused(Exception):
    """A version of the guidance cannot be used; every fault found is listed."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, eq=False)
class Guidance:
    """One version of the written guidance, whole and without contradiction."""

    version: str
    status: str
    nation: str
    dated: date
    owner: str
    about: str
    digest: str
    rules: tuple[Rule, ...]
    gates: tuple[Gate, ...]
    splits: tuple[Split, ...]
    switches: tuple[Switch, ...]
    hedges: tuple[str, ...]
    urgent: tuple[str, ...]
    at_risk: tuple[str, ...]
    others: tuple[str, ...]
    judgement: tuple[str, ...]
    pleas: tuple[str, ...]
    wording: Wording
    fail_safe_lines: tuple[tuple[str, str], ...]  # (rule id, the line as written)
    by_id: dict[str, Rule] = field(repr=False)

    def __repr__(self) -> str:
        return f"Guidance({self.version}, {len(self.rules)} rules)"


def versions() -> tuple[str, ...]:
    """Return the published versions, oldest first."""
    return tuple(sorted(path.stem for path in RULES_FOLDER.glob("*.yaml")))


def load(version: str | None = None) -> Guidance:
    """Return one published version, the newest unless one is named.

    Raises:
        GuidanceRefused: there is no such version, or it is malformed or contradicts itself.
    """
    published = versions()
    if not published:
        raise GuidanceRefused(("no version of the guidance is published",))
    name = version or published[-1]
    if name not in published:
        raise GuidanceRefused((f"there is no version {name}; published: {', '.join(published)}",))
    return load_file(RULES_FOLDER / f"{name}.yaml")


def load_file(path: Path) -> Guidance:
    """Return the version a file holds; an unchanged file is read once."""
    status = path.stat()
    return _read(path, status.st_mtime_ns, status.st_size)


@cache
def _read(path: Path, changed: int, size: int) -> Guidance:
    del changed, size  # part of the key: an edited file is read again
    guidance = parse(path.read_text(encoding="utf-8"))
    if path.parent == RULES_FOLDER and path.stem != guidance.version:
        raise GuidanceRefused((f"the file {path.name} says it is version {guidance.version}",))
    return guidance


def parse(text: str) -> Guidance:
    """Make a version of the guidance from the text of its file.

    Raises:
        GuidanceRefused: with every fault found, in plain words.
    """
    shape = _shape(text)
    faults = contradictions(shape)
    if faults:
        raise GuidanceRefused(faults)
    rules = tuple(
        rule
        for whole, safe in ((shape.rules, False), (shape.fail_safe, True))
        for written in whole
        for rule in _rules(written, shape, fail_safe=safe)
    )
    return Guidance(
        version=shape.version,
        status=shape.status,
        nation=shape.nation,
        dated=shape.dated,
        owner=shape.owner,
        about=shape.about,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        rules=rules,
        gates=tuple(Gate(**gate.model_dump()) for gate in shape.gates),
        splits=tuple(Split(**split.model_dump()) for split in shape.splits),
        switches=tuple(Switch(**switch.model_dump()) for switch in shape.switches),
        hedges=shape.hedges,
        urgent=shape.urgent,
        at_risk=shape.at_risk,
        others=shape.others,
        judgement=shape.judgement,
        pleas=shape.pleas,
        wording=Wording(shape.neutral, shape.shorthand, shape.same_words),
        fail_safe_lines=tuple((rule.id, rule.line) for rule in shape.fail_safe if rule.line),
        by_id={rule.id: rule for rule in rules},
    )


def _shape(text: str) -> GuidanceShape:
    try:
        written = yaml.load(text, Loader=_Once)  # noqa: S506 (a safe loader that refuses repeated keys)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        place = f" near line {mark.line + 1}" if mark else ""
        raise GuidanceRefused((f"not readable as YAML{place}",)) from fault
    try:
        return GuidanceShape.model_validate(written)
    except ValidationError as fault:
        raise GuidanceRefused(
            tuple(f"{_place(error['loc'], written)}: {error['msg']}" for error in fault.errors())
        ) from fault


def _place(where: tuple[int | str, ...], written: Any) -> str:
    """Name the place of a fault by rule id where there is one, not by position."""
    words: list[str] = []
    at = written
    for step in where:
        at = (
            at[step]
            if isinstance(at, dict) and step in at
            else (
                at[step]
                if isinstance(at, list) and isinstance(step, int) and step < len(at)
                else None
            )
        )
        named = at.get("id") if isinstance(at, dict) else None
        words.append(str(named) if isinstance(step, int) and named else str(step))
    return ", ".join(words) or "the file"


def _rules(written: RuleShape, shape: GuidanceShape, *, fail_safe: bool) -> tuple[Rule, ...]:
    every = tuple(gate.id for gate in shape.gates)

    def made(part: PartShape, part_of: str | None) -> Rule:
        return Rule(
            id=part.id,
            title=part.title,
            area=written.area,
            service=written.service,
            outcome=part.outcome,
            reason=part.reason,
            basis=part.basis,
            source=part.source,
            verified=part.verified,
            review_by=part.review_by,
            find=part.find,
            examples=part.examples,
            counter_examples=tuple(
                CounterExample(counter.line, counter.instead) for counter in part.counter_examples
            ),
            who=part.who,
            automation=part.automation,
            reserved_to=part.reserved_to,
            gates=every if part.gates == "all" else tuple(part.gates),
            must_show=part.must_show,
            refuse=part.refuse,
            fail_safe=fail_safe,
            part_of=part_of,
        )

    return (made(written, None), *(made(part, written.id) for part in written.parts))


class _Once(_Loader):  # type: ignore[misc]
    """A safe loader that refuses a key written twice, which YAML would let the second win."""


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:
    seen: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"{key} is written twice", key_node.start_mark
            )
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Once.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
