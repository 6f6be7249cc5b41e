from pathlib import Path

import pytest
from pydantic import ValidationError

from service.errors import StartRefused
from service.settings import Settings, read_settings


def test_with_nothing_set_it_is_a_demo_on_the_loopback_address() -> None:
    settings = read_settings({"PATH": "/bin"})
    assert (settings.demo, settings.host, settings.data_folder) == (True, "127.0.0.1", Path("data"))


def test_a_setting_is_read_from_the_environment() -> None:
    settings = read_settings({"RECORDWELL_PORT": "9000", "RECORDWELL_DATA_FOLDER": "/x"})
    assert (settings.port, settings.data_folder) == (9000, Path("/x"))
    assert settings.evaluation_runs == Path("/x/evaluation-runs")
    assert settings.key_file == Path("/x/keys/master.key")


@pytest.mark.parametrize(
    "environment",
    [
        {"RECORDWELL_PROT": "9000"},
        {"RECORDWELL_PORT": "hunter2"},
        {"RECORDWELL_PORT": "70000"},
        {"RECORDWELL_LEASE_SECONDS": "0"},
        {"RECORDWELL_": "x"},
    ],
)
def test_an_unknown_or_impossible_setting_is_refused_without_its_value(
    environment: dict[str, str],
) -> None:
    with pytest.raises(StartRefused) as refused:
        read_settings(environment)
    assert next(iter(environment)) in refused.value.message
    assert "hunter2" not in refused.value.message


def test_settings_cannot_be_changed_once_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 1


def test_the_worker_that_serve_starts_gets_the_same_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RECORDWELL_HOST", "0.0.0.0")  # noqa: S104
    settings = Settings(port=9000, demo=False, runs_folder=Path("runs"))
    assert read_settings(settings.worker_environment()) == settings
