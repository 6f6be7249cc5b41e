from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.browser import PageFor, browsers
from tests.service.opened import Opened, opened_in


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """A service opened in a folder of its own, with a demo team."""
    service = opened_in(tmp_path / "data")
    yield service
    service.database.close()


@pytest.fixture
def page(opened: Opened) -> PageFor:
    """Opens a browser for a role; every page it shows is checked."""
    return browsers(opened)
