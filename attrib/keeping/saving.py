"""A file replaced whole: who is stopped in the middle, or has no room left, still has the old one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from attrib.errors import AttribError

if TYPE_CHECKING:
    from pathlib import Path


def replace(path: str | os.PathLike[str], data: bytes) -> None:
    """Put these bytes in place of a file, or into a new one; its mode stays, and a link still leads to it.

    The folder of a new one is made where it is not there. What is no file (a pipe, a terminal) is written to. Raises
    AttribError that names the path.
    """
    from pathlib import Path

    try:
        real = Path(path).resolve()
        _make_room(real.parent, path)
        if real.exists() and not real.is_file():
            real.write_bytes(data)
        else:
            _replace(real, data)
    except (OSError, ValueError) as error:
        raise AttribError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from None


def _make_room(folder: Path, path: str | os.PathLike[str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AttribError(f"{path}: its folder cannot be made: {error.strerror}") from None


def _replace(path: Path, data: bytes) -> None:
    import tempfile

    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".attrib-", suffix=".part")
    part = path.with_name(os.path.basename(name))
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
