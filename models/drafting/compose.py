"""Composing the draft: every unit placed, realised, checked and accounted for."""

from dataclasses import dataclass

from models.drafting.draft import CaseNoteDraft, DraftSentence, Heading, SetAside
from models.drafting.faithfulness import check, refused
from models.drafting.placement import PLEASE_PLACE, PLEASE_PLACE_TITLE, place, sentence_kind
from models.drafting.realise import HouseStyle, Realiser
from models.drafting.risk import bears_risk, may_be_set_aside
from models.drafting.setting_aside import reason_to_set_aside
from models.drafting.templates import Template, template_for
from models.reading.unit import Unit
from models.text import RedactedText, Span, VisitDetails

_LONGEST = 60  # words in one joined sentence
_ENDS = (".", "!", "?", ";", "…", ":")


class DraftIncomplete(Exception):
    """Part of the note is in no sentence and was not set aside: the draft must not be shown."""


@dataclass(frozen=True)
class _Stretch:
    """Units that stand together in one sentence under one heading."""

    heading: str
    units: tuple[Unit, ...]

    @property
    def span(self) -> Span:
        return Span(self.units[0].span.start, self.units[-1].span.end)


def draft(
    redacted: RedactedText,
    units: tuple[Unit, ...],
    visit: VisitDetails,
    style: HouseStyle | None = None,
) -> CaseNoteDraft:
    """Draft a case note from the units of a redacted note, or raise DraftIncomplete."""
    template = template_for(visit, redacted.text)
    stretches: list[_Stretch] = []
    aside: list[SetAside] = []
    for unit in units:
        reason = reason_to_set_aside(unit)
        if reason is not None and may_be_set_aside(unit.text):
            aside.append(SetAside(unit.span, reason))
            continue
        stretch = _Stretch(place(unit.reading, template), (unit,))
        if stretches and _continues(stretches[-1], stretch, redacted.text):
            stretches[-1] = _Stretch(stretch.heading, (*stretches[-1].units, unit))
        else:
            stretches.append(stretch)
    realiser = Realiser(redacted, visit.service, style or HouseStyle())
    written = [
        (stretch.heading, _sentence(stretch, realiser, redacted.text)) for stretch in stretches
    ]
    made = _under_headings(template, written, tuple(aside))
    ensure_complete(redacted, made)
    return made


def _continues(before: _Stretch, after: _Stretch, text: str) -> bool:
    """Say whether a unit goes on with the sentence before it and reads the same way."""
    last, first = before.units[-1], after.units[0]
    between = text[last.span.end : first.span.start]
    length = len(text[before.span.start : first.span.end].split())
    one, other = last.reading, first.reading
    return (
        "\n" not in between
        and not last.text.rstrip("\"”'’)] ").endswith(_ENDS)
        and before.heading == after.heading != PLEASE_PLACE
        and (one.source, one.speaker, one.kind) == (other.source, other.speaker, other.kind)
        and one.action == other.action == "none"
        and length <= _LONGEST
    )


def _sentence(stretch: _Stretch, realiser: Realiser, text: str) -> DraftSentence:
    """Write one sentence; where the checker refuses it, the note's own words stand instead."""
    source = text[stretch.span.start : stretch.span.end]
    words, left = realiser.sentence(stretch.span)
    findings = check(words, source)
    if not words.strip() or refused(findings):
        words, left = realiser.verbatim(stretch.span), ()
        findings = tuple(f for f in check(words, source) if f.severity == "soft")
    flags = [f"unexpanded:{form}" for form in left] + [f"look:{f.kind}" for f in findings]
    if bears_risk(source):
        flags.append("risk")
    reading = stretch.units[0].reading
    return DraftSentence(
        text=words,
        spans=(stretch.span,),
        kind=sentence_kind(reading),
        speaker=reading.speaker,
        flags=tuple(dict.fromkeys(flags)),
    )


def _under_headings(
    template: Template, written: list[tuple[str, DraftSentence]], aside: tuple[SetAside, ...]
) -> CaseNoteDraft:
    titles = [(h.key, h.title) for h in template.headings] + [(PLEASE_PLACE, PLEASE_PLACE_TITLE)]
    headings = []
    empty = []
    for key, title in titles:
        sentences = tuple(sentence for place_key, sentence in written if place_key == key)
        if sentences:
            headings.append(Heading(key, title, sentences))
        elif key != PLEASE_PLACE:
            empty.append(key)
    return CaseNoteDraft(template.key, tuple(headings), tuple(empty), aside)


def ensure_complete(redacted: RedactedText, made: CaseNoteDraft) -> None:
    """Raise DraftIncomplete unless every non-space character is in a sentence or set aside."""
    covered = bytearray(len(redacted.text))
    sentences = [sentence for heading in made.headings for sentence in heading.sentences]
    for span in [s for sentence in sentences for s in sentence.spans] + [
        a.span for a in made.set_aside
    ]:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    missing = sum(
        not seen and not c.isspace() for seen, c in zip(covered, redacted.text, strict=True)
    )
    if missing:
        raise DraftIncomplete(f"{missing} characters of the note are not accounted for")
    if not all(sentence.spans and sentence.text.strip() for sentence in sentences):
        raise DraftIncomplete("a sentence of the draft has no source")
