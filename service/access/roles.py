"""What a role may open: every route names the roles it is for."""

from typing import Annotated

from fastapi import Depends, Request

from service import audit
from service.access.cookie import read_cookie
from service.access.forgery import offered_token, refuse_forged
from service.access.sessions import find_session
from service.access.signed_in import SignedIn
from service.database import Database
from service.errors import NotAllowed
from service.tables.membership import ROLES, Role

__all__ = ["ROLES", "RequireRole", "Role"]


class RequireRole:
    """A dependency that lets in a signed-in person with one of these roles, and says who it is.

    Use: `person: Annotated[SignedIn, Depends(RequireRole("practitioner"))]`.
    """

    def __init__(self, *roles: Role) -> None:
        if not roles or not set(roles) <= set(ROLES):
            raise ValueError("Name the roles this route is for.")
        self.roles = frozenset(roles)

    def __call__(
        self, request: Request, offered: Annotated[str | None, Depends(offered_token)]
    ) -> SignedIn:
        """Return who is signed in.

        Raises:
            NotSignedIn: nobody is.
            NotAllowed: their role is not among these; the attempt is on the audit trail.
            ForgedRequest: a change was asked for without this session's token.
        """
        database: Database = request.app.state.database
        person = find_session(database, read_cookie(request, database.settings))
        request.state.person = person  # every page, refusals too, says who is signed in
        if not person.roles & self.roles:
            # Its own transaction: the refusal rolls the request's back.
            with database.write() as session:
                page = audit.Subject("page", request.scope["endpoint"].__name__)
                audit.record(session, person, "refused", page)
            raise NotAllowed
        refuse_forged(request, offered, person.csrf_token)
        return person
