"""What a report is written as: one module an ending, found by listing this folder.

A writer is a module with ``ENDINGS``, in lower case with their dots, and ``files(reports, target, options)``: the files
to write for the name that was asked for. It imports what it needs inside that function.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from attrib.errors import AttribError
from attrib.outputs import Options, Report
from attrib.values import NamedTuple


class File(NamedTuple):
    """A file to write: its path, which begins with that of the target, and its bytes.

    ``is_draft`` says that it holds the whole draft, and so may stand in its place.
    """

    path: str
    data: bytes
    is_draft: bool = False


class Writer(Protocol):
    """What a module of this folder offers. ``files`` raises AttribError where it cannot write these reports so."""

    ENDINGS: tuple[str, ...]

    def files(self, reports: Sequence[Report], target: str, options: Options) -> Iterable[File]: ...


def endings() -> tuple[str, ...]:
    """All endings that can be written; ``/`` is a folder."""
    return tuple(sorted(ending for writer in _writers() for ending in writer.ENDINGS))


def writer(target: str) -> Writer:
    """Who writes a file of that name, or a folder. Raises AttribError that names the endings there are."""
    name = f"{target}/" if Path(target).is_dir() else target.replace(os.sep, "/").lower()
    found = next((writer for writer in _writers() if name.endswith(writer.ENDINGS)), None)
    if found is None:
        known = ", ".join(ending for ending in endings() if ending != "/")
        raise AttribError(f"{target}: no report is written so; expected a name that ends in {known}, or a folder/")
    return found


def _writers() -> list[Writer]:
    names = sorted(entry.stem for entry in Path(__file__).parent.glob("*.py") if entry.stem != "__init__")
    return [cast(Writer, import_module(f"{__name__}.{name}")) for name in names]
