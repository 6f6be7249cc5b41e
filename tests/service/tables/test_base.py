from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from service.access.people import make_organisation
from service.tables.organisation import Organisation
from tests.service.opened import Opened


def test_a_moment_comes_back_as_the_same_moment_whatever_its_zone(opened: Opened) -> None:
    moment = datetime(2026, 6, 1, 1, 30, 0, 123456, timezone(timedelta(hours=1)))
    with opened.database.write() as session:
        organisation = make_organisation(session, "Elm")
        organisation.created_at = moment
    with opened.database.read() as session:
        found = session.scalars(
            select(Organisation.created_at).where(Organisation.name == "Elm")
        ).one()
    assert found == moment
    assert found.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused(opened: Opened) -> None:
    with opened.database.write() as session:
        organisation = make_organisation(session, "Elm")
        organisation.created_at = datetime(2026, 6, 1)  # noqa: DTZ001
        with pytest.raises(StatementError, match="needs its zone"):
            session.flush()
        session.rollback()
