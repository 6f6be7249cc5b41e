"""Merging: the union by character, one type for each stretch."""

from models.redaction.merge import Stretch, merge

TEXT = "seen at 14 Wherry Lane ZZ99 3VZ with Ann-Marie Lane"


def test_an_address_keeps_its_postcode_apart() -> None:
    merged = merge([Stretch(8, 31, "ADDRESS", 0.9), Stretch(23, 31, "POSTCODE", 0.85)], TEXT)
    assert [(TEXT[s.start : s.end], s.type) for s in merged] == [
        ("14 Wherry Lane", "ADDRESS"),
        ("ZZ99 3VZ", "POSTCODE"),
    ]


def test_overlaps_of_one_type_become_one_stretch() -> None:
    merged = merge([Stretch(37, 46, "PERSON", 0.7), Stretch(41, 51, "PERSON", 0.9)], TEXT)
    assert [(s.start, s.end, s.type) for s in merged] == [(37, 51, "PERSON")]


def test_nothing_found_is_nothing_merged() -> None:
    assert merge([], TEXT) == []


def test_every_character_found_stays_hidden() -> None:
    found = [
        Stretch(8, 22, "ADDRESS", 0.4),
        Stretch(11, 17, "PERSON", 0.95),
        Stretch(8, 10, "OTHER_ID", 0.6),
    ]
    hidden = {i for s in merge(found, TEXT) for i in range(s.start, s.end)}
    assert {i for i in range(8, 22) if TEXT[i].isalnum()} <= hidden
