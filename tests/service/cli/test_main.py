import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli.main import VERBS, build_parser, main

RECORDWELL = Path(sys.executable).with_name("recordwell")
WORDS = {
    "redact": ["redact", "-"],
    "prepare": ["prepare", "-"],
    "triage": ["triage", "--jsonl", "-"],
    "guidance check": ["guidance", "check"],
    "guidance preview": ["guidance", "preview", "a", "b", "--jsonl", "-"],
    "guidance explain": ["guidance", "explain", "C001"],
    "serve": ["serve"],
    "worker": ["worker"],
    "migrate": ["migrate"],
    "person add": ["person", "add", "amy", "--name", "Amy", "--role", "manager"],
    "audit verify": ["audit", "verify"],
    "backup": ["backup", "copy"],
    "restore": ["restore", "copy"],
}


@pytest.mark.parametrize("verb", list(VERBS))
def test_every_verb_leads_to_a_function_that_is_there(verb: str) -> None:
    module, function = VERBS[verb].split(":")
    source = Path(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    assert f"\ndef {function}(" in source
    assert build_parser().parse_args(WORDS[verb]).verb == verb


def test_unusable_arguments_end_with_two() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["prepare"])
    assert ended.value.code == 2


def test_a_file_that_is_not_there_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guidance", "preview", "no", "no", "--jsonl", "no-such-file.jsonl"]) == 2
    assert capsys.readouterr().out == ""


def test_help_loads_no_model() -> None:
    code = "import sys, service.cli.main as m; m.build_parser(); print('torch' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_bad_setting_stops_the_command_and_shows_no_value(tmp_path: Path) -> None:
    environment = os.environ | {"RECORDWELL_PORTT": "secret-value"}
    ran = subprocess.run(
        [RECORDWELL, "migrate"],
        capture_output=True, text=True, check=False, env=environment, cwd=tmp_path,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "RECORDWELL_PORTT" in ran.stderr
    assert "secret-value" not in ran.stderr
