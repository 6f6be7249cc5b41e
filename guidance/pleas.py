"""Words that plead for a task to be let go, and a line without them."""

import re
from weakref import WeakKeyDictionary

from guidance.library import Guidance

_WORD_APART = r"[\s,.!*_=-]+"
_LEFT_OVER = r"[\s,;:.!()\[\]*-]*"


def without_pleas(text: str, guidance: Guidance) -> str:
    """Return a text without the words that only plead, as it is where nothing else is in it."""
    pattern = _READY.get(guidance)
    if pattern is None:
        pattern = _READY[guidance] = _pattern(guidance.pleas)
    left = " ".join(pattern.sub(" ", text).split())
    return left if any(map(str.isalnum, left)) and pattern.search(text) else text


def _pattern(pleas: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(pleas, key=lambda plea: (-len(plea), plea))
    either = "|".join(_WORD_APART.join(map(_word, plea.split())) for plea in longest)
    if not either:
        return re.compile(r"(?!)")
    return re.compile(rf"{_LEFT_OVER}(?<!\w)(?:{either})(?!\w){_LEFT_OVER}", re.IGNORECASE)


def _word(word: str) -> str:
    """Find "doesnt" and "its" with their apostrophes too."""
    return {"doesnt": "doesn['’]?t", "its": "it['’]?s"}.get(word, re.escape(word))


_READY: WeakKeyDictionary[Guidance, re.Pattern[str]] = WeakKeyDictionary()
