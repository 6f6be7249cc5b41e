"""The verbs that operate the service: serve, worker, migrate, people, audit, backup and restore."""

import argparse
from pathlib import Path

from service import commands
from service.cli.lines import EVERY_INPUT_PROCESSED
from service.settings import Settings, read_settings

CHAIN_BROKEN = 1


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the product until interrupted."""
    return commands.serve(settings_of(arguments))


def run_worker(arguments: argparse.Namespace) -> int:
    """Prepare waiting notes until asked to stop."""
    return commands.work(settings_of(arguments))


def run_migrate(arguments: argparse.Namespace) -> int:
    """Bring the database to the newest shape."""
    commands.migrate(settings_of(arguments))
    return EVERY_INPUT_PROCESSED


def run_person_add(arguments: argparse.Namespace) -> int:
    """Add a person and print their password, once."""
    password = commands.add_person(
        settings_of(arguments), arguments.username, arguments.name, arguments.role, arguments.team
    )
    print(f"{arguments.username} signs in with: {password}")
    return EVERY_INPUT_PROCESSED


def run_audit_verify(arguments: argparse.Namespace) -> int:
    """Verify the audit chains and name the first broken link of each that does not hold."""
    broken = commands.verify_audit(settings_of(arguments))
    for link in broken:
        print(link)
    if not broken:
        print("Every audit chain holds.")
    return CHAIN_BROKEN if broken else EVERY_INPUT_PROCESSED


def run_backup(arguments: argparse.Namespace) -> int:
    """Copy the database, whole and encrypted."""
    commands.backup(settings_of(arguments), Path(arguments.path))
    return EVERY_INPUT_PROCESSED


def run_restore(arguments: argparse.Namespace) -> int:
    """Put a backup in place of the database."""
    commands.restore(settings_of(arguments), Path(arguments.path))
    return EVERY_INPUT_PROCESSED


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Read the settings; no operating verb takes any of its own."""
    del arguments
    return read_settings()
