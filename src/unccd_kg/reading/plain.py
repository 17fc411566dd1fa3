"""Bytes to text: strict UTF-8, NFC, one kind of line break."""

from __future__ import annotations

import re
import unicodedata

from unccd_kg.errors import DocumentError

__all__ = ["decode", "detect_language"]

_SIGNATURES = {b"%PDF": "a PDF", b"PK\x03\x04": "a Word or ZIP", b"\xd0\xcf\x11\xe0": "an old Word"}
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def decode(data: bytes) -> str:
    r"""The text of a plain text file, in NFC, with ``\n`` as the only line break.

    Raises :class:`DocumentError` for an empty file, a binary file or another encoding.

    >>> decode("一\r\n二".encode())
    '一\n二'
    """
    if not data.strip():
        raise DocumentError("the file is empty", hint="give a file with the text of a document")
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise DocumentError(
                f"this is {kind} file, not plain text", hint="save it as UTF-8 text"
            )
    if b"\0" in data:
        raise DocumentError("this is a binary file, not plain text", hint="save it as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            f"not UTF-8: byte 0x{data[error.start]:02x} cannot stand here",
            where=f"line {line}",
            hint="save it as UTF-8, for example: iconv -f gb18030 -t utf-8 FILE > NEW",
        ) from error
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def detect_language(text: str) -> str:
    """The language tag of a text; so far Chinese is told from everything else.

    Raises :class:`DocumentError` where the text is not Chinese.

    >>> detect_language("一些缔约方强调，ICCD/CRIC(23)/6 号报告")
    'zh'
    """
    letters = len(_LETTER.findall(text))
    # A Chinese text with symbols and acronyms stays far above a fifth; Latin texts are at zero.
    if letters and len(_HAN.findall(text)) / letters > 0.2:
        return "zh"
    raise DocumentError(
        "the text is not Chinese, and no other language can be read yet",
        hint="give the Chinese version, or --language zh if it is Chinese all the same",
    )
