"""What a number is when it stands beside a hidden person: a date of birth or a house number.

"Mark [3.11.91]", "Obi, [26/iv/61]", "Akhtar [no 15]".
"""

import re

from models.redaction.merge import Stretch

BIRTH_DATE = re.compile(
    r"""(?:,|[ ]\(|[ ]-)?[ ]?(?:\(?(?:aged?[ ])?\d{1,2}\)?(?:yrs?|y/?o)?,?[ ])?(?P<it>
    (?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2]|[ivx]{1,4})[./-]
    (?P<year>\d{4}|\d{2}))(?![\d/])""",
    re.IGNORECASE | re.VERBOSE,
)
HOUSE_NUMBER = re.compile(
    r"(?:,|[ ]at|[ ]\()?[ ](?P<it>no\.?[ ]?\d{1,4}[a-z]?)(?![\w:/]|[ ](?:of|in|kids|more))",
    re.IGNORECASE,
)
LATEST, OLDEST = 2012, 1915  # a later year beside a name is as often the date of a visit
THIS_CENTURY = 12
SCORE = 0.6


def beside_people(hidden: list[Stretch], text: str) -> list[Stretch]:
    """Return dates of birth and house numbers that stand straight after a hidden person."""
    found = []
    for one in hidden:
        if one.type != "PERSON":
            continue
        born = BIRTH_DATE.match(text, one.end)
        if born and _is_birth_year(born.group("year")):
            found.append(Stretch(*born.span("it"), "DOB", SCORE))
        house = HOUSE_NUMBER.match(text, one.end)
        if house:
            found.append(Stretch(*house.span("it"), "ADDRESS", SCORE))
    return found


def _is_birth_year(year: str) -> bool:
    number = int(year)
    if len(year) == len("91"):
        return number <= THIS_CENTURY or number > LATEST - 2000 + 20
    return OLDEST <= number <= LATEST
