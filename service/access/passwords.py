"""Passwords of local accounts: only their argon2 hash is kept."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

HASHER = PasswordHasher()


def new_password() -> str:
    """Return a password nobody guesses, in groups that can be typed."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))


def hash_password(password: str) -> str:
    """Return what is kept of a password."""
    return HASHER.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Say whether a password belongs to a hash, taking as long where there is no account."""
    try:
        HASHER.verify(password_hash or nobodys_hash(), password)
    except VerifyMismatchError:
        return False
    return password_hash is not None


@cache
def nobodys_hash() -> str:
    """Return the hash of a password nobody knows."""
    return HASHER.hash(secrets.token_urlsafe(32))
