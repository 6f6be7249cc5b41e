"""What a note must be to be prepared at all, wherever it comes from."""

import unicodedata

from models.text import PLACEHOLDER

MOST_CHARACTERS = 40_000
LOOKALIKE_NOTICE = (
    "The note holds text that looks like one of our placeholders. "
    "It is hidden like a reference number, and put back as you typed it."
)


class NoteRefused(Exception):
    """A note that cannot be taken as it is, with a code for programs and a sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


def refuse_unusable(text: str) -> None:
    """Raise `NoteRefused` for text that is empty, too long or that no record can keep."""
    if "\x00" in text:
        raise NoteRefused(
            "nul_character", "The note contains a NUL character. Paste it again as plain text."
        )
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise NoteRefused(
            "broken_character",
            "The note contains a broken character. Paste it again as plain text.",
        )
    if not any(is_visible(character) for character in text):
        raise NoteRefused(
            "empty_note", "The note is empty. Paste or type what you wrote on the visit."
        )
    if len(text) > MOST_CHARACTERS:
        raise NoteRefused(
            "note_too_long",
            f"The note has {len(text):,} characters; the most is {MOST_CHARACTERS:,}. "
            "Split it into separate visits.",
        )


def notices(text: str) -> tuple[str, ...]:
    """Return what whoever pasted a note should know about it, though it is taken as it is."""
    return (LOOKALIKE_NOTICE,) if PLACEHOLDER.search(text) else ()


def is_visible(character: str) -> bool:
    """Say whether a character leaves a mark on the page."""
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")
