"""How a placeholder reads to somebody who does not need the name."""

from dataclasses import dataclass

from models.text import PLACEHOLDER

WORDS = {
    "PERSON": "Person",
    "ADDRESS": "Address",
    "POSTCODE": "Postcode",
    "PHONE": "Phone number",
    "EMAIL": "Email address",
    "DOB": "Date of birth",
    "NHS_NUMBER": "NHS number",
    "NINO": "National Insurance number",
    "CASE_ID": "Case number",
    "OTHER_ID": "Reference",
    "VEHICLE": "Vehicle",
    "BANK": "Bank details",
    "HANDLE": "Online name",
    "ORG": "Organisation",
    "PLACE": "Place",
}


@dataclass(frozen=True)
class Piece:
    """A piece of a task's words: plain, or a hidden detail."""

    text: str
    hidden: bool


def pieces(text: str) -> list[Piece]:
    """Cut a redacted text into plain words and hidden details."""
    found, position = [], 0
    for match in PLACEHOLDER.finditer(text):
        found.append(Piece(text[position : match.start()], hidden=False))
        found.append(Piece(f"{WORDS[match[1]]} {match[2]}", hidden=True))
        position = match.end()
    found.append(Piece(text[position:], hidden=False))
    return [piece for piece in found if piece.text]


def hides_something(text: str) -> bool:
    """Whether a redacted text hides any detail."""
    return PLACEHOLDER.search(text) is not None
