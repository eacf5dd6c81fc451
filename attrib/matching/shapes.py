"""The shape of a text: where its figures and capitals stand, which bytes tell far sooner than a pattern that looks."""

from __future__ import annotations

FIGURE, CAPITAL = b"0", b"A"
_SIGNS = bytes.maketrans(b"123456789BCDEFGHIJKLMNOPQRSTUVWXYZ", 9 * FIGURE + 25 * CAPITAL)


def shape(text: str) -> bytes:
    """A byte a code point: ``0`` for a figure, ``A`` for a capital, others as they are; ``?`` for what is not ASCII."""
    return text.encode("ascii", "replace").translate(_SIGNS)
