"""Who a request comes from, as the pages may know them."""

from dataclasses import dataclass
from uuid import UUID

from service.tables.membership import Role


@dataclass(frozen=True)
class SignedIn:
    """A person with a live session: who they are, for which team, in which roles."""

    session_id: UUID
    person_id: UUID
    name: str
    team_id: UUID
    team_name: str
    demo: bool
    roles: frozenset[Role]
    csrf_token: str
