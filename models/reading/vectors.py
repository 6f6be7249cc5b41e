"""A unit as numbers for the heads: its meaning and its neighbours', its cue words, its letters."""

from collections.abc import Sequence

import torch
from sklearn.feature_extraction.text import HashingVectorizer
from torch import Tensor

from models.encoder import WIDTH as MEANING
from models.encoder import meanings
from models.reading.features import WIDTH as CUES
from models.reading.features import features
from models.reading.neutral import neutral
from models.reading.role_words import render, roles
from models.text import RedactedText, Span

_HASHED = 4096
WIDTH = 3 * MEANING + CUES + 2 * _HASHED
_OWN, _NEXT, _LETTERS = 4.0, 2.0, 3.0  # so that each kind of number weighs about the same
_PIECE_OF_TEXT = r"[\w£']+|[?\"→]"
_WORDS = HashingVectorizer(
    ngram_range=(1, 2), n_features=_HASHED, alternate_sign=False, token_pattern=_PIECE_OF_TEXT
)
_PIECES = HashingVectorizer(
    analyzer="char_wb", ngram_range=(3, 4), n_features=_HASHED, alternate_sign=False
)


def vectors(redacted: RedactedText, spans: Sequence[Span]) -> Tensor:
    """Return one row of numbers for each unit of a note, in order."""
    typed = [redacted.text[span.start : span.end] for span in spans]
    role_of = roles(redacted.people)
    plain = [neutral(render(text, role_of)).text for text in typed]
    meant = meanings(plain)
    nothing = torch.zeros(1, MEANING)
    return torch.cat(
        [
            _OWN * meant,
            _OWN * torch.cat([nothing, meant[:-1]]),
            _NEXT * torch.cat([meant[1:], nothing]),
            torch.tensor(features(typed, redacted.people)),
            _LETTERS * torch.from_numpy(_WORDS.transform(plain).toarray()).float(),
            _LETTERS * torch.from_numpy(_PIECES.transform(plain).toarray()).float(),
        ],
        1,
    )
