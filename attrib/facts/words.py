"""The words of ``rules/lexicon/facts.toml`` by which the facts of a claim or an attribution are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from attrib import resources
from attrib.errors import RuleError
from attrib.keeping.kept import made
from attrib.matching.wordlists import ListHit, WordLists
from attrib.model import Span


@cache
def lists() -> Mapping[str, WordLists]:
    """By the name of each list, it and those that are looked for with it: whole words in any case.

    Raises RuleError where the file is missing.
    """
    found = {}
    for together in (_tables()["common"], _tables()["seldom"]):
        loaded = WordLists.load({name: {"words": words} for name, words in together.items()}, any_case=True, keep=made)
        found.update(dict.fromkeys(together, loaded))
    return found


def places(name: str, prose: str, stretches: Iterable[Span] | None = None) -> Mapping[str, list[ListHit]]:
    """Where the words of a list and of those looked for with it stand in a text, or in stretches of it, in order."""
    every = lists()
    found: dict[str, list[ListHit]] = {other: [] for other, group in every.items() if group is every[name]}
    for span in stretches or (Span(0, len(prose)),):
        for hit in every[name].find(prose, span):
            found[hit.name].append(hit)
    return found


@cache
def pronouns() -> frozenset[str]:
    """The pronouns that stand for somebody, in small letters."""
    return frozenset(_tables()["whole"]["pronouns"])


@cache
def articles() -> frozenset[str]:
    """The words of one noun, in small letters, that stand before it."""
    return frozenset(_tables()["whole"]["articles"])


@cache
def dealing() -> frozenset[str]:
    """The nouns, in small letters, before which a wrong is only what they deal with."""
    return frozenset(_tables()["wrongs"]["dealing"])


@cache
def countering() -> tuple[str, ...]:
    """The phrases, in small letters, behind which a wrong is what something is done about."""
    return tuple(_tables()["wrongs"]["countering"])


@cache
def titles() -> frozenset[str]:
    """The words behind which a quotation is a name, in small letters."""
    return frozenset(_tables()["whole"]["titles"])


@cache
def clausal() -> frozenset[str]:
    """The small words, in small letters, by which a group of words is a clause: verbs, and pronouns with one."""
    grammar = resources.tables("lexicon")["grammar"]
    return frozenset(
        word for name in ("subject", "object", "be", "have", "modal", "not", "finite") for word in grammar[name]
    )


@cache
def bygone() -> Mapping[str, list[str]]:
    """The words that say how far back something lies, by the name of each list."""
    return _tables()["bygone"]


def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    table = resources.tables("lexicon").get("facts")
    if table is None:
        file = resources.rules_folder() / "lexicon" / "facts.toml"
        raise RuleError(f"{file}: the word lists of the facts are missing; install attrib again")
    return table
