"""Reading a redacted note: its units, each with topic, source, kind, action and certainty."""

from typing import cast

from models.reading.cues import Around, read_cues
from models.reading.envelope import is_envelope
from models.reading.features import HEADS, carry
from models.reading.heads import load_heads
from models.reading.speaker import told_outright
from models.reading.unit import Action, Certainty, Kind, Reading, Source, Topic, Unit
from models.reading.units import cut
from models.text import RedactedText, VisitDetails

# A missed task costs more than one to strike out, so tasks are named from a lower probability.
TASK_AT = 0.3
_TOLD = 0.86  # who opens a unit by telling it was its source as often as this (n = 111)
_CUE = 0.96  # cue rules that decide alone were right at least this often on the corpus
_DECIDED_BY_CUE = {("kind", "noise"), ("kind", "quote")}


def read(redacted: RedactedText, visit: VisitDetails) -> tuple[Unit, ...]:
    """Return the units of a redacted note in order, each with how it reads."""
    del visit
    spans = cut(redacted.text)
    if not spans:
        return ()
    units: list[Unit] = []
    around = Around(redacted.people)
    for span, odds in zip(spans, load_heads().probabilities(redacted, spans), strict=True):
        text = redacted.text[span.start : span.end]
        cues = read_cues(text, around)
        told = told_outright(text, redacted.people)
        units.append(
            Unit(span, text, _envelope() if is_envelope(text) else _reading(cues, odds, told))
        )
        around = carry(around, text, cues)
    return tuple(units)


def _envelope() -> Reading:
    """Return how an e-mail's header or signature reads: who wrote to whom, and nothing said."""
    sure = {**dict.fromkeys(HEADS, _CUE), **{f"action:{n}": 0.0 for n in HEADS["action"]}}
    sure.update({"topic:visit_details": _CUE, "action:none": _CUE})
    return Reading("visit_details", "unknown", "fact", "none", "stated", None, sure)


def _reading(
    cues: dict[str, str], odds: dict[str, list[float]], told: Source | None = None
) -> Reading:
    """Settle every field: by a cue where cues are beyond doubt, else by the likeliest value."""
    values: dict[str, str] = {}
    confidence: dict[str, float] = {}
    for head, names in HEADS.items():
        best = max(range(len(names)), key=odds[head].__getitem__)
        values[head], confidence[head] = names[best], odds[head][best]
        if (head, cues.get(head)) in _DECIDED_BY_CUE:
            values[head], confidence[head] = cues[head], max(_CUE, confidence[head])
        if told is not None and head == "source":
            values[head], confidence[head] = told, _TOLD
        if told is not None and (head, cues.get(head)) == ("kind", "reported"):
            values[head], confidence[head] = "reported", max(_TOLD, confidence[head])
        others = 1 - odds[head][names.index(values[head])] or 1.0
        doubt = 1 - confidence[head]
        for name, chance in zip(names, odds[head], strict=True):
            settled = name == values[head]
            confidence[f"{head}:{name}"] = confidence[head] if settled else chance / others * doubt
    chances = dict(zip(HEADS["action"], odds["action"], strict=True))
    if values["kind"] == "noise" and cues.get("kind") == "noise":
        values["action"] = "none"
    elif chances["todo"] + chances["conditional"] >= TASK_AT:
        values["action"] = "todo" if chances["todo"] >= chances["conditional"] else "conditional"
        confidence["action"] = chances["todo"] + chances["conditional"]
    return Reading(
        topic=cast(Topic, values["topic"]),
        source=cast(Source, values["source"]),
        kind=cast(Kind, values["kind"]),
        action=cast(Action, values["action"]),
        certainty=cast(Certainty, values["certainty"]),
        speaker=cues.get("speaker"),
        confidence=confidence,
    )
