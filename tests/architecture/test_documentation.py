import re
from pathlib import Path

import pytest

from service.cli.main import VERBS
from service.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_is_documented_in_its_own_words(name: str) -> None:
    description = Settings.model_fields[name].description
    assert description
    assert f"| `{PREFIX}{name.upper()}` |" in README
    assert description in README


def test_the_readme_documents_no_setting_that_is_not_there() -> None:
    written = set(re.findall(rf"\| `{PREFIX}(\w+)` \|", README))
    assert written == {name.upper() for name in Settings.model_fields}


def test_the_readme_names_the_two_commands() -> None:
    assert "\nmake serve\nmake test\n" in README


def test_every_file_the_readme_links_to_is_there() -> None:
    links = [li for li in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in li]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_the_readme_shows_is_one_the_parser_knows() -> None:
    shown = re.findall(r"^recordwell ([a-z]+(?: [a-z]+)?)", README, flags=re.MULTILINE)
    assert shown
    first_words = {verb.split()[0] for verb in VERBS} | {"evaluate"}
    assert [line for line in shown if line.split()[0] not in first_words] == []


def test_every_verb_of_the_makefile_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for verb in ("install", "serve", "test", "score", "bench", "train"):
        assert re.search(rf"^{verb}:.*## \w", makefile, flags=re.MULTILINE)
