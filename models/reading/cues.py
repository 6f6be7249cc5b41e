"""What a unit's own words settle beyond doubt, before any trained head is asked."""

import re
from dataclasses import dataclass

from models.reading.neutral import neutral
from models.reading.protect import quotations
from models.reading.speaker import speaker_of, speaks_by_pronoun
from models.reading.unit import Source
from models.reading.words import TASK_VERBS
from models.text import Person

_HEADER = re.compile(
    r"^\W*(?:to[ -]?do|t\.?t\.?d|actions?(?: points?)?|next steps?|follow[ -]?up|f/u|plan|jobs?|"
    r"for me|left over|"
    r"to sort|still to do|things to do|outstanding|o/s|admin|"
    r"what needs to happen)\b[^a-z]*(?:list)?\W*$",
    re.IGNORECASE,
)
_ANY_HEADER = re.compile(r"^\W*[A-Z][A-Z ’'/&+?-]{2,40}\W*$|^\W*[\w ’'/&+]{2,40}:\s*$")
_FIRST_WORDS = (
    r"^[\W\d]*(?:\(?[a-z]\)\s*)?(?:and |& |\+ |then |so |also |but |please |pls |me (?:to |- )?)*"
)
_IMPERATIVE = re.compile(
    rf"{_FIRST_WORDS}(?:to\s+)?(?:{TASK_VERBS})\b(?!\s*(?:ed|ing)\b)", re.IGNORECASE
)
_OURS = re.compile(
    r"\b(?:i|we)\s*(?:'ll|’ll|\s+will|\s+need to|\s+must|\s+have to|'ve got to|\s+am to|"
    r"\s+should|\s+shall|\s+owe)\b"
    r"|\bi['’]?m (?:going to|to|doing)\b|\b(?:sw|me|this worker) to\b|"
    r"\bneeds? (?:to be )?(?:booking|chasing|sending|"
    r"doing|updating|ringing|buying|writing|sorting|a letter|referring|adding|posting)\b|"
    r"\bto be (?:booked|sent|done|"
    r"chased|completed|arranged|updated|written|referred|ordered|added|posted|rung|made)\b|"
    r"\bplease\b|\bpls\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\W*(?:and |but |so )?(?:if|unless|in case|depending on)\b|\bif (?:not|no|nothing|still|"
    r"it|they|parent)\b.*(?:->|→|=>|=|,)",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:might|maybe|may need|perhaps|consider(?:ing)?|wonder(?:ing)? (?:if|about)|"
    r"not sure (?:if|whether)|"
    r"whether (?:we|to|i)|\?\s*(?:refer|strat|s47|need|do we|should))\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\bi (?:have |'ve |’ve )?(?:rang|called|emailed|e-mailed|texted|sent|told|asked|booked|"
    r"chased|referred|advised|explained|"
    r"gave|left|spoke|reminded|agreed|signed|posted|checked|completed|updated|changed|logged|"
    r"reported|informed)\b"
    r"|\b(?:already )?(?:done|sent|booked|emailed|chased|ref'?d|referred|completed)(?: today|"
    r" already| \d[\d/.]*)?\W*$",
    re.IGNORECASE,
)  # fmt: skip
_OPINION = re.compile(
    r"\bi (?:think|thought|feel|felt|believe|suspect|wonder|worry|am worried|reckon|"
    r"don['’]?t think|have no reason)\b"
    r"|\b(?:in my (?:view|opinion)|my (?:view|sense|worry|feeling|analysis|impression)|imo|"
    r"analysis:)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:letter|report|form|email|e-mail|plan|care plan|records?|chronology|file|log|statement|"
    r"minutes|diary|chart|"
    r"notes|text|notification|referral|order|mar|sticker|certificate)\b[^.]{0,20}\b(?:says?|said|"
    r"states?|shows?|has|records?|"
    r"lists?|dated|reads)\b|\bper (?:letter|report|file|notes|plan|mosaic|lcs)\b",
    re.IGNORECASE,
)
_ABSENCE = re.compile(
    r"\b(?:no|not|nil|none|nothing|never|nobody|no one|denie[sd]|denying|without|didn['’]?t|"
    r"didnt|hasn['’]?t|hasnt|wasn['’]?t|"
    r"wasnt|couldn['’]?t|couldnt|doesn['’]?t|doesnt|dont|don['’]?t|won['’]?t|wont|wouldn['’]?t|"
    r"wdnt|wldnt|isn['’]?t|isnt|haven['’]?t|"
    r"havent|cannot|can['’]?t|cant|n/a|nad|unable|declined|refused)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\?(?=\s*\w)|\?\?|\b(?:maybe|might|may|perhaps|possibl[ey]|probably|apparently|seem(?:s|"
    r"ed)?|appear(?:s|ed)?|thinks?|thought|"
    r"reckons?|about|around|approx|ish|roughly|not sure|unsure|unclear|i think|suspect|wonder|"
    r"guess|sounded|could be)\b|\d(?:ish)\b",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^\W*(?:um+|er+m?|uh|ok(?:ay)?|right|so|anyway|full stop|new (?:line|para(?:graph)?)|"
    r"end of note|ends?|scrap that|"
    r"scratch that|cheers|thanks|ta|sorry|hi(?: all| both| there)?|kind regards|regards|"
    r"best wishes|note to self|"
    r"sent from my \w+|where was i|testing)\W*$|^[\W_]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Around:
    """What the reader carries from one unit to the next."""

    people: tuple[Person, ...] = ()
    in_actions: bool = False
    speaker: str | None = None
    source: Source = "unknown"


def is_action_header(text: str) -> bool:
    """Say whether a unit is a heading such as "To do" or "Actions"."""
    return _HEADER.match(text) is not None


def is_header(text: str) -> bool:
    """Say whether a unit is some heading of the note's own."""
    return _ANY_HEADER.match(text) is not None and not re.search(r"\[[A-Z_]+_\d+\]", text)


def read_cues(text: str, around: Around) -> dict[str, str]:
    """Return the fields of the reading that cue words settle, and no others."""
    typed, text = text, neutral(text).text
    if _NOISE.match(text):
        return {
            "topic": "other",
            "kind": "noise",
            "action": "none",
            "certainty": "stated",
            "source": "unknown",
        }
    if is_action_header(text):
        return {
            "topic": "other",
            "kind": "noise",
            "action": "none",
            "certainty": "stated",
            "source": "unknown",
        }
    found: dict[str, str] = {}
    found.update(_voice(typed, text, around))
    found.update(_action(text, around, quoted="kind" in found))
    found.update(_certainty(text))
    if _OPINION.search(_unquoted(text)) and "source" not in found and "action" not in found:
        found.update(kind="opinion", source="worker_view")
    elif _DOCUMENT.search(text) and "source" not in found:
        found["source"] = "document"
    return found


def _unquoted(text: str) -> str:
    for span in reversed(quotations(text)):
        text = text[: span.start] + " " + text[span.end :]
    return text


def _voice(typed: str, text: str, around: Around) -> dict[str, str]:
    found: dict[str, str] = {}
    marked = any(" " in text[span.start : span.end].strip() for span in quotations(text))
    if marked:
        found["kind"] = "quote"
    named = speaker_of(typed, around.people)
    if named:
        found["speaker"] = named[0]
        if named[1] != "unknown":
            found["source"] = named[1]
        found.setdefault("kind", "reported")
    elif speaks_by_pronoun(text):
        found.setdefault("kind", "reported")
        if around.speaker:
            found["speaker"] = around.speaker
        if around.source != "unknown":
            found["source"] = around.source
    return found


def _action(text: str, around: Around, *, quoted: bool) -> dict[str, str]:
    plan = {"kind": "plan_action", "source": "worker_view"}
    if _CONDITION.search(text) and (
        around.in_actions or _IMPERATIVE.search(text.rpartition("→")[2])
    ):
        return {"action": "conditional", **plan}
    if quoted and not around.in_actions:
        return {}
    bare = _unquoted(text)
    if _DONE.search(bare):
        return {"action": "done"}
    if _PENDING.search(bare) and (around.in_actions or _IMPERATIVE.search(bare)):
        return {"action": "pending_decision", **plan}
    if _IMPERATIVE.search(bare) or _OURS.search(bare) or around.in_actions:
        return {"action": "todo", **plan}
    return {}


def _certainty(text: str) -> dict[str, str]:
    bare = _unquoted(text)
    if _HEDGE.search(bare):
        return {"certainty": "hedged"}
    if _ABSENCE.search(bare):
        return {"certainty": "absence"}
    return {}
