"""The shape of a text: where its figures and capitals stand, which bytes tell far sooner than a pattern that looks."""

from __future__ import annotations

FIGURE, CAPITAL = b"0", b"A"
_SIGNS = bytes(48 if chr(code).isdigit() else 65 if chr(code).isupper() else 32 for code in range(128)).ljust(256)


def shape(text: str) -> bytes:
    """A byte a code point: ``0`` for a figure, ``A`` for a capital, a blank for all else and for what is not ASCII."""
    return text.encode("ascii", "replace").translate(_SIGNS)
