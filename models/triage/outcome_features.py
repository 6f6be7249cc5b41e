"""What the outcome model reads of a task: meaning, words, the note around, what guidance finds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer

from guidance.library import Guidance
from guidance.outcomes import OUTCOMES
from models.triage.by_rule import Found
from models.triage.by_similarity import Vectors
from models.triage.gates import gate_signs
from models.triage.passage import Passage

_ANY_WORD = r"\S+"
_WORDS = HashingVectorizer(
    n_features=2**13, ngram_range=(1, 2), token_pattern=_ANY_WORD, alternate_sign=False, norm="l2"
)
_AROUND = HashingVectorizer(
    n_features=2**11, token_pattern=_ANY_WORD, alternate_sign=False, norm="l2"
)
# How loudly each part speaks; chosen on the corpus with whole authors held out.
_MEANING, _MEANING_AROUND, _OWN_WORDS, _WORDS_AROUND, _FOUND = 3.0, 2.0, 3.0, 1.5, 0.7
_MOST_WORDS = 4


@dataclass(frozen=True, eq=False)
class Read:
    """What was read of some tasks, row by row."""

    passages: Sequence[Passage]
    found: Sequence[Sequence[Found]]
    nearness: Vectors
    meaning: Vectors
    meaning_around: Vectors


def features(guidance: Guidance, read: Read) -> csr_matrix:
    """Return one row for each task."""
    spelt = [guidance.wording.spelt_out(passage.words) for passage in read.passages]
    around = [guidance.wording.spelt_out(passage.around) for passage in read.passages]
    outcome = np.array([OUTCOMES.index(rule.outcome) for rule in guidance.rules])
    nearest = np.stack(
        [
            read.nearness[:, outcome == index].max(axis=1)
            if (outcome == index).any()
            else np.zeros(len(read.nearness))
            for index in range(len(OUTCOMES))
        ],
        axis=1,
    )
    signs = np.array([gate_signs(passage, guidance) for passage in read.passages])
    own = np.array(
        [
            [
                *(_most_words(each, name) for name in OUTCOMES),
                float(not passage.around),
                float("?" in passage.words),
            ]
            for each, passage in zip(read.found, read.passages, strict=True)
        ]
    )
    return hstack(
        [
            csr_matrix(read.meaning * _MEANING),
            csr_matrix(read.meaning_around * _MEANING_AROUND),
            csr_matrix(np.hstack([own, nearest]) * _FOUND),
            csr_matrix(signs),
            _WORDS.transform(spelt) * _OWN_WORDS,
            _AROUND.transform(around) * _WORDS_AROUND,
        ]
    ).tocsr()


def _most_words(found: Sequence[Found], outcome: str) -> float:
    words = (min(each.words, _MOST_WORDS) for each in found if each.rule.outcome == outcome)
    return float(max(words, default=0))
