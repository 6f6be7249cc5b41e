"""What a failed preparation's code means, for the practitioner who waits for it."""

OTHERWISE = (
    "The note could not be prepared. It is stored and nothing is lost. "
    "Try again, or write the case note yourself."
)
FAILURE_WORDS = {
    "worker_lost": (
        "The preparation stopped several times. The note is stored and nothing is lost. "
        "Try again, or tell the people who run the service."
    ),
    "took_too_long": (
        "The preparation took too long and was stopped. The note is stored and nothing is lost. "
        "Try again, or split it into separate visits."
    ),
    "redaction_incomplete": (
        "Names could not be hidden safely, so no draft was made. The note is stored and nothing "
        "is lost."
    ),
    "sealed_value_unreadable": (
        "The stored note cannot be opened. Tell the people who run the service."
    ),
}


def words_for(code: str | None) -> str:
    """Return the plain words for a code."""
    return FAILURE_WORDS.get(code or "", OTHERWISE)
