"""People by surname: who speaks in a claim, and whom it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrib.model import Attribution, Claim
from attrib.patterns import pattern

_SURNAME = pattern(r"[^\W\d_][\w’'-]+\Z")

Names = frozenset[str]


def speakers(claim: Claim, attributions: Sequence[Attribution]) -> Names:
    """The surnames of the persons whose words the claim tells."""
    names = (attributions[i].speaker for i in claim.attributions if attributions[i].kind == "person")
    return surnames(name for name in names if name)


def surnames(names: Iterable[str]) -> Names:
    """The last words of names, without a genitive."""
    found = (_SURNAME.search(name) for name in names)
    return frozenset(m[0].removesuffix("'s").removesuffix("’s") for m in found if m)


def union(sets: Iterable[Names]) -> Names:
    return frozenset[str]().union(*sets)


def listed(names: Names) -> str:
    return " and ".join(sorted(names))
