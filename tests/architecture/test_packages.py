import importlib
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALLOWED_AT_TOP = {
    "pyproject.toml",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
}
ALLOWED_AT_TOP |= {"package.json", "package-lock.json"}
ALLOWED_AT_TOP |= {"service", "models", "guidance", "evaluation", "tests"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "manager", "handler", "misc"}


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return listed.stdout.splitlines()


@pytest.mark.parametrize("package", ["service", "models", "guidance", "evaluation"])
def test_each_package_is_ours_and_not_a_library_of_the_same_name(package: str) -> None:
    found = importlib.import_module(package).__file__
    assert found is not None
    assert Path(found).is_relative_to(ROOT)


def test_the_top_level_holds_only_what_the_layout_names() -> None:
    at_top = {name.split("/")[0] for name in tracked()}
    extra = {n for n in at_top if not n.startswith((".", "requirements"))} - ALLOWED_AT_TOP
    assert extra == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [n for n in tracked() if n.endswith(".py") and Path(n).stem in VAGUE]
    assert vague == []


def test_every_package_says_in_one_sentence_what_lives_there() -> None:
    silent = [
        name
        for name in tracked()
        if name.endswith("__init__.py")
        and not name.startswith("tests/")
        and not re.match(r'"""[A-Z][^"]+\."""', (ROOT / name).read_text(encoding="utf-8"))
    ]
    assert silent == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    home = re.compile(r"(?<![\w.])/(?:home|root|Users)/\w")
    texts = [n for n in tracked() if n.endswith((".py", ".md", ".yaml", ".toml", ".json", ".html"))]
    named = [n for n in texts if home.search((ROOT / n).read_text(encoding="utf-8"))]
    assert named == []


def test_our_own_weights_stay_small_enough_for_the_repository() -> None:
    weights = [ROOT / n for n in tracked() if n.endswith(".safetensors")]
    assert weights
    assert sum(path.stat().st_size for path in weights) <= 30 * 1024 * 1024


def test_every_folder_of_weights_has_a_model_card() -> None:
    folders = {(ROOT / n).parent for n in tracked() if n.endswith(".safetensors")}
    assert folders
    assert [str(f) for f in folders if not (f / "README.md").is_file()] == []


def test_torch_is_pinned_exactly_and_every_dependency_has_a_hash() -> None:
    assert '"torch==2.13.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    locks = sorted(ROOT.glob("requirements*.lock"))
    assert len(locks) == 3
    for lock in locks:
        blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())[1:]
        assert blocks
        assert [b.split()[0] for b in blocks if "--hash=sha256:" not in b] == []
