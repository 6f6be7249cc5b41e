import pytest

from service.errors import NotFound
from service.review.correct import find_sentence


@pytest.mark.parametrize("key", ["", "s1", "s0-1", "s9-0", "s" + "9" * 5_000 + "-1", "t1"])
def test_a_key_of_no_sentence_is_not_found(key: str) -> None:
    with pytest.raises(NotFound):
        find_sentence([{"key": "voice", "sentences": [{"text": "a"}]}], key)
