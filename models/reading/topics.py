"""What a unit is about, where a word of its own says so."""

import re
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from models.reading.unit import Topic

_FILE = Path(__file__).with_name("topics.yaml")


@cache
def _topics() -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        (cast(Topic, topic), re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE))
        for topic, words in entries.items()
    )


def topics_in(text: str) -> list[Topic]:
    """Return every topic whose words a unit holds."""
    return [topic for topic, words in _topics() if words.search(text)]


def topic_of(text: str) -> Topic | None:
    """Return the topic whose words a unit holds, if they are of one topic only."""
    found = topics_in(text)
    return found[0] if len(found) == 1 else None
