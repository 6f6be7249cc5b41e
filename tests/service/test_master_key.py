from pathlib import Path

import pytest

from service.commands import open_service
from service.errors import StartRefused
from service.master_key import MasterKey, read_master_key
from service.settings import Settings
from tests.service.opened import Opened


def test_a_demo_makes_its_key_once_and_only_its_account_may_read_it(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path / "data")
    first = read_master_key(settings)
    assert settings.key_file.stat().st_mode & 0o777 == 0o600
    assert settings.key_file != settings.database_file
    assert read_master_key(settings) == first
    assert first.material.hex() not in repr(first)


def test_without_a_demo_a_missing_key_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(StartRefused, match="no_master_key"):
        read_master_key(Settings(data_folder=tmp_path, demo=False))


def test_a_lost_key_is_never_replaced_beside_its_database(opened: Opened) -> None:
    opened.settings.key_file.unlink()
    with pytest.raises(StartRefused, match="master_key_missing"):
        read_master_key(opened.settings)


def test_a_key_that_others_may_read_stops_the_start(opened: Opened) -> None:
    opened.settings.key_file.chmod(0o644)
    with pytest.raises(StartRefused, match="key_readable_by_others"):
        read_master_key(opened.settings)


@pytest.mark.parametrize("content", ["", "ab" * 31, "zz" * 32, "é" * 64])
def test_a_file_that_holds_no_key_stops_the_start(opened: Opened, content: str) -> None:
    opened.settings.key_file.write_text(content, encoding="utf-8")
    with pytest.raises(StartRefused, match="bad_key_file"):
        read_master_key(opened.settings)


def test_another_key_does_not_open_the_database_and_changes_nothing(opened: Opened) -> None:
    opened.database.close()
    before = opened.settings.database_file.read_bytes()
    right = opened.settings.key_file.read_text(encoding="ascii")
    opened.settings.key_file.write_text("ab" * 32, encoding="ascii")
    with pytest.raises(StartRefused, match="wrong_master_key"):
        open_service(opened.settings)
    assert opened.settings.database_file.read_bytes() == before
    opened.settings.key_file.write_text(right, encoding="ascii")
    open_service(opened.settings)[0].close()


def test_no_file_of_the_service_can_be_read_by_other_accounts(opened: Opened) -> None:
    opened.record()
    files = [path for path in opened.settings.data_folder.rglob("*") if path.is_file()]
    assert len(files) >= 2
    assert [path.name for path in files if path.stat().st_mode & 0o077] == []


def test_keys_for_two_purposes_differ() -> None:
    key = MasterKey(bytes(32))
    assert key.derive("a") != key.derive("b")
    assert key.derive("a") == MasterKey(bytes(32)).derive("a")
