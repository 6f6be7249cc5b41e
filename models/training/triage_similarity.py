"""Trains triage's outcome model on the corpus and measures it with whole authors held out."""

import json
import random
from collections import Counter

import numpy as np
from safetensors.numpy import save_file
from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from guidance.library import Guidance, load
from guidance.outcomes import OUTCOMES
from models.text import VisitDetails
from models.training.triage_corpus import LabelledTask, labelled_tasks
from models.training.triage_measure import measured
from models.triage.candidates import Finding, Signs, find_rules, read_signs
from models.triage.decision import TriageDecision
from models.triage.outcome_model import Numbers
from models.triage.passage import put_right
from models.triage.triage import decide, more_cautious
from models.triage.weights_folder import FOLDER, MANIFEST, OUTCOME_MODEL
from models.weights import sha256_of

FOLDS = 9
_STRENGTH = 3.0
_CURVE = np.linspace(0.0, 1.0, 21)


def train(seed: int) -> None:
    """Fit the outcome model on every author, calibrate it on authors held out, and write both."""
    guidance = load()
    tasks = labelled_tasks()
    outcome = np.array([OUTCOMES.index(task.outcome) for task in tasks])
    meant = [(at, put_right(task.passage, guidance)) for at, task in enumerate(tasks)]
    respelt = [(at, each) for at, each in meant if each is not None]
    signs = read_signs([*(t.passage for t in tasks), *(each for _, each in respelt)], guidance)
    own = np.array([*range(len(tasks)), *(at for at, _ in respelt)])  # whose task each row is
    held_out = np.zeros((len(own), len(OUTCOMES)))
    for fold in author_folds(tasks, seed):
        rest = np.flatnonzero(~fold)
        weights, bias = fit(signs.rows[rest], outcome[rest])
        held_out[fold[own]] = probabilities(signs.rows[fold[own]], weights, bias)
    decided = decide_each(signs, own, held_out, guidance)
    kept, sent = calibrate(tasks, decided)
    sure = confidences(tasks, decided, author_folds(tasks, seed))
    weights, bias = fit(signs.rows[: len(tasks)], outcome)
    FOLDER.mkdir(exist_ok=True)
    save_file(
        {
            "weights": weights.astype(np.float32),
            "bias": bias.astype(np.float32),
            "kept": kept.astype(np.float32),
            "sent": sent.astype(np.float32),
        },
        str(OUTCOME_MODEL),
    )
    figures = measured(tasks, decided, sure)
    files = [OUTCOME_MODEL]
    MANIFEST.write_text(
        json.dumps(
            {
                "seed": seed,
                "authors": len({task.author for task in tasks}),
                "tasks": dict(Counter(task.outcome for task in tasks)),
                "held_out": figures,
                "sha256": {str(path.relative_to(FOLDER)): sha256_of(path) for path in files},
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )
    print(json.dumps(figures, indent=1))


def author_folds(tasks: list[LabelledTask], seed: int) -> list[np.ndarray]:
    """Return masks that between them hold every author once, whole."""
    authors = sorted({task.author for task in tasks})
    random.Random(seed).shuffle(authors)  # noqa: S311 (a repeatable split, not a secret)
    by = np.array([task.author for task in tasks])
    return [np.isin(by, authors[first::FOLDS]) for first in range(FOLDS)]


def fit(rows: csr_matrix, outcome: np.ndarray) -> tuple[Numbers, Numbers]:
    """Return the weights and bias of a log-linear model of outcomes."""
    model = LogisticRegression(C=_STRENGTH, max_iter=600).fit(rows, outcome)
    return model.coef_.T, model.intercept_


def probabilities(rows: csr_matrix, weights: Numbers, bias: Numbers) -> Numbers:
    """Return how likely each outcome is, task by task."""
    scores = np.asarray(rows @ weights) + bias
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))


def decide_each(
    signs: Signs, own: np.ndarray, likely: Numbers, guidance: Guidance
) -> list[tuple[Finding, TriageDecision]]:
    """Return what triage decides for each task, misspelt or put right, the more cautious."""
    decided: dict[int, tuple[Finding, TriageDecision]] = {}
    for at, finding in zip(own, find_rules(signs, likely, guidance, VisitDetails()), strict=True):
        pair = (finding, decide(finding, guidance))
        written = decided.setdefault(int(at), pair)
        if more_cautious(pair[1], written[1]) is pair[1]:
            decided[int(at)] = pair
    return [decided[at] for at in sorted(decided)]


def confidences(
    tasks: list[LabelledTask],
    decided: list[tuple[Finding, TriageDecision]],
    folds: list[np.ndarray],
) -> Numbers:
    """Return each decision's confidence by curves drawn without any task of its author's fold."""
    sure = np.zeros(len(tasks))
    for fold in folds:
        rest = np.flatnonzero(~fold)
        kept, sent = calibrate([tasks[i] for i in rest], [decided[i] for i in rest])
        for index in np.flatnonzero(fold):
            finding, decision = decided[index]
            curve = kept if decision.outcome == "social_worker_only" else sent
            sure[index] = np.interp(finding.likely[decision.outcome], curve[:, 0], curve[:, 1])
    return sure


def calibrate(
    tasks: list[LabelledTask], decided: list[tuple[Finding, TriageDecision]]
) -> tuple[Numbers, Numbers]:
    """Return two rising curves from how likely an outcome was to how often it was right."""
    curves = []
    for down in (False, True):
        pairs = [
            (finding.likely[decision.outcome], float(decision.outcome == task.outcome))
            for task, (finding, decision) in zip(tasks, decided, strict=True)
            if (decision.outcome != "social_worker_only") == down
        ]
        rising = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip")
        rising.fit([score for score, _ in pairs], [right for _, right in pairs])
        curves.append(np.stack([_CURVE, rising.predict(_CURVE)], axis=1))
    return curves[0], curves[1]
