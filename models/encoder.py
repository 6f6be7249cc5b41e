"""The MiniLM encoder every model of ours stands on."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import normalize
from transformers import AutoModel, AutoTokenizer
from transformers.utils import logging as transformers_logging

from models.weights import encoder_folder

transformers_logging.disable_progress_bar()
transformers_logging.set_verbosity_error()
# One thread per process: on few cores more threads only wait for each other.
torch.set_num_threads(1)

WIDTH = 384
_BATCH = 32
_LONGEST = 96  # tokens; a unit or a task is a line, not a page


def load_tokenizer() -> Any:
    """Return the encoder's fast tokeniser, which gives character offsets."""
    return AutoTokenizer.from_pretrained(str(encoder_folder()), local_files_only=True)


def load_encoder() -> Any:
    """Return a fresh MiniLM encoder as it was published, in evaluation mode."""
    return AutoModel.from_pretrained(
        str(encoder_folder()), local_files_only=True, use_safetensors=True, add_pooling_layer=False
    ).eval()


@cache
def _as_published() -> tuple[Any, Any]:
    # Shared by the steps after redaction; the name-finder has a copy of its own.
    return load_tokenizer(), load_encoder()


@torch.inference_mode()
def meanings(texts: Sequence[str]) -> Tensor:
    """Return one vector of length one for each text; texts that repeat are read once."""
    tokenizer, encoder = _as_published()
    each = sorted(set(texts), key=lambda text: (len(text), text))
    found = torch.zeros(len(each), WIDTH)
    for first in range(0, len(each), _BATCH):
        batch = tokenizer(
            each[first : first + _BATCH],
            padding=True,
            truncation=True,
            max_length=_LONGEST,
            return_tensors="pt",
        )
        hidden = encoder(**batch).last_hidden_state
        shown = batch["attention_mask"][..., None].float()
        mean = (hidden * shown).sum(1) / shown.sum(1)
        found[first : first + _BATCH] = normalize(mean, dim=1)
    place = {text: index for index, text in enumerate(each)}
    return found[[place[text] for text in texts]]
