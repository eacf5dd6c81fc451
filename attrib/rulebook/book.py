"""A rule, and the rulebook: rules in order of their codes, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrib.errors import RuleError
from attrib.facts import Fact, Subject
from attrib.model import Safety, Severity
from attrib.nearest import nearest_word
from attrib.rulebook.conditions import Step
from attrib.rulebook.plans import Plan
from attrib.rulebook.templates import Template
from attrib.values import NamedTuple, field, frozen

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES: Mapping[str, str] = {
    "S": "support",
    "A": "attribution",
    "C": "citation",
    "D": "date",
    "I": "independence",
    "X": "crossref",
    "E": "evidence",
    "N": "suppression",
}
"""The first letter of a code to the family, which is its folder too."""


class Change(NamedTuple):
    """How a rule mends what it finds: the words at ``at`` become the text."""

    safety: Safety
    at: Fact
    text: Template


@frozen
class Rule:
    """A rule as its file says it, with its condition and texts compiled."""

    code: str
    name: str
    summary: str
    on: str
    severity: Severity
    message: str
    why: str
    authority: str
    place: str
    """The path of its file."""
    when: Mapping[str, Any] = field(repr=False)
    url: str | None = None
    """The page where a house explains the rule."""
    fixable: Safety | None = None
    yields_to: tuple[str, ...] = ()
    """The codes of rules that say more exactly what is wrong where both are met by the same words."""
    subject: Subject = field(repr=False, eq=False, kw_only=True)
    steps: tuple[Step, ...] = field(repr=False, eq=False, kw_only=True)
    at: Fact = field(repr=False, eq=False, kw_only=True)
    text: Template = field(repr=False, eq=False, kw_only=True)
    change: Change | None = field(repr=False, eq=False, kw_only=True)
    related: tuple[tuple[Fact, str], ...] = field(repr=False, eq=False, kw_only=True)

    @property
    def file(self) -> Path:
        from pathlib import Path

        return Path(self.place)

    @property
    def family(self) -> str:
        return FAMILIES[self.code[0]]


@frozen
class Rulebook:
    """Rules in order of code. ``known`` are the codes and names of all that were loaded, those left out too."""

    rules: tuple[Rule, ...]
    known: tuple[tuple[str, str], ...] = field(repr=False)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Rulebook:
        """A rulebook of rules that are all known. Raises RuleError where two have one code or one name."""
        ordered = tuple(sorted(rules, key=lambda rule: rule.code))
        seen: dict[str, Rule] = {}
        for rule in ordered:
            for key, word in (("code", rule.code), ("name", rule.name)):
                if word in seen:
                    raise RuleError(f"{rule.place}: {key}: “{word}” is taken by {seen[word].place}; choose another")
                seen[word] = rule
        return cls(ordered, tuple((rule.code, rule.name) for rule in ordered))

    def joined(self, other: Rulebook) -> Rulebook:
        """The rules of both. Raises RuleError where two have one code or one name."""
        return Rulebook.of(self.rules + other.rules)

    def only(self, rules: Iterable[Rule]) -> Rulebook:
        """The same rulebook with these rules alone to be asked (or changed ones: another severity)."""
        return Rulebook(tuple(sorted(rules, key=lambda rule: rule.code)), self.known)

    def get(self, word: str) -> Rule | None:
        """The rule of that code or name, in any case."""
        return self._words.get(word.casefold())

    def find(self, word: str) -> tuple[Rule, ...]:
        """The rules that a code, the beginning of one, a name, a family or ``ALL`` selects.

        Raises RuleError with the nearest right word where it selects none.
        """
        if word.upper() == "ALL":
            return self.rules
        found = self.get(word)
        if found:
            return (found,)
        selected = tuple(r for r in self.rules if r.code.startswith(word.upper()) or r.family == word.casefold())
        if not selected or not word:
            raise RuleError(f"no rule, family or code begins with “{word}”{self.suggestion(word)}")
        return selected

    def suggestion(self, word: str) -> str:
        """``; did you mean “S101”?``, or how to list what there is; of a code, how those go that begin as it does."""
        if word[1:].isdecimal() or len(word) == 1:
            for end in range(len(word), 0, -1):
                beginning = word[:end].upper()
                if codes := [code for code, _ in self.known if code.startswith(beginning)]:
                    these = f"{codes[0]} to {codes[-1]} begin" if len(codes) > 1 else f"{codes[0]} alone begins"
                    return f"; {these} with “{beginning}” (see `attrib rules --select {beginning}`)"
        words = [part for pair in self.known for part in pair] + [*FAMILIES.values(), "ALL"]
        near = nearest_word(word, words)
        return f"; did you mean “{near}”?" if near else " (see `attrib rules`)"

    @cached_property
    def _words(self) -> dict[str, Rule]:
        return {word.casefold(): rule for rule in self.rules for word in (rule.code, rule.name)}

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """How to ask the rules, one plan a subject."""
        groups: dict[str, list[Rule]] = {}
        for rule in self.rules:
            groups.setdefault(rule.on, []).append(rule)
        return tuple(Plan(tuple(rules)) for rules in groups.values())
