"""Put the words back: placeholders to surfaces in one pass, exactly, or not at all."""

import re
from collections.abc import Sequence

from models.redaction.redaction import KeyEntry, RedactionKey
from models.redaction.refusals import UnknownPlaceholder
from models.text import PLACEHOLDER, Span


def restore(text: str, key: RedactionKey, spans: Sequence[Span] | None = None) -> str:
    """Return the text with its placeholders put back.

    The whole redacted text comes back byte for byte. A sentence made from it takes the words as
    they stand in the stretches it came from, else the fullest form of the name.

    Args:
        text: the redacted text, or a sentence or task drafted from it.
        key: the key of the same note.
        spans: where in the redacted text the words came from.
    """
    found = list(PLACEHOLDER.finditer(text))
    whole = spans is None and _is_whole(found, key)
    used: dict[str, int] = {}
    out, cut = [], 0
    for match in found:
        entry = key.by_placeholder.get(match.group())
        if entry is None:
            raise UnknownPlaceholder
        turn = used.get(match.group(), 0)
        used[match.group()] = turn + 1
        said = entry.surfaces if whole else _said_in(entry, spans)
        out += [text[cut : match.start()], said[min(turn, len(said) - 1)]]
        cut = match.end()
    return "".join([*out, text[cut:]])


def _is_whole(found: Sequence[re.Match[str]], key: RedactionKey) -> bool:
    places = {(match.start(), match.group()) for match in found}
    return places == {(start, entry.placeholder) for entry in key.entries for start in entry.starts}


def _said_in(entry: KeyEntry, spans: Sequence[Span] | None) -> tuple[str, ...]:
    said = tuple(
        surface
        for start, surface in zip(entry.starts, entry.surfaces, strict=True)
        if any(span.start <= start < span.end for span in spans or ())
    )
    return said or (entry.fullest,)
