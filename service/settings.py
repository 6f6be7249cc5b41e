"""Every setting of the service, read once from the environment, each prefixed RECORDWELL_."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from service.errors import StartRefused

PREFIX = "RECORDWELL_"


class Settings(BaseSettings):
    """What an operator may set; with nothing set, a demo on SQLite and the loopback address."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", validate_default=True)

    data_folder: Path = Field(
        default=Path("data"), description="Folder of the database, the keys and evaluation runs."
    )
    master_key_file: Path | None = Field(
        default=None,
        description="File of the master key; `keys/master.key` in the data folder without it.",
    )
    demo: bool = Field(
        default=True, description="Make a demo team at the first start, and a master key if absent."
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=0, le=65_535, description="Port to listen on.")
    secure_cookies: bool = Field(
        default=False, description="Send the sign-in cookie over HTTPS only; set it behind TLS."
    )
    session_idle_minutes: int = Field(
        default=30, ge=1, description="Sign a person out after this many minutes without a request."
    )
    session_hours: int = Field(
        default=12, ge=1, description="Sign a person out after this many hours in any case."
    )
    sign_in_attempts: int = Field(
        default=5, ge=1, description="Failed sign-ins of one username allowed in 15 minutes."
    )
    busy_seconds: float = Field(
        default=5.0, gt=0, description="Wait this long for another writer before saying busy."
    )
    poll_seconds: float = Field(
        default=1.0, gt=0, description="Seconds the worker waits before it looks for work again."
    )
    lease_seconds: float = Field(
        default=60.0, gt=0, description="A worker silent for this long loses its work item."
    )
    heartbeat_seconds: float = Field(
        default=15.0, gt=0, description="Seconds between a worker's signs of life."
    )
    preparation_seconds: float = Field(
        default=300.0, gt=0, description="The longest one preparation may take."
    )
    preparation_attempts: int = Field(
        default=5, ge=1, description="Attempts at a preparation before it is shown as failed."
    )
    runs_folder: Path | None = Field(
        default=None,
        description="Folder of evaluation runs; `evaluation-runs` in the data folder without it.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much the service writes to its log."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take only what is passed in: `read_settings` passes the environment, whole."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)

    @property
    def database_file(self) -> Path:
        """Where the SQLite database is."""
        return self.data_folder / "recordwell.sqlite3"

    @property
    def key_file(self) -> Path:
        """Where the master key is: never inside the database file."""
        return self.master_key_file or self.data_folder / "keys" / "master.key"

    @property
    def evaluation_runs(self) -> Path:
        """Where governance finds the evaluation runs."""
        return self.runs_folder or self.data_folder / "evaluation-runs"

    def worker_environment(self) -> dict[str, str]:
        """Return the environment for the worker that `serve` starts: it has these settings."""
        values = self.model_dump(mode="json", exclude_none=True)
        others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        return others | {PREFIX + name.upper(): str(value) for name, value in values.items()}


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment.

    Raises:
        StartRefused: a setting is unknown or holds what it cannot hold.
    """
    given: dict[str, Any] = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in (os.environ if environment is None else environment).items()
        if name.startswith(PREFIX)
    }
    try:
        return Settings(**given)
    except ValidationError as fault:
        # Names and reasons only: a value may be a secret.
        faults = "; ".join(
            f"{PREFIX}{str(part['loc'][0]).upper()}: {part['msg']}" for part in fault.errors()
        )
        raise StartRefused("bad_setting", f"Cannot start with these settings. {faults}") from None
