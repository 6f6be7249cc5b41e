"""What the verbs of a desk are handed: who asks, the session of their request, and the vault."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends
from sqlalchemy.orm import Session

from service.access.roles import RequireRole, Role
from service.access.signed_in import SignedIn
from service.database import WriteSession
from service.identity_vault.vault import Vault, get_vault


@dataclass(frozen=True)
class Desk:
    """One request of a signed-in person: everything it does commits together, or nothing does."""

    person: SignedIn
    session: Session = field(repr=False)
    vault: Vault = field(repr=False)


def desk_for(*roles: Role) -> Callable[..., Desk]:
    """Return the dependency that opens a desk to these roles.

    The session writes even where a page only reads, because every reading goes on the audit trail.
    """
    required = RequireRole(*roles)

    def open_desk(
        person: Annotated[SignedIn, Depends(required)],
        session: WriteSession,
        vault: Annotated[Vault, Depends(get_vault)],
    ) -> Desk:
        return Desk(person, session, vault)

    return open_desk
