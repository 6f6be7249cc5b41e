"""Names by origin for training the name finder.

Hand lists where Faker has none, Faker's where it has.
"""

import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path

import yaml

NAMES = Path(__file__).with_suffix(".yaml")


def _latin(name: str) -> bool:
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def _listed(provider: object, *names: str) -> list[str]:
    found: set[str] = set()
    for name in names:
        found |= {
            str(part)
            for part in getattr(provider, name, None) or ()
            if _latin(str(part)) and len(str(part)) > 1
        }
    return sorted(found)


@cache
def names_by_origin() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return (given names, family names) for every origin.

    Callers draw origins with equal weight.
    """
    stored = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    origins = [
        (tuple(lists["given"].split()), tuple(lists["family"].split()))
        for lists in stored["origins"].values()
    ]
    for locale in stored["faker_locales"].split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        given = _listed(provider, "first_names", "first_names_male", "first_names_female")
        family = _listed(provider, "last_names", "last_names_male", "last_names_female")
        if given and family:
            origins.append((tuple(given), tuple(family)))
    return tuple(origins)


@cache
def every_name() -> frozenset[str]:
    """Return every listed name part in lower case: words that must not stand as a non-name."""
    parts: set[str] = set()
    for given, family in names_by_origin():
        for name in (*given, *family):
            parts |= {part.casefold() for part in name.replace("-", " ").replace("'", " ").split()}
    return frozenset(parts)
