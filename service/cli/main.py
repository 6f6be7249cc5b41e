"""The `recordwell` command: reads what was typed and calls the one function for it."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from guidance.library import GuidanceRefused
from service.cli.lines import ARGUMENTS_UNUSABLE
from service.errors import Refusal

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 (it has no public name)

# Each verb's module is imported when it is asked for: `recordwell --help` must not load torch.
VERBS = {
    "redact": "service.cli.notes:run_redact",
    "prepare": "service.cli.notes:run_prepare",
    "triage": "service.cli.notes:run_triage",
    "guidance check": "service.cli.guidance:run_check",
    "guidance preview": "service.cli.guidance:run_preview",
    "guidance explain": "service.cli.guidance:run_explain",
    "serve": "service.cli.operate:run_serve",
    "worker": "service.cli.operate:run_worker",
    "migrate": "service.cli.operate:run_migrate",
    "person add": "service.cli.operate:run_person_add",
    "audit verify": "service.cli.operate:run_audit_verify",
    "backup": "service.cli.operate:run_backup",
    "restore": "service.cli.operate:run_restore",
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 2 unusable, 3 some input refused."""
    typed = list(sys.argv[1:] if words is None else words)
    if typed[:1] == ["evaluate"]:
        return evaluate(typed[1:])
    arguments = build_parser().parse_args(typed)
    module, function = VERBS[arguments.verb].split(":")
    try:
        status: int = getattr(import_module(module), function)(arguments)
    except OSError as fault:
        # The name is what was typed; what the file holds is never printed.
        print(f"recordwell: {fault.strerror}: {fault.filename}", file=sys.stderr)
        return ARGUMENTS_UNUSABLE
    except (Refusal, GuidanceRefused) as refused:
        print(f"recordwell: {getattr(refused, 'message', refused)}", file=sys.stderr)
        return ARGUMENTS_UNUSABLE
    return status


def evaluate(words: Sequence[str]) -> int:
    """Hand over to the evaluation harness, which stands beside the service and not inside it."""
    run: int = import_module("evaluation.__main__").main(words)
    return run


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every verb."""
    parser = argparse.ArgumentParser(
        prog="recordwell", description="Case recording and admin triage for social work."
    )
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    add_note_verbs(verbs)
    add_guidance_verbs(verbs)
    add_operating_verbs(verbs)
    verbs.add_parser("evaluate", help="measure the product, or another system's outputs")
    return parser


def add_verb(verbs: "Verbs", name: str, *, key: str, help_line: str) -> argparse.ArgumentParser:
    """Add one verb, remembering which function runs it."""
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=help_line, description=help_line)
    verb.set_defaults(verb=key)
    return verb


def add_note_verbs(verbs: "Verbs") -> None:
    """Add the verbs that take notes."""
    for name, help_line in (
        ("redact", "hide the personal data of notes"),
        ("prepare", "redact, draft, find tasks and triage them"),
        ("triage", "say who may do one task of a note, and by which rule"),
    ):
        verb = add_verb(verbs, name, key=name, help_line=help_line)
        verb.add_argument(
            "--jsonl",
            action="store_true",
            required=name == "triage",
            help="the file holds JSON Lines",
        )
        verb.add_argument("file", metavar="FILE", help="a UTF-8 file, or - for standard input")


def add_guidance_verbs(verbs: "Verbs") -> None:
    """Add the verbs for people who write the rules."""
    group = verbs.add_parser("guidance", help="check, preview and explain the written rules")
    actions = group.add_subparsers(required=True, metavar="ACTION")
    check = add_verb(
        actions, "check", key="guidance check", help_line="find faults in the written rules"
    )
    check.add_argument(
        "version",
        nargs="?",
        metavar="VERSION",
        help="a version or a YAML file; the newest without one",
    )
    check.add_argument("--triage", action="store_true", help="put every example through triage too")
    preview = add_verb(
        actions,
        "preview",
        key="guidance preview",
        help_line="show what a change of rules would move",
    )
    preview.add_argument("old", metavar="OLD", help="a version or a YAML file")
    preview.add_argument("new", metavar="NEW", help="a version or a YAML file")
    preview.add_argument(
        "--jsonl", dest="file", required=True, metavar="TASKS", help="tasks as JSON Lines"
    )
    explain = add_verb(
        actions,
        "explain",
        key="guidance explain",
        help_line="print a rule, its source and its examples",
    )
    explain.add_argument("rule", metavar="RULE_ID")


def add_operating_verbs(verbs: "Verbs") -> None:
    """Add the verbs that operate the service."""
    for name, help_line in (
        ("serve", "serve the product on 127.0.0.1, with its worker"),
        ("worker", "prepare waiting notes"),
        ("migrate", "bring the database to the newest shape"),
    ):
        add_verb(verbs, name, key=name, help_line=help_line)
    person = verbs.add_parser("person", help="people who work here")
    add = add_verb(
        person.add_subparsers(required=True, metavar="ACTION"),
        "add",
        key="person add",
        help_line="add a person",
    )
    add.add_argument("username")
    add.add_argument("--name", required=True, help="as it stands on a signed record")
    add.add_argument("--role", required=True, action="append", help="may be given more than once")
    add.add_argument("--team", help="the team's name; the first team without one")
    audit = verbs.add_parser("audit", help="the audit trail")
    add_verb(
        audit.add_subparsers(required=True, metavar="ACTION"),
        "verify",
        key="audit verify",
        help_line="verify the audit chains",
    )
    for name, help_line in (
        ("backup", "copy the database, whole and encrypted"),
        ("restore", "put a backup in place"),
    ):
        add_verb(verbs, name, key=name, help_line=help_line).add_argument("path", metavar="PATH")


def run() -> NoReturn:
    """Run as a program."""
    sys.exit(main())
