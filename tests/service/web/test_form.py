import pytest
from starlette.requests import Request

from service.web.form import CannotBeRead, read_form


def sent(body: bytes, kind: str) -> Request:
    headers = [(b"content-type", kind.encode())]
    return Request({"type": "http", "headers": headers, "state": {"sent_body": body}})


@pytest.mark.parametrize("body", [b"[" * 400_000, b'{"a":' * 100_000, b"9" * 5_000, b"{"])
def test_json_that_cannot_be_read_is_refused_however_deep_it_is(body: bytes) -> None:
    with pytest.raises(CannotBeRead):
        read_form(sent(body, "application/json"))
