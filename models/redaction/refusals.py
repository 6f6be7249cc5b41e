"""Why a note was not redacted: refusals that carry a code and never a word of the note."""


class RedactionIncomplete(Exception):
    """The note could not be redacted completely, so nothing of it passes on.

    Attributes:
        code: what stopped it, one of a few fixed words.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownPlaceholder(Exception):
    """The text holds a placeholder that this note's key does not know."""

    def __init__(self) -> None:
        super().__init__("unknown_placeholder")
        self.code = "unknown_placeholder"
