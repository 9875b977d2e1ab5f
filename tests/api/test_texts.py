"""Every text a person sees exists in French and English, with the same values put in."""

from __future__ import annotations

import json
import re
import shutil
import string
import subprocess
from pathlib import Path

import pytest
import yaml

from api import problems
from api.cli.commands import app
from queries.catalogue import catalogue

API = Path(__file__).parents[2] / "api"
CATALOGUE = yaml.safe_load((API / "texts.yaml").read_text(encoding="utf-8"))


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_text_exists_in_both_languages_and_says_the_same_values(key: str) -> None:
    text = CATALOGUE[key]
    assert text.keys() == {"en", "fr"}
    assert slots(str(text["en"])) == slots(str(text["fr"]))


def test_every_text_that_is_asked_for_is_there_and_every_text_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in API.rglob("*.py"))
    asked = set(re.findall(r"""\bt\(\s*["']([a-z0-9.-]+)["']\s*[,)]""", code))
    assert asked - CATALOGUE.keys() == set()
    made = ("problem.", "outcome.", "unknown.", "basis.", "section.", "status.", "validate.", "verify.")
    made += ("export.", "review.")
    commands = tuple(f"{command.name}." for command in app.registered_commands)
    unused = {key for key in CATALOGUE.keys() - asked if not key.startswith((*made, *commands))}
    assert unused == set()


def test_every_problem_and_every_command_is_explained() -> None:
    for kind in problems.KINDS:
        assert {f"problem.{kind}.title", f"problem.{kind}.help"} <= CATALOGUE.keys()
    for command in app.registered_commands:
        assert {f"{command.name}.help", f"{command.name}.examples"} <= CATALOGUE.keys()


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed: the texts of the page are not read")
def test_the_page_has_all_its_texts_in_both_languages() -> None:
    script = (API / "web" / "i18n.js").read_text(encoding="utf-8")
    table = script[script.index("const TEXTS = ") : script.index("const listeners")]
    given = subprocess.run(
        ["node", "-e", table + "\nconsole.log(JSON.stringify(TEXTS))"], capture_output=True, text=True, check=True
    )
    texts = json.loads(given.stdout)
    assert all(text.keys() == {"fr", "en"} for text in texts.values())
    assert all(slots(text["fr"]) == slots(text["en"]) for text in texts.values())
    pages = [path.read_text(encoding="utf-8") for path in (API / "web").iterdir() if path.suffix in {".js", ".html"}]
    asked = set(re.findall(r'\bt\("([a-z.]+)"|data-text="([a-z.]+)"', "\n".join(pages)))
    assert {first or second for first, second in asked} - texts.keys() == set()
    assert {f"group.{question.group}" for question in catalogue().questions.values()} <= texts.keys()
