"""Where the top folders are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

__all__ = ["folder", "home"]

_PACKAGE = Path(__file__).resolve().parent


def home() -> Path:
    """The folder that holds ``ontology/``, ``ingest/``, ``shapes/``, ``queries/``, ``documents/``.

    >>> (home() / "ontology" / "unccd.ttl").is_file()
    True
    """
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parents[1]


def folder(name: str) -> Path:
    """One of the top folders, by name.

    >>> folder("queries").name
    'queries'
    """
    return home() / name
