"""Parsers that come with an extra: imported when a file needs them, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from attrib.errors import InputError


def parser(module: str, extra: str, path: str, kind: str) -> ModuleType:
    """The module that reads a format. Raises InputError, saying what to install, where it is not there."""
    try:
        return import_module(module)
    except ImportError as error:
        missing = (error.name or module).partition(".")[0]
        raise InputError(
            f"{path}: reading {kind} needs the package {missing}, which is not installed; pip install 'attrib[{extra}]'"
        ) from None
