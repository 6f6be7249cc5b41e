"""The most a person may send at once; more is refused with a page, never a broken connection."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.web.problem import problem

BYTES_AT_MOST = 1_000_000
# A browser shows our page only once it has sent everything, so more is read and dropped.
BYTES_DROPPED_AT_MOST = 16_000_000


class BodyLimit:
    """Reads the whole body before the request goes on, and answers 413 when it is too long."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body, or refuse it."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        body, size = await read_up_to_limit(receive)
        if size > BYTES_AT_MOST:
            await too_long(scope, receive, send)
            return
        # A body can be read once: the form's token and its fields are read by different people.
        scope.setdefault("state", {})["sent_body"] = body
        pending = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return pending.pop() if pending else await receive()

        await self.app(scope, replay, send)


async def read_up_to_limit(receive: Receive) -> tuple[bytes, int]:
    """Return the body, empty when it is over the limit, and how many bytes came."""
    parts: list[bytes] = []
    size = 0
    more = True
    while more and size <= BYTES_DROPPED_AT_MOST:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        part = message.get("body", b"")
        size += len(part)
        if size <= BYTES_AT_MOST:
            parts.append(part)
        more = message.get("more_body", False)
    return b"".join(parts), size


async def too_long(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 413 in words."""
    answer = problem(
        Request(scope, receive),
        413,
        code="too_much_text",
        heading="That is too much text to send at once",
        paragraphs=(
            "A visit note can hold up to 40,000 characters, and what you sent is far longer.",
            "Nothing was kept. Use your browser’s Back button: your text should still be in the "
            "box. Split it into one note for each visit.",
        ),
    )
    await answer(scope, receive, send)
