"""An opened service in its own folder, invented people, and a quick line in place of models."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from models.text import VisitNote
from service.access.people import add_person, make_organisation, make_team
from service.access.signed_in import SignedIn
from service.commands import open_service
from service.database import Database
from service.demo import ORGANISATION, PEOPLE, TEAM
from service.identity_vault.vault import Vault
from service.master_key import read_master_key
from service.recording.record_visit import record_visit
from service.recording.visit_form import VisitForm
from service.settings import Settings
from service.tables.membership import Membership, Role
from service.tables.person import Person
from service.tables.team import Team
from service.worker import Worker

NOTE = "Saw Tamsin Oakapple at home. Ring Tamsin Oakapple's school about the bus pass by Friday."
NAME = "Tamsin Oakapple"


@dataclass
class Opened:
    """Everything a test of the service works with."""

    settings: Settings
    database: Database
    vault: Vault
    passwords: dict[str, str]

    def person(self, role: Role = "practitioner") -> SignedIn:
        with self.database.read() as session:
            person, team = session.execute(
                select(Person, Team)
                .join(Membership, Membership.person_id == Person.id)
                .join(Team, Team.id == Membership.team_id)
                .where(Membership.role == role)
            ).one()
        return SignedIn(
            session_id=uuid4(),
            person_id=person.id,
            name=person.name,
            team_id=team.id,
            team_name=team.name,
            demo=True,
            roles=frozenset({role}),
            csrf_token="",
        )

    def record(self, note: str = NOTE, **form: Any) -> UUID:
        with self.database.write() as session:
            sent = form_of(note, **form)
            return record_visit(session, self.vault, self.person(), sent).id

    def worker(self, prepare: Any = None) -> Worker:
        return Worker(self.database, self.vault, prepare or quick_line)

    def reopened(self) -> "Opened":
        """Open the same folder anew, as a restarted process does."""
        return Opened(self.settings, *open_migrated(self.settings), self.passwords)


def form_of(note: str = NOTE, **fields: Any) -> VisitForm:
    return VisitForm(**({"submission_id": str(uuid4()), "note": note} | fields))


def opened_in(folder: Path, **settings: Any) -> Opened:
    template, passwords = template_folder()
    shutil.copytree(template, folder, dirs_exist_ok=True)
    chosen = Settings(data_folder=folder, **settings)
    return Opened(chosen, *open_migrated(chosen), passwords)


def open_migrated(settings: Settings) -> tuple[Database, Vault]:
    """Open a folder that needs no migration; looking for one takes most of a start's time."""
    master_key = read_master_key(settings)
    return Database(settings, master_key), Vault(master_key)


@cache
def template_folder() -> tuple[Path, dict[str, str]]:
    """Make one folder with a migrated database and its people; every test copies it."""
    folder = Path(mkdtemp(prefix="recordwell-test-"))
    database, _ = open_service(Settings(data_folder=folder))
    with database.write() as session:
        team = make_team(session, make_organisation(session, ORGANISATION, demo=True), TEAM)
        passwords = {
            username: add_person(session, team, username, name, [role])
            for username, name, role in PEOPLE
        }
    database.close()
    return folder, passwords


def quick_line(note: VisitNote) -> Mapping[str, Any]:
    """Give a contract-shaped answer without any model: one sentence and two tasks."""
    hidden = note.text.replace(NAME, "[PERSON_1]")
    rule = {"id": "R1", "version": "1", "title": "t", "basis": "b", "source": "s"}
    decision = {
        "outcome": "delegable",
        "rule": rule,
        "reason": "A letter or call.",
        "would_change_it": None,
        "confidence": 0.9,
        "who": "business_support",
        "reserved_to": None,
        "automation": None,
    }
    task = {"text": hidden, "restored_text": note.text, "start": 0, "end": len(note.text)}
    rest = {"owner": None, "due": None, "due_words": None}
    sentence = {
        "text": hidden,
        "restored_text": note.text,
        "spans": [[0, len(note.text)]],
        "kind": "observed",
        "speaker": None,
        "flags": [],
    }
    return {
        "schema": 1,
        "id": "",
        "redacted_text": hidden,
        "entities": [
            {"start": 4, "end": 19, "type": "PERSON", "placeholder": "[PERSON_1]", "score": 1.0}
        ],
        "draft": {
            "template": "other",
            "headings": [{"key": "visit", "title": "The visit", "sentences": [sentence]}],
            "not_recorded": ["views"],
            "set_aside": [],
        },
        "tasks": [
            task | decision | rest,
            task
            | decision
            | {"outcome": "social_worker_only", "rule": None}
            | rest
            | {"due": "2026-11-27"},
        ],
        "versions": {"recordwell": "0", "models": {}, "guidance": "2026-11"},
        "timings_ms": {"redact": 0, "draft": 0, "tasks": 0, "triage": 0, "total": 0},
    }
