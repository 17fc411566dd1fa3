"""Files are read as text with a message where they are none, and written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from unccd_kg.errors import UsageError

__all__ = ["read_text", "write_whole"]


def read_text(path: Path) -> str:
    """The text of a small file of a user's; raises :class:`UsageError` where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        what = f"not UTF-8 text: byte 0x{error.object[error.start]:02x} cannot stand here"
        raise UsageError(
            what, where=str(path), hint="check that this is the file you mean"
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that no half file is ever seen.

    Raises :class:`OSError` where it cannot be written; what was there before stays. A device
    (``/dev/stdout``) is written straight.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            device.write(data)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    """The permissions that this process takes from new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
