import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "pattern",
    [
        "guidance/rules/*.yaml",
        "models/redaction/weights/*.safetensors",
        "models/reading/weights/*.safetensors",
        "models/triage/weights/*.safetensors",
        "models/drafting/*.yaml",
        "service/web/templates/*.html",
        "service/web/static/*.css",
        "service/web/static/govuk/govuk-frontend.min.css",
        "service/migrations/versions/*.py",
        "evaluation/gates.toml",
    ],
)
def test_the_wheel_carries_what_the_product_reads_when_it_runs(
    pattern: str, names: set[str]
) -> None:
    wanted = {path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern)}
    assert wanted
    assert wanted <= names


def test_the_wheel_carries_no_tests(names: set[str]) -> None:
    assert [name for name in names if name.startswith("tests/")] == []
