"""What keeps a task with the social worker although its rule would let it go."""

from dataclasses import dataclass, field

from guidance.library import Guidance
from guidance.rule import Rule
from models.triage.by_rule import RuleWords, rule_words
from models.triage.candidates import Finding
from models.triage.gates import check_gates

# Chosen on the corpus with whole authors held out: an abstention costs a minute, a wrong
# release far more.
RAISED_ABOVE = 0.11
RAISED_ABOVE_WHEN_NAMED = 0.17
LEAST_FAIL_SAFE_WORDS = 2
LEAST_NEARNESS = 0.35
LEAST_MARGIN = 0.05
_ASKS_FOR_A_FACT = ("date calculation", "data check", "overdue list")


NO_RULE = "No rule was found for this task, so it stays with the social worker."
RULE_WANTED = "A rule for this type of task in the guidance, or words nearer to one."


@dataclass(frozen=True)
class Check:
    """Why a task was kept, in plain words, and what would move it."""

    id: str
    reason: str
    would_change_it: str
    words: str | None = field(default=None, repr=False)
    rule: Rule | None = None


def check(finding: Finding, guidance: Guidance) -> Check | None:
    """Return the first thing that keeps a task with the social worker, or none."""
    rule = finding.best
    assert rule is not None  # noqa: S101 (the caller has found one)
    words = rule_words(guidance)
    for look in (_somebody_elses, _urgent, _hedged, _fail_safe, _judged):
        kept = look(finding, rule, words)
        if kept is not None:
            return kept
    stopped = check_gates(rule, finding.passage, guidance)
    if stopped is not None:
        said = f": “{stopped.words}”" if stopped.words else ": the note does not say"
        return Check(
            stopped.gate.id,
            f"Others may do this{_title(finding, rule)}, but {stopped.gate.stopped}{said}.",
            f"An answer of yes to: {stopped.gate.question}",
            stopped.words,
        )
    return _doubtful(finding, rule)


def _somebody_elses(finding: Finding, rule: Rule, words: RuleWords) -> Check | None:
    del rule
    said = words.is_others(finding.plain)
    if said is None:
        return None
    return Check(
        "somebody else's",
        "This is somebody else's action. It is recorded, with a reminder offered, and not queued.",
        "If it is ours to do, say so in the note.",
        said,
    )


def _urgent(finding: Finding, rule: Rule, words: RuleWords) -> Check | None:
    del rule
    near = f"{finding.plain} . . . . {words.plain(finding.passage.about_it)}"
    now, person = words.urgent.find(finding.plain), words.at_risk.find(near)
    if now is None or person is None:
        return None
    return Check(
        "urgent",
        "It is urgent and somebody may be at risk: it stays with the social worker, first.",
        "That nobody is at risk, recorded.",
        now.cue,
    )


def _hedged(finding: Finding, rule: Rule, words: RuleWords) -> Check | None:
    hedge = words.hedges.find(finding.plain)
    if hedge is None or (rule.automation in _ASKS_FOR_A_FACT and hedge.cue == "?"):
        return None
    return Check(
        "hedged",
        f"The note is not sure (“{hedge.cue}”): the decision is still to be made.",
        "A recorded decision, without the doubt.",
        hedge.cue,
    )


def _fail_safe(finding: Finding, rule: Rule, words: RuleWords) -> Check | None:
    """A line that reads like admin and is not stays, unless more of its words name this rule."""
    del words
    if finding.example:
        return None
    own = max((found.words for found in finding.named if found.rule.id == rule.id), default=0)
    for found in finding.named:
        safe = found.rule.fail_safe and found.rule.outcome == "social_worker_only"
        if safe and found.words >= LEAST_FAIL_SAFE_WORDS and found.words >= own:
            return Check(
                "fail-safe",
                f"It reads like admin and is not. {found.rule.reason}",
                "Words that show it is something else.",
                found.cue,
                found.rule,
            )
    return None


def _judged(finding: Finding, rule: Rule, words: RuleWords) -> Check | None:
    judged = words.judgement.find(finding.plain)
    own = any(found.rule.id == rule.id for found in finding.named)
    if judged is None or finding.example or (own and rule.automation):
        return None
    return Check(
        "judgement",
        f"The words ask for a judgement (“{judged.cue}”), which is the social worker's.",
        "If the judgement is already made and recorded, write the task as what remains to be done.",
        judged.cue,
    )


def _doubtful(finding: Finding, rule: Rule) -> Check | None:
    if finding.example:
        return None
    named = any(found.rule.id == rule.id and found.words > 1 for found in finding.named)
    if not named and finding.nearness < LEAST_NEARNESS:
        return Check("no rule", NO_RULE, RULE_WANTED)
    rival = finding.rival
    if (
        rival is not None
        and rival.outcome == "social_worker_only"
        and finding.margin < LEAST_MARGIN
    ):
        if not (finding.fits(rule) and finding.fits(rival)):
            return Check("no rule", NO_RULE, RULE_WANTED)
        return Check(
            "two rules",
            f"Two rules fit and differ: {rule.title.lower()}, and {rival.title.lower()}.",
            "Words that leave one rule only.",
            rule=rival,
        )
    if finding.likely["social_worker_only"] > (RAISED_ABOVE_WHEN_NAMED if named else RAISED_ABOVE):
        return Check(
            "reads like a social worker's",
            f"It resembles tasks others may do{_title(finding, rule)}, but reads like one that "
            "needs a social worker.",
            "Words that say what is already decided, and that only the doing remains.",
            rule=rival if rival is not None and rival.outcome == "social_worker_only" else None,
        )
    return None


def _title(finding: Finding, rule: Rule) -> str:
    """Return a rule's title in brackets, or nothing where the rule is too far off to be named."""
    return f" ({rule.title.lower()})" if finding.fits(rule) else ""
