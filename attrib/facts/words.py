"""The words of ``rules/lexicon/facts.toml`` by which the facts of a claim or an attribution are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from attrib import resources
from attrib.errors import RuleError
from attrib.kept import made
from attrib.model import Span
from attrib.wordlists import Hit, WordLists


@cache
def lists() -> WordLists:
    """The lists, for whole words in any case. Raises RuleError where the file is missing."""
    table = resources.tables("lexicon").get("facts")
    if table is None:
        file = resources.rules_folder() / "lexicon" / "facts.toml"
        raise RuleError(f"{file}: the word lists of the facts are missing; install attrib again")
    return WordLists.load({name: {"words": words} for name, words in table.items()}, any_case=True, keep=made)


def places(prose: str, stretches: Iterable[Span] | None = None) -> Mapping[str, list[Hit]]:
    """Where the words of each list stand in a text, or in stretches of it, in order."""
    found: dict[str, list[Hit]] = {}
    for hit in (hit for span in stretches or (Span(0, len(prose)),) for hit in lists().find(prose, span)):
        found.setdefault(hit.name, []).append(hit)
    return found
