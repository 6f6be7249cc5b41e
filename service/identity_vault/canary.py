"""The canary: sealed at the first start, opened at every other, so no wrong key ever writes."""

from service.database import Database
from service.errors import StartRefused, Unreadable
from service.identity_vault.sealed import Place, open_bytes, seal_bytes
from service.identity_vault.vault import Vault
from service.tables.vault_canary import VaultCanary

ROW = 1
PLACE = Place("vault_canary", "sealed", ROW)
WORD = b"recordwell"


def refuse_wrong_vault(database: Database, vault: Vault) -> None:
    """Open the canary, or seal it where the database is new.

    Raises:
        StartRefused: this vault's key is not the one the database was sealed with.
    """
    with database.write() as session:
        canary = session.get(VaultCanary, ROW)
        if canary is None:
            session.add(VaultCanary(id=ROW, sealed=seal_bytes(vault.canary_key, 1, PLACE, WORD)))
            return
        try:
            opened = open_bytes(vault.canary_key, PLACE, canary.sealed)
        except Unreadable:
            opened = b""
        if opened != WORD:
            raise StartRefused(
                "wrong_master_key", "The master key does not open what is sealed here."
            )
