"""The MiniLM encoder every model of ours stands on: one fresh copy for each step that asks."""

import warnings
from pathlib import Path
from typing import Any

import torch
from peft import PeftModel
from transformers import AutoModel, AutoTokenizer
from transformers.utils import logging as transformers_logging

from models.weights import encoder_folder

transformers_logging.disable_progress_bar()
transformers_logging.set_verbosity_error()

torch.set_num_threads(
    1
)  # one thread per process: on few cores more threads only wait for each other

WIDTH = 384


def load_tokenizer() -> Any:
    """Return the encoder's fast tokeniser, which gives character offsets."""
    return AutoTokenizer.from_pretrained(str(encoder_folder()), local_files_only=True)


def load_encoder(adapter: Path | None = None) -> Any:
    """Return a MiniLM encoder in evaluation mode, with a low-rank adapter folded in.

    Args:
        adapter: a folder holding `adapter_config.json` and `adapter_model.safetensors`, or none.
    """
    model = AutoModel.from_pretrained(
        str(encoder_folder()), local_files_only=True, use_safetensors=True, add_pooling_layer=False
    )
    if adapter is not None:
        with warnings.catch_warnings():
            # peft asks after a property that transformers is renaming; nothing of ours needs it
            warnings.filterwarnings("ignore", ".*is_gradient_checkpointing", FutureWarning)
            adapted = PeftModel.from_pretrained(model, str(adapter), local_files_only=True)
        model = adapted.merge_and_unload()
    return model.eval()
