"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["write_whole"]


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
