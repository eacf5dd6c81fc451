"""Parsers that come with an extra: imported when a file needs them, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from attrib.errors import InputError
from attrib.extras import lacking


def parser(module: str, extra: str, path: str, kind: str) -> ModuleType:
    """The module that reads a format. Raises InputError, saying what to install, where it is not there."""
    try:
        return import_module(module)
    except ImportError as error:
        raise InputError(lacking(f"{path}: reading {kind}", error, extra)) from None
