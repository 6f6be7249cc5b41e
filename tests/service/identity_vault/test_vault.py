from uuid import uuid4

import pytest
from sqlalchemy import select, update

from service.errors import StartRefused, Unreadable
from service.identity_vault.canary import refuse_wrong_vault
from service.identity_vault.vault import CaseSeal, Vault
from service.master_key import MasterKey
from service.tables.all import METADATA
from service.tables.case import Case
from service.tables.case_key import CaseKey
from service.tables.visit import Visit
from tests.service.opened import NAME, NOTE, Opened

ROW = uuid4()


@pytest.fixture
def seal() -> CaseSeal:
    return CaseSeal(uuid4(), {1: bytes(range(32))})


def test_what_is_sealed_opens_again_in_its_place(seal: CaseSeal) -> None:
    sealed = seal.seal("visit", "sealed_note", ROW, "Zoë said “no” 🙂")
    assert seal.open_text("visit", "sealed_note", ROW, sealed) == "Zoë said “no” 🙂"
    value = {"a": [1, None, "é"]}
    assert seal.open_json("t", "c", ROW, seal.seal_json("t", "c", ROW, value)) == value


def test_the_same_words_are_sealed_differently_each_time(seal: CaseSeal) -> None:
    assert seal.seal("t", "c", ROW, "word") != seal.seal("t", "c", ROW, "word")


@pytest.mark.parametrize("place", [("u", "c", ROW), ("t", "d", ROW), ("t", "c", uuid4())])
def test_a_sealed_value_moved_to_another_place_does_not_open(
    seal: CaseSeal, place: tuple[str, str, object]
) -> None:
    sealed = seal.seal("t", "c", ROW, "word")
    with pytest.raises(Unreadable):
        seal.open_text(*place, sealed)  # type: ignore[arg-type]


def test_a_sealed_value_moved_to_another_case_does_not_open(seal: CaseSeal) -> None:
    other = CaseSeal(uuid4(), seal.keys)
    with pytest.raises(Unreadable):
        other.open_text("t", "c", ROW, seal.seal("t", "c", ROW, "word"))


def test_every_changed_byte_is_noticed(seal: CaseSeal) -> None:
    sealed = seal.seal("t", "c", ROW, "word")
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(Unreadable):
            seal.open_text("t", "c", ROW, bytes(changed))
        with pytest.raises(Unreadable):
            seal.open_text("t", "c", ROW, sealed[:position])


def test_a_newer_key_seals_and_the_older_still_opens(seal: CaseSeal) -> None:
    rotated = CaseSeal(seal.case_id, seal.keys | {2: bytes(32)})
    old = seal.seal("t", "c", ROW, "word")
    new = rotated.seal("t", "c", ROW, "word")
    assert rotated.open_text("t", "c", ROW, old) == "word"
    with pytest.raises(Unreadable):
        seal.open_text("t", "c", ROW, new)


def test_nothing_of_a_key_shows_in_a_repr(seal: CaseSeal) -> None:
    assert "keys" not in repr(seal)


def test_a_key_is_kept_wrapped_and_its_destruction_closes_the_case(opened: Opened) -> None:
    visit_id = opened.record()
    with opened.database.write() as session:
        visit = session.get_one(Visit, visit_id)
        seal = opened.vault.open_case(session, visit.case_id)
        assert seal.open_text("visit", "sealed_note", visit.id, visit.sealed_note) == NOTE
        wrapped = session.scalars(select(CaseKey.wrapped)).one()
        assert wrapped is not None
        assert seal.keys[1] not in wrapped
        session.execute(update(CaseKey).values(wrapped=None))
        with pytest.raises(Unreadable):
            opened.vault.open_case(session, visit.case_id)


def test_the_reference_of_a_case_is_sealed_and_found_again(opened: Opened) -> None:
    for reference in ("Oak 7", " oak  7 ", "Elm 3", ""):
        opened.record(case_reference=reference)
    with opened.database.read() as session:
        cases = session.scalars(select(Case)).all()
        assert len(cases) == 3
        named = [case for case in cases if case.sealed_reference]
        texts = {
            opened.vault.open_case(session, case.id).open_text(
                "case", "sealed_reference", case.id, case.sealed_reference or b""
            )
            for case in named
        }
    assert texts == {"Oak 7", "Elm 3"}


def test_another_master_key_is_stopped_by_the_canary(opened: Opened) -> None:
    refuse_wrong_vault(opened.database, opened.vault)
    with pytest.raises(StartRefused, match="wrong_master_key"):
        refuse_wrong_vault(opened.database, Vault(MasterKey(bytes(32))))


def test_nothing_sealed_can_be_read_even_from_an_opened_database(opened: Opened) -> None:
    opened.record(case_reference="Oakapple 7")
    assert opened.worker().work_once()
    with opened.database.read() as session:
        values = [
            value if isinstance(value, bytes) else str(value).encode()
            for table in METADATA.sorted_tables
            for row in session.execute(select(table))
            for value in row
        ]
    assert any(b"Priya Demo" in value for value in values)
    for word in (NAME, "Oakapple", "bus pass"):
        assert not any(word.encode() in value for value in values)


def test_the_database_file_shows_neither_notes_nor_even_what_is_not_sealed(
    opened: Opened,
) -> None:
    opened.record()
    assert opened.worker().work_once()
    for path in opened.settings.data_folder.rglob("*"):
        if path.is_file():
            for word in (b"SQLite format", NAME.encode(), b"Priya Demo", b"bus pass"):
                assert word not in path.read_bytes()
