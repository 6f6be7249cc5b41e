"""How often a sign-in may fail: counted in our own database, before the password is looked at."""

import hashlib
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from service import clock
from service.errors import TooManyAttempts
from service.tables.sign_in_attempt import SignInAttempt

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)


def count_attempt(session: Session, username: str, most: int) -> UUID:
    """Write down an attempt as failed until proved right, so that a crash counts as a failure.

    Raises:
        TooManyAttempts: this username failed too often in the last quarter of an hour.
    """
    now, username_hash = clock.now(), hashlib.sha256(username.encode("utf-8", "replace")).digest()
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - KEPT))
    of_username = SignInAttempt.username_hash == username_hash
    last_success = session.scalar(
        select(func.max(SignInAttempt.at)).where(of_username, SignInAttempt.succeeded)
    )
    since = max(now - WINDOW, last_success) if last_success else now - WINDOW
    failed = session.scalar(
        select(func.count())
        .select_from(SignInAttempt)
        .where(of_username, SignInAttempt.at > since, SignInAttempt.succeeded.is_(False))
    )
    if (failed or 0) >= most:
        raise TooManyAttempts
    attempt = SignInAttempt(id=uuid4(), username_hash=username_hash, at=now, succeeded=False)
    session.add(attempt)
    return attempt.id
