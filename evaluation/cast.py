"""A cast: who the people of a scenario are in one rendering of it."""

from dataclasses import dataclass, replace
from typing import Literal

Gender = Literal["f", "m"]
PRONOUNS: dict[str, tuple[str, str]] = {
    "he": ("she", "he"),
    "him": ("her", "him"),
    "his": ("her", "his"),
    "hers": ("hers", "his"),
    "himself": ("herself", "himself"),
}
NAME_FORMS = ("full", "first", "last", "formal", "lower", "initials")


@dataclass(frozen=True)
class Person:
    """One person: a name of some origin and a gender, from which every form follows."""

    forename: str
    surname: str
    gender: Gender
    origin: str

    def form(self, wanted: str) -> str:
        """Return a name form or a pronoun; a capital first letter asks for one."""
        if wanted in NAME_FORMS:
            return self.name(wanted)
        woman, man = PRONOUNS[wanted.lower()]
        word = woman if self.gender == "f" else man
        return word.capitalize() if wanted[0].isupper() else word

    def name(self, wanted: str) -> str:
        """Return the name in one of its forms."""
        forms = {
            "full": f"{self.forename} {self.surname}",
            "first": self.forename,
            "last": self.surname,
            "formal": f"{'Ms' if self.gender == 'f' else 'Mr'} {self.surname}",
            "lower": self.forename.lower(),
            "initials": f"{self.forename[0]}{self.surname[0]}".upper(),
        }
        return forms[wanted]

    def is_name(self, wanted: str) -> bool:
        """Say whether a form shows the name."""
        return wanted in NAME_FORMS

    def other_gender(self, forename: str) -> "Person":
        """Return the same person with the other gender and a forename of the same origin."""
        return replace(self, forename=forename, gender="m" if self.gender == "f" else "f")


Cast = dict[str, Person]
