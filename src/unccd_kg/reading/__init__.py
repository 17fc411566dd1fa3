"""From a file to a :class:`~unccd_kg.model.Document`: bytes, lines, header, numbered paragraphs."""

from __future__ import annotations

import hashlib
from pathlib import Path

from unccd_kg.errors import DocumentError, KgError
from unccd_kg.model import Document
from unccd_kg.reading.header import read_header
from unccd_kg.reading.lines import split_lines
from unccd_kg.reading.masthead import find_masthead
from unccd_kg.reading.numbering import read_paragraphs
from unccd_kg.reading.plain import decode, detect_language

__all__ = ["read_bytes", "read_file"]


def read_file(path: Path, *, language: str | None = None) -> Document:
    """Read one file as a document.

    ``language`` overrides what the text looks like. Raises :class:`DocumentError` where the file
    cannot be read or its paragraphs are not numbered one by one.

    >>> from unccd_kg.resources import folder
    >>> document = read_file(folder("documents") / "002_84a1268ae149132a.txt")
    >>> document.header.symbol, len(document.paragraphs), document.language
    ('ICCD/CRIC(23)/L.7', 19, 'zh')
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(f"cannot be read: {reason}", where=str(path)) from error
    return read_bytes(data, source=path.name, language=language)


def read_bytes(data: bytes, *, source: str, language: str | None = None) -> Document:
    """Read the bytes of one file as a document; ``source`` names the file in messages.

    >>> read_bytes(b"", source="empty.txt")
    Traceback (most recent call last):
        ...
    unccd_kg.errors.DocumentError: empty.txt: the file is empty
      → give a file with the text of a document
    """
    try:
        text = decode(data)
        tag = language or detect_language(text)
        lines = split_lines(text)
        masthead = find_masthead(lines)
        paragraphs, regions, first = read_paragraphs(lines, masthead)
        header, head_regions = read_header(lines, first, masthead, tag)
    except KgError as error:
        error.where = f"{source}, {error.where}" if error.where else source
        raise
    return Document(
        source=source,
        language=tag,
        header=header,
        paragraphs=paragraphs,
        regions=head_regions + regions,
        digest=hashlib.sha256(data).hexdigest(),
    )
