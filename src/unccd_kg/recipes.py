"""Finds and loads the recipes of ``ingest/``: one Python file and one TOML file a kind of document.

The Python file maps the utterances of a paragraph to statements; the TOML file says what a
healthy run looks like, so that a silent shrink is reported.
"""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from unccd_kg.errors import KgError, UsageError
from unccd_kg.language import Analysis
from unccd_kg.marks import Marks
from unccd_kg.model import Statement

__all__ = ["Health", "Recipe", "load", "names"]


class Mapping(Protocol):
    """What the Python file of a recipe defines."""

    def statements(self, analysis: Analysis, marks: Marks) -> Iterator[Statement]:
        """The statements of one paragraph, in order."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a healthy document of this kind looks like.

    ``paragraphs`` are the least and the most paragraphs of a document, ``statements`` the least
    and the most statements a paragraph on average, ``unclassified`` the largest share of
    sentences without a statement.
    """

    paragraphs: tuple[int, int]
    statements: tuple[float, float]
    unclassified: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """A kind of document: its name, its mapping, its health, the concept of its type."""

    name: str
    document_type: str
    mapping: Mapping
    health: Health


def names(folder: Path) -> list[str]:
    """The recipes in a folder.

    >>> from unccd_kg.resources import folder
    >>> "conclusions" in names(folder("ingest"))
    True
    """
    return sorted(path.stem for path in folder.glob("*.toml"))


def load(name: str, folder: Path) -> Recipe:
    """Load a recipe; raises :class:`UsageError` where there is none of that name.

    >>> from unccd_kg.resources import folder
    >>> load("conclusions", folder("ingest")).document_type
    'conclusions'
    """
    if name not in names(folder):
        raise UsageError(
            f"no recipe '{name}'", hint=f"recipes: {', '.join(names(folder)) or 'none'}"
        )
    path = folder / f"{name}.toml"
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        health = settings["health"]
        return Recipe(
            name=name,
            document_type=settings["document_type"],
            mapping=_import(folder / f"{name}.py"),
            health=Health(
                tuple(health["paragraphs"]), tuple(health["statements"]), health["unclassified"]
            ),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise KgError(f"not a recipe: {error}", where=str(path)) from error


def _import(path: Path) -> Mapping:
    """Import a file by its path; a module that raises leaves no trace in ``sys.modules``."""
    name = f"unccd_kg_ingest_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise KgError("the recipe has no Python file", where=str(path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return cast("Mapping", module)
