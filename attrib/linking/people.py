"""People by surname: who speaks in a claim, and whom it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrib.matching.patterns import pattern
from attrib.model import Attribution, Claim

_SURNAME = pattern(r"[^\W\d_][\w’'-]+\Z")

Names = frozenset[str]
_NOBODY = Names()


def speakers(claim: Claim, attributions: Sequence[Attribution]) -> Names:
    """The surnames of the persons whose words the claim tells."""
    if not claim.attributions:
        return _NOBODY
    return surnames([s.speaker for i in claim.attributions if (s := attributions[i]).kind == "person" and s.speaker])


def surnames(names: Iterable[str]) -> Names:
    """The last words of names, without a genitive."""
    found = [surname for name in names if (surname := _surname(name))]
    return frozenset(found) if found else _NOBODY


@lru_cache(4096)
def _surname(name: str) -> str | None:
    found = _SURNAME.search(name)
    return found[0].removesuffix("'s").removesuffix("’s") if found else None


def union(sets: Iterable[Names]) -> Names:
    return frozenset[str]().union(*sets)


def listed(names: Names) -> str:
    return " and ".join(sorted(names))
