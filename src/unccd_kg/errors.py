"""Errors for people: what is wrong, where, and what to do about it.

Every error raised on purpose derives from :class:`KgError` and carries the exit code of the
command line: 1 findings, 2 usage, 3 data or store.
"""

from __future__ import annotations

__all__ = ["DocumentError", "FindingsError", "KgError", "StoreError", "UsageError"]


class KgError(Exception):
    """Root of all errors of this package; prints as ``place: what; what to do``.

    >>> print(KgError("nothing to read", where="notes.txt, line 3", hint="give a UN text"))
    notes.txt, line 3: nothing to read
      → give a UN text
    """

    exit_code = 3

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  → {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class UsageError(KgError):
    """The call asks for something that does not exist: a recipe, a query, a parameter."""

    exit_code = 2


class DocumentError(KgError):
    """A file cannot be read as a document, or reading on would give a wrong graph."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class FindingsError(KgError):
    """A check ran to its end and found something: validation findings, missing rows."""

    exit_code = 1
