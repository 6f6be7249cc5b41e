"""One sealed value: AES-256-GCM, bound to the place it was sealed for."""

import secrets
import struct
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from service.errors import Unreadable

NONCE_BYTES = 12
VERSION = struct.Struct(">I")


@dataclass(frozen=True)
class Place:
    """Where a sealed value belongs: moved anywhere else, it does not open."""

    table: str
    column: str
    row: UUID | int
    case: UUID | None = None

    def bind(self, key_version: int) -> bytes:
        """Return what the seal is bound to."""
        parts = (self.table, self.column, self.row, self.case, key_version)
        return "|".join(map(str, parts)).encode()


def seal_bytes(key: bytes, key_version: int, place: Place, plain: bytes) -> bytes:
    """Return a value sealed: the key's version, a fresh nonce and the ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    ciphertext = AESGCM(key).encrypt(nonce, plain, place.bind(key_version))
    return VERSION.pack(key_version) + nonce + ciphertext


def version_of(sealed: bytes) -> int:
    """Return the version of the key that sealed a value.

    Raises:
        Unreadable: this is no sealed value.
    """
    if len(sealed) < VERSION.size + NONCE_BYTES:
        raise Unreadable
    version: int = VERSION.unpack_from(sealed)[0]
    return version


def open_bytes(key: bytes, place: Place, sealed: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        Unreadable: the value was changed or moved, or this is not its key.
    """
    start = VERSION.size
    nonce, ciphertext = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, place.bind(version_of(sealed)))
    except InvalidTag:
        raise Unreadable from None
