"""The right word for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean “x”?`` where a known word is near, else nothing.

    By what both have in common, so that a part of a name is near it too: "Berezovski" of "Boris Berezovsky".

    >>> nearest("concize", ["concise", "full"])
    '; did you mean “concise”?'
    """
    import difflib

    by_folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"; did you mean “{by_folded[found[0]]}”?" if found else ""
