"""The version, in one place: the build and `attrib --version` read it here, without asking the installed metadata."""

from __future__ import annotations

__version__ = "0.1.0"
