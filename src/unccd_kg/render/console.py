"""Consoles, tables and JSON as all of the command line prints them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

__all__ = ["counted", "json_text", "progress", "stderr", "stdout", "table"]

_T = TypeVar("_T")


def stdout() -> Console:
    """Where results go."""
    return Console(highlight=False)


def stderr() -> Console:
    """Where progress and messages go."""
    return Console(stderr=True, highlight=False)


def table(*columns: str) -> Table:
    """A plain table whose cells fold instead of being cut."""
    plain = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        plain.add_column(column, overflow="fold")
    return plain


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "finding"), counted(0, "finding")
    ('1 finding', '0 findings')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def json_text(value: object) -> str:
    """JSON for machines: UTF-8 as it is, sorted keys left to the caller."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def progress(items: Iterable[_T], *, total: int) -> Iterator[_T]:
    """A progress bar on stderr, where that is a terminal."""
    console = stderr()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        yield from bar.track(items, total=total, description="reading")
