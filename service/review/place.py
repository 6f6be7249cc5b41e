"""A practitioner gives sentences that wait for a heading their place, in one version."""

import copy
from collections.abc import Mapping
from typing import Any

from models.drafting.placement import PLEASE_PLACE
from service.access.desk import Desk
from service.errors import Refusal
from service.review.correct import (
    add_version,
    find_heading,
    find_sentence,
    put_in_note_order,
    refuse_closed,
    set_aside,
)
from service.review.layout import keyed
from service.review.opened import OpenedVisit
from service.tables.case_note import CaseNote
from service.web.form import Form

FIELD = "heading-"
TAKE_OUT = "take-out"
# A form holds so many fields at most; what does not fit is shown after the first are placed.
SHOWN_AT_MOST = 200


class NothingPlaced(Refusal):
    """No heading was chosen for any sentence."""

    status = 422
    code = "nothing_placed"
    message = "Choose a heading for at least one sentence."


def read_choices(form: Form) -> dict[str, str]:
    """Read the heading chosen for each sentence; one without a choice is left out."""
    return {
        name.removeprefix(FIELD): form.words(name)
        for name in form.values
        if name.startswith(FIELD) and form.words(name)
    }


def place(
    desk: Desk, opened: OpenedVisit, version: int, chosen: Mapping[str, str], rest: str = ""
) -> CaseNote:
    """Write the next version with each chosen sentence under its heading, in the note's order.

    A flag stays: to place a sentence is not yet to have checked it.

    Raises:
        AlreadySignedOff: the record is closed.
        ChangedMeanwhile: a newer version exists.
        NothingPlaced: there is nothing to do.
        NotFound: this version has no such sentence or heading.
    """
    refuse_closed(opened, version)
    body = copy.deepcopy(opened.body)
    headings: list[dict[str, Any]] = body["draft"]["headings"]
    wanted = (dict.fromkeys(waiting(headings), rest) if rest else {}) | dict(chosen)
    if not wanted:
        raise NothingPlaced
    # Every sentence is found before any moves: a key is where a sentence stands.
    found = [(*find_sentence(headings, key), where) for key, where in wanted.items()]
    moves = [(heading, heading["sentences"][number], where) for heading, number, where in found]
    for heading, sentence, where in moves:
        heading["sentences"] = [other for other in heading["sentences"] if other is not sentence]
        if where == TAKE_OUT:
            set_aside(body, sentence)
        else:
            put_in_note_order(find_heading(body, where), sentence)
    return add_version(desk, opened, body)


def waiting(headings: list[dict[str, Any]]) -> list[str]:
    """Return the keys of the sentences that wait for a heading."""
    return [
        key
        for number, heading in enumerate(headings)
        if heading["key"] == PLEASE_PLACE
        for key, _ in keyed(heading["sentences"], number)
    ]
