"""Whether a sentence keeps the negations, doubts and content words of its source, and adds none."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import yaml

from models.drafting.compared_figures import NUMBER_WORDS
from models.drafting.finding import Finding, checked_words, tokens

_NEGATED_VERB = re.compile(
    r"^(?:did|does|do|is|was|were|are|has|have|had|could|would|should|ca|wo|must|need|cld|wld|w|"
    r"shld|ai|dos|did)n['’]?t$|^dosent$|^wdnt$"
)
_NUMBER_SIGN = re.compile(r"\bno\.?(?=\s*(?:\[|\d))|\bno\.(?=\s+[a-z])", re.IGNORECASE)
_SIDES = {"left", "right"}
_ENDINGS = ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s", "d")
_ROOT, _ALIKE, _SHORTEST = 3, 5, 4
_TOO_MUCH = 0.6  # share of a sentence's content words beyond which new or lost ones refuse it


def compare_negation(sentence: str, source: str) -> list[Finding]:
    """Find a negation gained or lost."""
    ours, theirs = _negations(sentence), _negations(source)
    if bool(ours) != bool(theirs):
        return [Finding("negation", "hard")]
    return [Finding("negation", "soft")] if ours != theirs else []


def compare_hedges(sentence: str, source: str) -> list[Finding]:
    """Find a doubt lost, or told another number of times."""
    ours, theirs = _doubts(sentence), _doubts(source)
    if theirs and not ours:
        return [Finding("hedge", "hard")]
    return [Finding("hedge", "soft")] if ours != theirs else []


def compare_words(sentence: str, source: str) -> list[Finding]:
    """Find content words gained or lost, a side changed, and one speaker put for another."""
    forms = _forms_in(source)
    may_be = {word for words in forms.values() for word in words}
    allowed = {_stem(w) for w in (*tokens(source), *may_be)}
    stems = {_stem(w) for w in tokens(sentence)}
    ours, theirs = _content(sentence), [w for w in _content(source) if len(w) >= _ROOT]
    new = [w for w in ours if _stem(w) not in allowed and not _close(w, allowed)]
    lost = [
        w
        for w in theirs
        if _stem(w) not in stems
        and not {_stem(x) for x in forms.get(w, ())} & stems
        and not _close(w, stems)
    ]
    found = _amount("new_word", new, ours) + _amount("lost_word", lost, theirs)
    if set(new) & (checked_words("intense") | _SIDES):
        found.append(Finding("new_word", "hard"))
    if set(lost) & _SIDES:
        found.append(Finding("side", "hard"))
    speakers = checked_words("speakers")
    gained = (set(tokens(sentence)) & speakers) - set(tokens(source)) - may_be
    if gained and (set(tokens(source)) & speakers) - set(tokens(sentence)):
        found.append(Finding("speaker", "soft"))
    return found


def _amount(kind: str, words: list[str], of: list[str]) -> list[Finding]:
    if not words:
        return []
    return [Finding(kind, "hard" if len(words) > max(_ROOT, len(of) * _TOO_MUCH) else "soft")]


def _negations(text: str) -> int:
    negative = checked_words("negative")
    words = tokens(_NUMBER_SIGN.sub(" ", text))
    return sum(word in negative or bool(_NEGATED_VERB.match(word)) for word in words)


def _doubts(text: str) -> int:
    counted = Counter(tokens(text))
    return sum(counted[word] for word in checked_words("hedges")) + text.count("?")


def _content(text: str) -> list[str]:
    """Return the words that carry the facts: what the other comparisons do not already count."""
    passed = checked_words("plain") | checked_words("negative") | checked_words("hedges")
    return [
        w
        for w in tokens(text)
        if w not in passed and w not in NUMBER_WORDS and not _NEGATED_VERB.match(w)
    ]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT:
            return word[: -len(ending)]
    return word


def _close(word: str, stems: Iterable[str]) -> bool:
    """Say whether a word begins as some stem does, as "mattress" and "mattresses" do."""
    root = _stem(word)
    return len(root) >= _SHORTEST and any(
        s.startswith(root[:_ALIKE]) or (len(s) >= _SHORTEST and root.startswith(s)) for s in stems
    )


@cache
def _written_out() -> dict[str, frozenset[str]]:
    """Return the words any reading of a form may bring: the lexicon read as data, not as a rule."""
    path = Path(__file__).with_name("lexicon.yaml")
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for form, words in {**entries["shortened"], **entries["acronyms"]}.items():
        found.setdefault(form.lower(), set()).update(tokens(words))
    for form, entry in entries["ambiguous"].items():
        for sense in entry["senses"]:
            found.setdefault(form.lower(), set()).update(tokens(sense["expand"]))
    return {form: frozenset(words) for form, words in found.items()}


def _forms_in(source: str) -> dict[str, frozenset[str]]:
    typed = {*tokens(source), *re.findall(r"[^\s,;()]+", source.lower())}
    return {form: _written_out()[form] for form in typed if form in _written_out()}
