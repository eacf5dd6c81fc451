"""The right word for a wrong one, behind a message of the command line."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean “x”?`` where a known word is near, else nothing.

    >>> nearest("concize", ["concise", "full"])
    '; did you mean “concise”?'
    """
    from attrib.nearest import nearest_word

    near = nearest_word(word, known)
    return f"; did you mean “{near}”?" if near else ""
