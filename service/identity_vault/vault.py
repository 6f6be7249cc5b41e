"""The vault: makes each case its key and seals and opens what belongs to the case."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from fastapi import Request
from sqlalchemy import select
from sqlalchemy.orm import Session

from service import clock
from service.errors import Unreadable
from service.identity_vault.sealed import Place, open_bytes, seal_bytes, version_of
from service.master_key import KEY_BYTES, MasterKey
from service.tables.case_key import CaseKey


@dataclass(frozen=True)
class CaseSeal:
    """The keys of one case: what it seals for a place opens only there."""

    case_id: UUID
    keys: dict[int, bytes] = field(repr=False)

    def seal(self, table: str, column: str, row: UUID, text: str) -> bytes:
        """Return a text sealed for one column of one row."""
        place, newest = Place(table, column, row, self.case_id), max(self.keys)
        return seal_bytes(self.keys[newest], newest, place, text.encode())

    def open_text(self, table: str, column: str, row: UUID, sealed: bytes) -> str:
        """Return the text that was sealed for this place.

        Raises:
            Unreadable: it was sealed for another place or changed, or its key is destroyed.
        """
        key = self.keys.get(version_of(sealed))
        if key is None:
            raise Unreadable
        return open_bytes(key, Place(table, column, row, self.case_id), sealed).decode()

    def seal_json(self, table: str, column: str, row: UUID, value: Any) -> bytes:
        """Return a JSON value sealed for one column of one row."""
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return self.seal(table, column, row, text)

    def open_json(self, table: str, column: str, row: UUID, sealed: bytes) -> Any:
        """Return the JSON value that was sealed for this place.

        Raises:
            Unreadable: it was sealed for another place or changed, or its key is destroyed.
        """
        return json.loads(self.open_text(table, column, row, sealed))


class Vault:
    """Opens cases; it holds the key that wraps their keys, and shows nothing of it."""

    def __init__(self, master_key: MasterKey) -> None:
        self._wrapping_key = master_key.derive("case keys")
        self._index_key = master_key.derive("reference index")
        self.canary_key = master_key.derive("canary")

    def open_new_case(self, session: Session, case_id: UUID) -> CaseSeal:
        """Make a new case its first key."""
        key = secrets.token_bytes(KEY_BYTES)
        session.add(
            CaseKey(
                id=uuid4(),
                case_id=case_id,
                version=1,
                wrapped=aes_key_wrap(self._wrapping_key, key),
                created_at=clock.now(),
            )
        )
        return CaseSeal(case_id, {1: key})

    def open_case(self, session: Session, case_id: UUID) -> CaseSeal:
        """Return the seal of a case.

        Raises:
            Unreadable: the case has no key, or its keys are destroyed.
        """
        rows = session.execute(
            select(CaseKey.version, CaseKey.wrapped).where(
                CaseKey.case_id == case_id, CaseKey.wrapped.is_not(None)
            )
        )
        keys = {row.version: aes_key_unwrap(self._wrapping_key, row.wrapped or b"") for row in rows}
        if not keys:
            raise Unreadable
        return CaseSeal(case_id, keys)

    def index(self, purpose: str, *parts: str) -> bytes:
        """Return a keyed hash: equal for equal words, and worth nothing without the master key."""
        message = json.dumps([purpose, *parts], ensure_ascii=False).encode()
        return hmac.new(self._index_key, message, hashlib.sha256).digest()


def get_vault(request: Request) -> Vault:
    """Return the vault `create_app` put on the application."""
    vault: Vault = request.app.state.vault
    return vault
