"""What the name finder's piece scores say: stretches of personal data, widened to whole words."""

from dataclasses import dataclass

import torch

from models.redaction.name_finder_windows import WORD


@dataclass
class FoundStretch:
    """A stretch the name finder takes for personal data; `type` is a place in the list of types."""

    start: int
    end: int
    type: int
    score: float


def stretches(
    offsets: list[tuple[int, int]], scores: torch.Tensor, text: str, lowest: float
) -> list[FoundStretch]:
    """Join personal pieces into stretches and widen each to whole words."""
    found: list[FoundStretch] = []
    previous = -2
    personal = (1 - scores[:, 0]).tolist()
    begin, inside = scores[:, 1::2], scores[:, 2::2]
    kinds = (begin + inside).argmax(1).tolist()
    begins = (begin.sum(1) > inside.sum(1)).tolist()
    for i, (start, end) in enumerate(offsets):
        if personal[i] < lowest:
            continue
        joins = (
            previous == i - 1
            and found[-1].type == kinds[i]
            and "\n" not in text[found[-1].end : start]
        )
        touching = bool(found) and found[-1].end == start and previous == i - 1
        if joins and (
            not begins[i] or (touching and text[start].isalnum() and text[start - 1].isalnum())
        ):
            found[-1].end = end
            found[-1].score = max(found[-1].score, personal[i])
        else:
            found.append(FoundStretch(start, end, kinds[i], personal[i]))
        previous = i
    word_at: dict[int, tuple[int, int]] = {}
    for word in WORD.finditer(text):
        for i in range(word.start(), word.end()):
            word_at[i] = word.span()
    for one in found:
        one.start = word_at.get(one.start, (one.start, 0))[0]
        one.end = word_at.get(one.end - 1, (0, one.end))[1]
    return [one for one in found if any(c.isalnum() for c in text[one.start : one.end])]
