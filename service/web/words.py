"""How values read on a page: dates, times, roles and counts in plain words."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
ROLES = {
    "practitioner": "Practitioner",
    "manager": "Manager",
    "business_support": "Business support",
    "governance_lead": "Governance lead",
    "administrator": "Administrator",
}
OUTCOMES = {
    "social_worker_only": "Social worker only",
    "delegable": "Business support can do this",
    "automatable": "Can be automated",
}
OUTCOME_COLOURS = {
    "social_worker_only": "govuk-tag--orange",
    "delegable": "govuk-tag--green",
    "automatable": "govuk-tag--blue",
}

ALREADY_RECORDED = (
    "You have recorded this very note before, so here it is: there is no second copy. "
    "If it was another visit, open a new form and say in the note what was different."
)


def day(value: date | datetime | None) -> str:
    """A date as people write it: 4 March 2026."""
    if value is None:
        return "Not given"
    local = value.astimezone(UK) if isinstance(value, datetime) else value
    return f"{local.day} {local:%B %Y}"


def moment(value: datetime | None) -> str:
    """A moment as people say it: 4 March 2026 at 2:05pm."""
    if value is None:
        return "Not yet"
    local = value.astimezone(UK)
    hour = local.hour % 12 or 12
    return f"{day(value)} at {hour}:{local:%M}{'am' if local.hour < 12 else 'pm'}"  # noqa: PLR2004


def role_words(roles: Collection[str]) -> str:
    """A person's roles as they read on a page."""
    return ", ".join(words for role, words in ROLES.items() if role in roles)


def outcome_words(outcome: Any) -> str:
    """An outcome in the words people act on."""
    return OUTCOMES[str(outcome)]


def outcome_colour(outcome: Any) -> str:
    """The tag colour of an outcome."""
    return OUTCOME_COLOURS[str(outcome)]


def service_words(service: Any) -> str:
    """Which service a visit belongs to."""
    services = {"children": "Children’s services", "adults": "Adult social care"}
    return services.get(str(service), "No service given")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 task, 2 tasks."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


FILTERS: dict[str, Callable[..., str]] = {
    "day": day,
    "moment": moment,
    "role_words": role_words,
    "outcome_words": outcome_words,
    "outcome_colour": outcome_colour,
    "service_words": service_words,
    "counted": counted,
}
