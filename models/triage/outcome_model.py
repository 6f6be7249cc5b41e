"""The trained model of outcomes: it may find a rule or raise an outcome, and never lowers one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from models.triage.decision import TriageDecision
from models.triage.weights_folder import OUTCOME_MODEL, trusted

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class OutcomeModel:
    """A log-linear model: weights by feature and outcome, and how a score becomes a confidence."""

    weights: Numbers
    bias: Numbers
    kept: Numbers  # two columns: how likely the outcome was, how often that was right
    sent: Numbers  # the same where the task was let go

    def probabilities(self, rows: Any) -> Numbers:
        """Return, task by outcome, how likely each outcome is by its words."""
        scores = np.asarray(rows @ self.weights) + self.bias
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        likely /= likely.sum(axis=1, keepdims=True)
        return np.asarray(likely)

    def confidence(self, decision: TriageDecision, likely: Mapping[str, float]) -> float:
        """Return how often such decisions were right on authors the model had not read."""
        curve = self.kept if decision.outcome == "social_worker_only" else self.sent
        return float(np.interp(likely[decision.outcome], curve[:, 0], curve[:, 1]))


@cache
def outcome_model() -> OutcomeModel:
    """Return the model, after checking its weights.

    Raises:
        WeightsNotTrusted: the weights are missing or are not the ones we measured.
    """
    trusted()
    tensors = load_file(str(OUTCOME_MODEL))
    return OutcomeModel(
        weights=tensors["weights"].astype(np.float64),
        bias=tensors["bias"].astype(np.float64),
        kept=tensors["kept"].astype(np.float64),
        sent=tensors["sent"].astype(np.float64),
    )
