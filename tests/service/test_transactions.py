"""Only the database module opens and commits transactions; everything else is handed a session."""

import ast
from collections.abc import Iterator
from pathlib import Path

import service

ROOT = Path(service.__file__).parent
THE_ONE = ROOT / "database.py"
OURS_ALONE = {"commit", "begin", "begin_nested", "Session", "sessionmaker", "create_engine"}


def called(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node.func.id


def test_nothing_but_the_database_module_opens_or_commits_a_transaction() -> None:
    assert OURS_ALONE & set(called(THE_ONE)) >= {"commit", "Session", "create_engine"}
    others = [path for path in ROOT.rglob("*.py") if path != THE_ONE]
    assert len(others) > 50
    found = {
        str(path.relative_to(ROOT)): sorted(OURS_ALONE & set(called(path)))
        for path in others
        if OURS_ALONE & set(called(path))
    }
    assert found == {}


def test_the_time_and_the_environment_are_each_read_in_one_place() -> None:
    for word, place in (("datetime.now(", "clock.py"), ("os.environ", "settings.py")):
        readers = [
            str(path.relative_to(ROOT))
            for path in ROOT.rglob("*.py")
            if word in path.read_text(encoding="utf-8")
        ]
        assert readers == [place]
