"""Parsers that a file may trap (a page that unpacks without end), in a process with bounded memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from attrib.errors import InputError
from attrib.inputs.extract import Link, Part, Piece

SECONDS = 60
MEMORY = 1536 * 2**20
"""Bytes of address space; reading a file of 300 pages takes a third of it."""


def parts(module: str, data: bytes, path: str, kind: str) -> tuple[Part, ...]:
    """The parts that ``module.parts(data)`` finds, made in a process of its own.

    Raises InputError with what `module` says of a file it cannot read, and for one that takes too much.
    """
    try:
        ended = subprocess.run(
            [sys.executable, "-m", __name__, module], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{path}: reading it took more than {SECONDS} s; it is damaged, or no bulletin") from None
    if ended.returncode == 0:
        return tuple(_part(one) for one in json.loads(ended.stdout))
    said = ended.stdout.decode("utf-8", "replace").strip()
    if ended.returncode == _CANNOT and said:
        raise InputError(f"{path}: {said}")
    raise InputError(f"{path}: is a damaged {kind} file, or takes too much memory to read; save the draft again")


_CANNOT = 3


def _main(module: str) -> int:
    from importlib import import_module

    _bound()
    try:
        found = import_module(module).parts(sys.stdin.buffer.read())
    except InputError as error:
        sys.stdout.buffer.write(str(error).encode("utf-8", "replace"))
        return _CANNOT
    sys.stdout.write(json.dumps(found))
    return 0


def _bound() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where only the time is bounded
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _part(fields: list[Any]) -> Part:
    """A part as JSON has it: its tuples are lists."""
    kind, pieces, label, links, remarks = fields
    return Part(kind, tuple(Piece(*p) for p in pieces), label, tuple(Link(*one) for one in links), tuple(remarks))


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
