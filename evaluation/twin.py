"""A twin: one note told of two people, and what was made of each, neutralised."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Twin:
    """A pair of outputs, the same way round as all others of its kind."""

    scenario: str
    setting: str
    direction: str
    group: str
    reference: str
    note_group: str = field(repr=False)
    note_reference: str = field(repr=False)
    output_group: str = field(repr=False)
    output_reference: str = field(repr=False)
