"""Checking a sentence against the words it came from, by code that shares nothing with what wrote it."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

Severity = Literal["hard", "soft"]

_TAG = re.compile(r"\[[A-Z_]+_\d+\]")
_NUMBER = re.compile(r"£?\d+(?:[.,:/]\d+)*%?")
_WORD = re.compile(r"[^\W\d_]+(?:['’/][^\W\d_]+)*/?")
_QUOTED = re.compile(r'"([^"\n]+)"|“([^”]+)”')
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_DIGITS = {w: str(n) for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())}  # fmt: skip
_NEGATIVE = set(
    "no not nil none never nobody nothing neither nor without cannot unable denies denied deny denying refused declined "
    "nowhere w/o w/out n/a nad dna wnb lacks absent n/k unseen".split()
)
_NEGATED_VERB = re.compile(
    r"^(?:did|does|do|is|was|were|are|has|have|had|could|would|should|ca|wo|must|need|cld|wld|w|shld|ai|dos|did)n['’]?t$|^dosent$"
)
_HEDGES = set(
    "may might maybe perhaps possible possibly probably probable apparently seems seemed seem appears appeared appear thinks "
    "thought think reckons reckoned about around roughly approximately approx unsure unclear suspect suspects suspected wonder "
    "wondered wonders guess unknown ish alleged allegedly query likely unlikely believes believed could".split()
)
_INTENSE = set("very extremely severely highly deeply seriously suicidal aggressive intoxicated drunk neglected abusive "
               "manipulative hostile violent distressed terrified".split())  # fmt: skip
_SIDES = {"left", "right"}
_SPEAKERS = set("mum dad mother father nan gran grandmother grandfather uncle aunt sister brother teacher school police gp "
                "nurse doctor carer partner husband wife son daughter he she they".split())  # fmt: skip
_PLAIN = set(
    """a an and are as at be been being but by for from had has have he her hers him his i if in into is it its me my of on or our
    she so than that the their them then there these they this those to us was we were what when where which who whom whose will
    with would you your there's said says say told stated reported reports asked social worker workers professional note noted
    over under up down out off also while during after before because until about again all any both each more most other some
    such only own same too can just should now do does did re regarding am s t ll ve d m""".split()
)


@dataclass(frozen=True)
class Finding:
    """One way in which a sentence differs from its source, and whether it may stand."""

    kind: str
    severity: Severity


def check(sentence_text: str, source_text: str) -> tuple[Finding, ...]:
    """Compare a sentence with its source in both directions and return every difference that matters."""
    found = [
        *_names(sentence_text, source_text),
        *_quotations(sentence_text, source_text),
        *_numbers(sentence_text, source_text),
        *_calendar(sentence_text, source_text),
        *_negation(sentence_text, source_text),
        *_hedges(sentence_text, source_text),
        *_words(sentence_text, source_text),
    ]
    return tuple(dict.fromkeys(found))


def refused(findings: tuple[Finding, ...]) -> bool:
    """Say whether any finding is too grave for the sentence to stand."""
    return any(finding.severity == "hard" for finding in findings)


def _tokens(text: str) -> list[str]:
    return [w.lower().replace("’", "'") for w in _WORD.findall(_TAG.sub(" ", text))]


def _names(sentence: str, source: str) -> list[Finding]:
    if Counter(_TAG.findall(sentence)) != Counter(_TAG.findall(source)):
        return [Finding("name", "hard")]
    return []


def _quotations(sentence: str, source: str) -> list[Finding]:
    theirs = [a or b for a, b in _QUOTED.findall(source)]
    ours = [a or b for a, b in _QUOTED.findall(sentence)]
    if any(words not in sentence for words in theirs) or any(words not in source for words in ours):
        return [Finding("quotation", "hard")]
    return []


def _figures(text: str) -> Counter[str]:
    bare = _TAG.sub(" ", text)
    found = Counter(m.group().rstrip(".,:/") for m in _NUMBER.finditer(bare))
    found.update(_DIGITS[w] for w in _tokens(bare) if w in _DIGITS)
    return found


def _numbers(sentence: str, source: str) -> list[Finding]:
    ours, theirs = _figures(sentence), _figures(source)
    if ours - theirs or set(theirs) - set(ours):
        money = any("£" in figure for figure in (ours - theirs) + (theirs - ours))
        return [Finding("money" if money else "number", "hard")]
    return [Finding("number", "soft")] if ours != theirs else []


def _calendar_words(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in _tokens(text):
        for name in (*_DAYS, *_MONTHS):
            if word == name or (
                3 <= len(word) <= 5
                and name.startswith(word)
                and word not in {"sat", "sun", "mar", "mon"}
            ):
                found[name] += 1
        found.update(
            {"wednesday": word == "weds", "thursday": word == "thurs", "tuesday": word == "tues"}
        )
        if word in {"today", "tomorrow", "yesterday", "tonight", "am", "pm"}:
            found[word] += 1
    return +Counter({name: min(count, 1) for name, count in found.items()})


def _calendar(sentence: str, source: str) -> list[Finding]:
    short = {"tmrw": "tomorrow", "tmw": "tomorrow", "tom'w": "tomorrow", "tomorow": "tomorrow", "yest": "yesterday",
             "yday": "yesterday", "tonite": "tonight"}  # fmt: skip
    plain = re.sub(r"[\w']+", lambda m: short.get(m.group().lower(), m.group()), source)
    ours, theirs = _calendar_words(sentence), _calendar_words(plain)
    weak = {"am", "pm"}
    if set(ours) - set(theirs) - weak:
        loose = {d for d in _DAYS if re.search(rf"\b{d[:3]}\b", plain, re.IGNORECASE)}
        loose |= {m for m in _MONTHS if re.search(rf"\b{m[:3]}\b", plain, re.IGNORECASE)}
        if set(ours) - set(theirs) - weak - loose:
            return [Finding("date", "hard")]
    return [Finding("date", "hard")] if set(theirs) - set(ours) - weak else []


def _negatives(text: str) -> int:
    return sum(w in _NEGATIVE or bool(_NEGATED_VERB.match(w)) for w in _tokens(text))


def _negation(sentence: str, source: str) -> list[Finding]:
    ours, theirs = _negatives(sentence), _negatives(source)
    if bool(ours) != bool(theirs):
        return [Finding("negation", "hard")]
    return [Finding("negation", "soft")] if ours != theirs else []


def _doubts(text: str) -> int:
    tokens = Counter(_tokens(text))
    return sum(tokens[w] for w in _HEDGES) + text.count("?")


def _hedges(sentence: str, source: str) -> list[Finding]:
    ours, theirs = _doubts(sentence), _doubts(source)
    if theirs and not ours:
        return [Finding("hedge", "hard")]
    return [Finding("hedge", "soft")] if ours != theirs else []


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def _written_out() -> dict[str, frozenset[str]]:
    """Return, for each typed form, every word any of its readings may bring: read as data, not through the realiser."""
    path = Path(__file__).with_name("lexicon.yaml")
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for form, words in {**entries["shortened"], **entries["acronyms"]}.items():
        found.setdefault(form.lower(), set()).update(_tokens(words))
    for form, entry in entries["ambiguous"].items():
        for sense in entry["senses"]:
            found.setdefault(form.lower(), set()).update(_tokens(sense["expand"]))
    return {form: frozenset(words) for form, words in found.items()}


def _known_from(source: str) -> tuple[set[str], dict[str, frozenset[str]]]:
    """Return the stems a source allows, and for each typed form in it the words that may stand for it."""
    tokens = _tokens(source) + re.findall(r"[^\s,;]+", source.lower())
    forms = {t: _written_out()[t] for t in tokens if t in _written_out()}
    return {_stem(t) for t in tokens} | {_stem(w) for ws in forms.values() for w in ws}, forms


def _words(sentence: str, source: str) -> list[Finding]:
    found: list[Finding] = []
    allowed, forms = _known_from(source)
    ours = [w for w in _tokens(sentence) if w not in _PLAIN and w not in _DIGITS]
    stems = {_stem(w) for w in _tokens(sentence)}
    new = [w for w in ours if _stem(w) not in allowed and not _close(w, allowed)]
    if any(w in _INTENSE or w in _SIDES for w in new):
        found.append(Finding("new_word", "hard"))
    new = [
        w for w in new if w not in _NEGATIVE and w not in _HEDGES and w not in (*_DAYS, *_MONTHS)
    ]
    if new:
        found.append(Finding("new_word", "hard" if len(new) > max(3, len(ours) * 0.6) else "soft"))
    theirs = [w for w in _tokens(source) if w not in _PLAIN and len(w) >= 3 and w not in _DIGITS]
    lost = [
        w
        for w in theirs
        if _stem(w) not in stems
        and not (w in forms and {_stem(x) for x in forms[w]} & stems)
        and not _close(w, stems)
    ]
    if lost:
        found.append(
            Finding("lost_word", "hard" if len(lost) > max(2, len(theirs) * 0.6) else "soft")
        )
    if any(w in _SIDES for w in lost):
        found.append(Finding("side", "hard"))
    gained = (
        {w for w in ours if w in _SPEAKERS}
        - set(_tokens(source))
        - {x for f in forms.values() for x in f}
    )
    if gained and {w for w in theirs if w in _SPEAKERS} - set(_tokens(sentence)):
        found.append(Finding("speaker", "soft"))
    return found


def _close(word: str, stems: set[str]) -> bool:
    """Say whether a word begins as some stem does: "mattress" and "mattresses", "reveiw" aside."""
    root = _stem(word)
    return len(root) >= 4 and any(
        s.startswith(root[:5]) or (len(s) >= 4 and root.startswith(s)) for s in stems
    )
