"""Reading a redacted note: its units, each with topic, source, kind, action and certainty."""

from typing import cast

from models.reading.cues import Around, is_action_header, is_header, read_cues
from models.reading.topics import topic_of
from models.reading.unit import Action, Certainty, Kind, Reading, Source, Topic, Unit
from models.reading.units import cut
from models.text import RedactedText, VisitDetails

_CUE = 0.9  # what a cue rule's word is worth where no head has been trained
_NO_CUE = 0.3


def read(redacted: RedactedText, visit: VisitDetails) -> tuple[Unit, ...]:
    """Return the units of a redacted note in order, each with how it reads."""
    del visit
    units: list[Unit] = []
    around = Around(redacted.people)
    for span in cut(redacted.text):
        text = redacted.text[span.start : span.end]
        unit = Unit(span, text, _reading(text, around))
        units.append(unit)
        around = _next(around, unit)
    return tuple(units)


def _reading(text: str, around: Around) -> Reading:
    cues = read_cues(text, around)
    topic = cues.get("topic") or topic_of(text)
    confidence = {
        name: _CUE if cues.get(name) else _NO_CUE
        for name in ("source", "kind", "action", "certainty")
    }
    confidence["topic"] = 0.7 if topic else _NO_CUE
    action = cues.get("action", "none")
    confidence["action:todo"] = _CUE if action == "todo" else 0.1
    confidence["action:conditional"] = _CUE if action == "conditional" else 0.05
    return Reading(
        topic=cast(Topic, topic or "other"),
        source=cast(Source, cues.get("source", "unknown")),
        kind=cast(Kind, cues.get("kind", "fact")),
        action=cast(Action, action),
        certainty=cast(Certainty, cues.get("certainty", "stated")),
        speaker=cues.get("speaker"),
        confidence=confidence,
    )


def _next(around: Around, unit: Unit) -> Around:
    """Carry the section and the last speaker on to the following unit."""
    in_actions = around.in_actions
    if is_action_header(unit.text):
        in_actions = True
    elif is_header(unit.text):
        in_actions = False
    if unit.reading.speaker and unit.reading.kind in {"quote", "reported"}:
        return Around(around.people, in_actions, unit.reading.speaker, unit.reading.source)
    return Around(around.people, in_actions, around.speaker, around.source)
