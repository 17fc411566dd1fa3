"""What the docs say is run: commands, figures, links, and a line for everything there is."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from unccd_kg import cli, recipes
from unccd_kg.resources import folder, home

README = home() / "README.md"
ACCURACY = home() / "docs" / "accuracy.md"
PAGES = [home() / name for name in ("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md")]
PAGES += [ACCURACY, folder("ingest") / "README.md"]
CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def commands() -> list[str]:
    blocks = CODE.findall(README.read_text(encoding="utf-8"))
    return [
        line
        for name, block in blocks
        if not name
        for line in block.splitlines()
        if line.startswith("unccd-kg ")
    ]


def run(command: str, folder_: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)[1:]
    return subprocess.run(
        [sys.executable, "-m", "unccd_kg", *words],
        cwd=folder_,
        env={**os.environ, "COLUMNS": "90", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of the README can run without touching the checkout."""
    here = tmp_path_factory.mktemp("checkout")
    for name in ("documents", "tests"):
        (here / name).symlink_to(home() / name)
    done = run("unccd-kg ingest documents", here)
    assert done.returncode == 0, done.stderr
    return here


@pytest.mark.parametrize("command", commands())
def test_readme_commands_work(command: str, checkout: Path) -> None:
    done = run(command, checkout)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_answer_in_the_readme_is_the_answer(checkout: Path) -> None:
    shown = README.read_text(encoding="utf-8")
    done = run("unccd-kg query asked-of-institution --param institution=gm --format csv", checkout)
    quotes = re.findall(r"“(一些缔约方鼓励[^”<]+)”", shown)
    assert quotes
    assert all(quote in done.stdout for quote in quotes)


def test_the_figures_in_the_docs_are_current(checkout: Path) -> None:
    done = run("unccd-kg evaluate tests/gold/iccd-cric-23-l.7.zh.jsonl", checkout)
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")
    assert printed in ACCURACY.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "column"), [("cric-99-item-2b", 3), ("cric-99-item-3", 5), ("cric-99-item-4a", 7)]
)
def test_the_figures_of_carrying_over_are_current(checkout: Path, name: str, column: int) -> None:
    done = run(f"unccd-kg ingest tests/golden/{name}.zh.txt", checkout)
    assert done.returncode == 0, done.stderr
    done = run(f"unccd-kg evaluate tests/golden/{name}.zh.jsonl --json", checkout)
    scores = json.loads(done.stdout)["scores"]
    table = ACCURACY.read_text(encoding="utf-8").partition("## How it carries over")[2]
    rows = [line.split("|") for line in table.splitlines() if line.count("|") == 8]
    shown = {row[1].strip(): row[column].strip() for row in rows[2:]}
    assert shown == {field: f"{scores[field]['f1']:.3f}" for field in shown}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_everything_has_a_line_in_the_docs() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    names = [*cli.cli.commands, *recipes.names(folder("ingest"))]
    names += [path.stem for path in folder("queries").glob("*.rq")]
    assert [
        name for name in names if f"`{name}`" not in text and f"unccd-kg {name}" not in text
    ] == []
