"""What an extra brings and is not there: named, with the command that brings it to the Python that runs attrib.

That command is right for a checkout too: pip finds the attrib that is installed, and fetches what the extra names.
"""

from __future__ import annotations

import os
import sys
from shlex import quote


def lacking(what: str, error: ImportError, extra: str) -> str:
    """What needs a package that cannot be imported, and what to do about it."""
    missing = (error.name or extra).partition(".")[0]
    return f"{what} needs the package {missing}, which is not installed; run {_pip()} install 'attrib[{extra}]'"


def _pip() -> str:
    """The pip of this Python, seen from here: that of the PATH may be another's, and know no attrib of ours."""
    if not sys.executable:
        return "pip"
    near = os.path.relpath(sys.executable)
    return f"{quote(sys.executable if near.startswith(os.pardir) else near)} -m pip"
