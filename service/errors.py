"""Refusals as facts: each has a status, a code for programs and plain words for people."""

import re

CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


def code_of(refusal: Exception) -> str:
    """Return the fixed word for a refusal: its own code, or its name."""
    code = getattr(refusal, "code", None)
    if isinstance(code, str) and CODE.fullmatch(code):
        return code
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(refusal).__name__).lower()[:40]


class Refusal(Exception):
    """Something the service will not do, and what the person can do about it."""

    status = 400
    code = "refused"
    message = "This cannot be done."

    def __init__(self, code: str | None = None, message: str | None = None) -> None:
        if code is not None:
            self.code = code
        if message is not None:
            self.message = message
        super().__init__(self.code)


class StartRefused(Refusal):
    """The service does not start, because starting could lose or expose something."""

    status = 500
    code = "start_refused"


class BadVisit(Refusal):
    """The pasted visit cannot be taken as it is: `field` names the form field to point at."""

    status = 422
    code = "bad_visit"

    def __init__(self, code: str, message: str, field: str = "note") -> None:
        super().__init__(code, message)
        self.field = field


class SubmissionChanged(Refusal):
    """The same submission came twice with different words."""

    status = 422
    code = "submission_changed"
    message = (
        "This form was already sent with different words. The first note is safe. "
        "Open a new form to send another."
    )


class NotSignedIn(Refusal):
    """Nobody is signed in, or the session has ended."""

    status = 401
    code = "not_signed_in"
    message = "Sign in to carry on. You may have been signed out because you were away."


class SignInRefused(Refusal):
    """The username and password do not belong together."""

    status = 403
    code = "sign_in_refused"
    message = "The username or password is not right."


class TooManyAttempts(Refusal):
    """Too many failed sign-ins in a short time."""

    status = 429
    code = "too_many_attempts"
    message = "Too many attempts to sign in. Wait 15 minutes, then try again."


class NotAllowed(Refusal):
    """The person's role does not include this."""

    status = 403
    code = "not_allowed"
    message = "Your role does not include this page."


class ForgedRequest(Refusal):
    """The request does not carry the token of the page it should come from."""

    status = 403
    code = "forged_request"
    message = "This page is out of date. Go back, load it again and try once more."


class NotFound(Refusal):
    """It is not there, or not this person's to see: both look the same."""

    status = 404
    code = "not_found"
    message = "We cannot find that."


class AlreadySignedOff(Refusal):
    """The case note was signed before."""

    status = 409
    code = "already_signed_off"
    message = "This case note has already been signed off. It cannot be changed."


class NotPrepared(Refusal):
    """The visit has no draft yet."""

    status = 409
    code = "not_prepared"
    message = "The draft of this visit is not ready yet."


class ChangedMeanwhile(Refusal):
    """Somebody else saved a newer version first."""

    status = 409
    code = "changed_meanwhile"
    message = "This was changed while you were looking at it. Load it again to see the change."


class ReasonNeeded(Refusal):
    """A change of outcome or a hand-back has no reason."""

    status = 422
    code = "reason_needed"
    message = "Enter a reason."


class UnknownOutcome(Refusal):
    """The outcome is not one of the three."""

    status = 422
    code = "unknown_outcome"
    message = "Choose one of the three outcomes."


class AlreadyPickedUp(Refusal):
    """Somebody else has the task."""

    status = 409
    code = "already_picked_up"
    message = "Somebody else has already picked up this task."


class NotYourTask(Refusal):
    """The task is not picked up by this person."""

    status = 409
    code = "not_your_task"
    message = "You have not picked up this task."


class NothingToRetry(Refusal):
    """The preparation has not failed, so there is nothing to try again."""

    status = 409
    code = "nothing_to_retry"
    message = "The preparation of this visit has not failed."


class PreparationRefused(Refusal):
    """A step of the line would not take the note; trying the same again would not help."""

    status = 422
    code = "preparation_refused"
    message = "The note could not be prepared."


class ServiceBusy(Refusal):
    """The database did not become free in time; nothing was stored."""

    status = 503
    code = "service_busy"
    message = "The service is busy. Nothing was saved. Wait a moment, then try again."


class StorageFull(ServiceBusy):
    """There is no room left to store anything; nothing was stored."""

    code = "storage_full"
    message = (
        "There is no room left to store this, so nothing was saved. Keep a copy of what you "
        "typed, and tell the people who run the service."
    )


class Unreadable(Refusal):
    """A sealed value does not open: it was moved, changed or its key is gone."""

    status = 500
    code = "sealed_value_unreadable"
    message = "This record cannot be opened. Tell the people who run the service."


class Fenced(Exception):
    """A worker finished after its work item was given to another: its result is thrown away."""
