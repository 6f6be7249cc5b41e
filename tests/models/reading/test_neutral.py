import re
from collections.abc import Callable
from pathlib import Path

import pytest

from models.drafting.compose import draft
from models.reading.neutral import neutral
from models.reading.read import read
from models.text import Person, RedactedText, Span, VisitDetails
from models.training.unit_heads_corpus import read_note

CORPUS = Path(__file__).parents[3] / "models" / "training" / "corpus" / "notes"
PRONOUNS = ("she he", "her him", "hers his", "herself himself")
PEOPLE = ("girl boy", "girls boys", "woman man", "women men", "mrs mr", "lady gentleman")
KIN = (
    "mum dad", "mums dads", "mummy daddy", "mother father", "nan grandad", "gran grandpa",
    "grandma granddad", "grandmother grandfather", "sister brother", "sisters brothers",
    "daughter son", "wife husband", "aunt uncle", "niece nephew", "girlfriend boyfriend",
    "mgm mgf", "maternal paternal",
)  # fmt: skip
SWAPS = {"gender": (PRONOUNS + PEOPLE, 60), "kin": (KIN, 60), "both": (PRONOUNS + PEOPLE + KIN, 35)}


def swapper(pairs: tuple[str, ...]) -> Callable[[str], str]:
    """Return a function that puts the second word of each pair for the first, and the reverse."""
    other = dict(pair.split() for pair in pairs)
    other |= {man: woman for woman, man in other.items()}
    words = re.compile(rf"(?<![^\W_])(?:{'|'.join(other)})(?![^\W_])", re.IGNORECASE)

    def put(match: re.Match[str]) -> str:
        word = other[match.group().lower()]
        if match.group().isupper():
            return word.upper()
        return word.capitalize() if match.group()[0].isupper() else word

    return lambda text: words.sub(put, text)


def swapped(note: RedactedText, swap: Callable[[str], str]) -> RedactedText:
    people = tuple(Person(p.placeholder, swap(p.role) if p.role else None) for p in note.people)
    return RedactedText(swap(note.text), people)


@pytest.mark.parametrize("name", list(SWAPS))
def test_swapping_gender_or_kin_changes_no_unit_no_reading_and_no_heading(name: str) -> None:
    pairs, step = SWAPS[name]
    swap = swapper(pairs)
    changed = 0
    for path in sorted(CORPUS.glob("*.json"))[::step]:
        note = read_note(path)
        twin = swapped(note.redacted, swap)
        ours, theirs = read(note.redacted, note.visit), read(twin, note.visit)
        changed += note.redacted.text != twin.text
        assert [neutral(u.text).text for u in ours] == [neutral(u.text).text for u in theirs]
        for one, other in zip(ours, theirs, strict=True):
            assert one.reading.confidence == other.reading.confidence
            assert (one.reading.topic, one.reading.source) == (
                other.reading.topic,
                other.reading.source,
            )
            assert (one.reading.kind, one.reading.action, one.reading.certainty) == (
                other.reading.kind,
                other.reading.action,
                other.reading.certainty,
            )
        mine, other_draft = draft(note.redacted, ours, note.visit), draft(twin, theirs, note.visit)
        assert [
            (h.key, [(neutral(s.text).text, s.kind) for s in h.sentences]) for h in mine.headings
        ] == [
            (h.key, [(neutral(s.text).text, s.kind) for s in h.sentences])
            for h in other_draft.headings
        ]
    assert changed >= 3


def test_she_told_me_of_a_girl_reads_as_he_told_me_of_a_boy() -> None:
    girl = RedactedText('[PERSON_1] (7) seen. She told me "I sleep in my coat". Mum said no money.')
    boy = RedactedText('[PERSON_1] (7) seen. He told me "I sleep in my coat". Dad said no money.')
    ours, theirs = read(girl, VisitDetails()), read(boy, VisitDetails())
    assert [u.reading.source for u in ours] == [u.reading.source for u in theirs]
    assert [u.reading.confidence for u in ours] == [u.reading.confidence for u in theirs]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("She told Mum her nan's ill", "They told Parent their grandparent's ill"),
        ("step-dad and ex-wife", "step-parent and ex-spouse"),
        ("I miss school, has MS", "I miss school, has MS"),
        ("Miss [PERSON_1], ms [PERSON_2]", "Mx [PERSON_1], mx [PERSON_2]"),
        ("shed in the hermitage, dadaist", "shed in the hermitage, dadaist"),
    ],
)
def test_one_word_stands_for_each_class_and_nothing_else_moves(typed: str, plain: str) -> None:
    assert neutral(typed).text == plain
    assert neutral(plain).text == plain


def test_a_stretch_of_the_neutral_text_leads_back_to_what_was_typed() -> None:
    typed = "mum says she is ok, daughter in"
    plain = neutral(typed)
    for words, was in (("parent says", "mum says"), ("is ok", "is ok"), ("offspring", "daughter")):
        start = plain.text.index(words)
        back = plain.back(Span(start, start + len(words)))
        assert typed[back.start : back.end] == was
