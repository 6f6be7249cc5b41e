"""Write the three lock files from pyproject.toml.

requirements.lock holds everything but torch, with hashes. Torch comes twice: its CPU build
(requirements-torch-cpu.lock), taken where pip is offered one, and otherwise the published build
with the accelerator packages it asks for (requirements-torch.lock), which are gigabytes. They are
apart because pip, checking hashes, never prefers the CPU build by itself. Run through `make lock`.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TORCH = re.compile(r"(torch==|nvidia-|cuda-|triton==)")


def compile_all() -> str:
    """Return the universal resolution with hashes, as requirement lines."""
    command = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "--universal",
        "--quiet",
        "--no-header",
        "--no-annotate",
    ]
    command += ["--python-version", "3.11", "--generate-hashes", "--extra", "dev", "pyproject.toml"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def cpu_torch() -> str:
    """Return the requirement line of the CPU build of torch that pip takes on this machine."""
    pinned = re.search(r'"(torch==[\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if pinned is None:
        sys.exit("pyproject.toml pins no torch version")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "-q",
                "--no-deps",
                "-d",
                folder,
                f"{pinned[1]}+cpu",
            ],
            check=True,
        )
        wheel = next(Path(folder).glob("*.whl"))
        return f"{pinned[1]}+cpu --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def write(name: str, blocks: list[str]) -> None:
    """Write one lock file."""
    lines = ["# Written by `make lock`: do not edit.", *blocks, ""]
    (ROOT / name).write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Compile, split and write."""
    blocks = re.split(r"\n(?=\S)", compile_all().strip())
    write("requirements.lock", [b for b in blocks if not TORCH.match(b)])
    write("requirements-torch.lock", [b for b in blocks if TORCH.match(b)])
    write("requirements-torch-cpu.lock", [cpu_torch()])


if __name__ == "__main__":
    main()
