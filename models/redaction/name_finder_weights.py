"""The name finder's weights on disk, and the small manifest that says what they must hash to."""

import json
from pathlib import Path

from models.redaction.refusals import RedactionIncomplete
from models.weights import sha256_of

FOLDER = Path(__file__).parent / "weights"
WEIGHTS = "name_finder.safetensors"
MANIFEST = "name_finder.json"


def write_manifest(seed: int, folder: Path = FOLDER) -> None:
    """Write the hash of the weights beside them, and the seed that made them."""
    digest = sha256_of(folder / WEIGHTS)
    manifest = {"file": WEIGHTS, "sha256": digest, "seed": seed, "version": digest[:12]}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def trusted_weights(folder: Path = FOLDER) -> tuple[Path, str]:
    """Return the weights' path and version, or refuse if they are missing or altered."""
    manifest, weights = folder / MANIFEST, folder / WEIGHTS
    if not manifest.is_file() or not weights.is_file():
        raise RedactionIncomplete("name_finder_weights_missing")
    stated = json.loads(manifest.read_text(encoding="utf-8"))
    if sha256_of(weights) != stated["sha256"]:
        raise RedactionIncomplete("name_finder_weights_altered")
    return weights, str(stated["version"])
