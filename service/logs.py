"""What the service writes to its log: events, ids and codes, to standard error."""

import logging
import sys

import structlog

# These log what passes through them at DEBUG; nothing an operator sets may switch that on.
CHATTY = ("sqlalchemy", "presidio-analyzer", "alembic", "python_multipart", "multipart")


def set_up_logs(level: str) -> None:
    """Send every log line to standard error, as one line of JSON."""
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
