"""Words the encoder can read in place of placeholders: "mother" for one, "town" for another."""

from collections.abc import Mapping, Sequence

from models.text import PLACEHOLDER, Person

_WORD_FOR = {
    "PERSON": "someone", "ADDRESS": "address", "POSTCODE": "", "PHONE": "number", "EMAIL": "email",
    "DOB": "birthday", "NHS_NUMBER": "number", "NINO": "number", "CASE_ID": "number",
    "OTHER_ID": "number", "VEHICLE": "car", "BANK": "account", "HANDLE": "account",
    "ORG": "organisation", "PLACE": "town",
}  # fmt: skip


def roles(people: Sequence[Person]) -> dict[str, str]:
    """Return the role word of each placeholder whose role the note gives."""
    return {person.placeholder: person.role for person in people if person.role}


def render(text: str, role_of: Mapping[str, str]) -> str:
    """Return a text with role words, or words for the kind, in place of its placeholders."""
    return PLACEHOLDER.sub(lambda m: role_of.get(m.group()) or _WORD_FOR[m.group(1)], text)
