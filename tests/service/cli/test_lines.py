import json

import pytest

from models.limits import NoteRefused
from service.cli.lines import (
    EVERY_INPUT_PROCESSED,
    SOME_INPUT_REFUSED,
    Item,
    answer_each,
    read_items,
)
from service.errors import code_of


class NoteTooStrange(Exception):
    pass


def shout(item: Item) -> Item:
    if item["text"] == "strange":
        raise NoteTooStrange(item["text"])
    return {"id": item.get("id"), "text": item["text"].upper()}


def written(capsys: pytest.CaptureFixture[str]) -> list[Item]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_gets_one_object_in_the_same_order(capsys: pytest.CaptureFixture[str]) -> None:
    items = read_items(b'{"id": 1, "text": "a"}\n\n{"id": "two", "text": "b"}\n', "-", jsonl=True)
    assert answer_each(items, shout, (NoteTooStrange,)) == EVERY_INPUT_PROCESSED
    assert written(capsys) == [{"id": 1, "text": "A"}, {"id": "two", "text": "B"}]


def test_a_refused_line_keeps_its_place_and_the_rest_still_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = b'{"id": 1, "text": "strange"}\n{"id": 2, "text": "b"}'
    status = answer_each(read_items(content, "-", jsonl=True), shout, (NoteTooStrange,))
    refused, answered = written(capsys)
    assert status == SOME_INPUT_REFUSED
    assert refused["id"] == 1
    assert refused["error"]["code"] == "note_too_strange"
    assert "strange" not in refused["error"]["message"]
    assert answered == {"id": 2, "text": "B"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"not json", "not_json"),
        (b"[1]", "no_text"),
        (b'{"id": 1}', "no_text"),
        (b'{"text": 4}', "no_text"),
        (b'{"text": "\xff"}', "not_utf8"),
        (b'{"id": NaN, "text": "a"}', "not_json"),
        (b'{"id": 1e999, "text": "a"}', "not_json"),
        (b'{"text": "a", "k": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not_json"),
        (b'{"id": ' + b"9" * 6_000 + b', "text": "a"}', "not_json"),
    ],
)
def test_a_line_that_is_no_note_is_refused_by_name(
    line: bytes, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = answer_each(read_items(line, "-", jsonl=True), shout, (NoteTooStrange,))
    assert status == SOME_INPUT_REFUSED
    assert [item["error"]["code"] for item in written(capsys)] == [code]


def test_a_refused_line_keeps_the_id_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    answer_each(read_items(b'{"id": "n", "text": 4}', "-", jsonl=True), shout, (NoteTooStrange,))
    answer_each(read_items(b"\xff", "visit.txt", jsonl=False), shout, (NoteTooStrange,))
    assert [item["id"] for item in written(capsys)] == ["n", "visit"]


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it() -> None:
    content = b'\xef\xbb\xbf{"text": "a"}\r\n'
    assert list(read_items(content, "-", jsonl=True)) == [{"text": "a"}]


def test_a_plain_file_is_one_input_named_after_the_file() -> None:
    assert list(read_items(b"hello\n", "visit.txt", jsonl=False)) == [
        {"id": "visit", "text": "hello\n"}
    ]


def test_a_fault_that_is_no_refusal_ends_the_command() -> None:
    items = read_items(b'{"text": "strange"}', "-", jsonl=True)
    with pytest.raises(NoteTooStrange):
        answer_each(items, shout, (NoteRefused,))


def test_a_refusal_without_a_code_of_its_own_is_named_after_its_class() -> None:
    assert code_of(NoteTooStrange()) == "note_too_strange"
    assert code_of(NoteRefused("empty_note", "x")) == "empty_note"
