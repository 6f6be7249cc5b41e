"""Every version of a case note, who made it and what changed from the one before."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from service.review.opened import OpenedVisit, open_body
from service.review.repository import case_notes, names_of
from service.review.visit_words import visit_on_page
from service.web.rendering import render


@dataclass(frozen=True)
class VersionOnPage:
    """One version: its maker and its differences from the version before."""

    number: int
    made_by: str | None
    at: datetime
    signed: bool
    added: tuple[str, ...] = field(repr=False)
    removed: tuple[str, ...] = field(repr=False)


def versions_page(request: Request, session: Session, opened: OpenedVisit) -> Response:
    """Render the list of versions, the newest first."""
    found = list(case_notes(session, opened.visit))
    names = names_of(session, [version.author_id for version in found])
    bodies = [open_body(opened.seal, version) for version in found]
    versions = []
    for number, version in enumerate(found):
        before = bodies[number + 1] if number + 1 < len(bodies) else None
        added, removed = differences(before, bodies[number])
        versions.append(
            VersionOnPage(
                number=version.version,
                made_by=names.get(version.author_id) if version.author_id else None,
                at=version.created_at,
                signed=version.signed_at is not None,
                added=added,
                removed=removed,
            )
        )
    return render(request, "review/versions.html", visit=visit_on_page(opened), versions=versions)


def differences(
    before: dict[str, Any] | None, after: dict[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences one version has and the other has not, each under its heading."""
    if before is None:
        return (), ()
    old, new = Counter(placed(before)), Counter(placed(after))
    return tuple((new - old).elements()), tuple((old - new).elements())


def placed(body: dict[str, Any]) -> list[str]:
    """Return every sentence with the heading it stands under."""
    return [
        f"{heading['title']}: {sentence['restored_text']}"
        for heading in body["draft"]["headings"]
        for sentence in heading["sentences"]
    ]
