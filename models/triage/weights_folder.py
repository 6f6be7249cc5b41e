"""Where triage's own weights are, and that they are the ones we measured."""

import json
from functools import cache
from pathlib import Path

from models.weights import WeightsNotTrusted, refuse_altered

FOLDER = Path(__file__).parent / "weights"
OUTCOME_MODEL = FOLDER / "outcome_model.safetensors"
MANIFEST = FOLDER / "manifest.json"


@cache
def trusted() -> dict[str, object]:
    """Return what the manifest says, after checking every file of weights against its hash.

    Raises:
        WeightsNotTrusted: a file is missing or is not the one that was measured.
    """
    if not MANIFEST.exists():
        raise WeightsNotTrusted("triage's weights have no manifest")
    manifest: dict[str, object] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    files = manifest["sha256"]
    assert isinstance(files, dict)  # noqa: S101 (the manifest is ours and hashed into the release)
    refuse_altered(FOLDER, files)
    return manifest
