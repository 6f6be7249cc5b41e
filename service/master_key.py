"""The master key: where it is kept, who may read it, and the keys derived from it."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from service.errors import StartRefused
from service.settings import Settings

KEY_BYTES = 32
OTHERS_MAY_READ = 0o077


@dataclass(frozen=True)
class MasterKey:
    """The key every other key comes from; its repr shows nothing of it."""

    material: bytes = field(repr=False)

    def derive(self, purpose: str) -> bytes:
        """Return the key for one purpose; no such key tells anything of another."""
        return HKDF(
            algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"recordwell:" + purpose.encode()
        ).derive(self.material)


def read_master_key(settings: Settings) -> MasterKey:
    """Return the master key, made at the first start of a demo.

    Raises:
        StartRefused: there is none, others may read it, or a database waits for a lost one.
    """
    path = settings.key_file
    if not path.exists():
        make_master_key(settings, path)
    if os.name == "posix" and path.stat().st_mode & OTHERS_MAY_READ:
        raise StartRefused(
            "key_readable_by_others",
            f"Other people on this machine may read the master key. Run: chmod 600 {path}",
        )
    text = path.read_text(encoding="ascii", errors="replace").strip()
    if len(text) != 2 * KEY_BYTES or not set(text) <= set("0123456789abcdef"):
        raise StartRefused("bad_key_file", "The master key file does not hold a key.")
    return MasterKey(bytes.fromhex(text))


def make_master_key(settings: Settings, path: Path) -> None:
    """Write a new master key that only this account may read.

    Raises:
        StartRefused: this is no demo, or a database sealed with another key is already there.
    """
    if not settings.demo:
        raise StartRefused(
            "no_master_key",
            f"There is no master key at {path}. Make one: openssl rand -hex 32 > {path} "
            f"&& chmod 600 {path}, and keep a copy where the backups are not.",
        )
    if settings.database_file.exists():
        raise StartRefused(
            "master_key_missing",
            f"The database is there and its master key, {path}, is not. Put the key back.",
        )
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Written beside and renamed, so that a cut never leaves half a key.
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
