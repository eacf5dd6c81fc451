"""The texts of a rule: ``{fact}`` stands for a fact's value; ``{{`` and ``}}`` for the braces themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from attrib.errors import RuleError
from attrib.facts import Fact, Subject, shown
from attrib.facts.view import View
from attrib.matching.patterns import pattern
from attrib.nearest import nearest
from attrib.values import NamedTuple

_PLURAL = pattern(r"\A ([a-z]{2,}[^s\W])s\b")
_PIECE = pattern(r"\{\{|\}\}|\{(?P<name>[^{}]*)\}|(?P<stray>[{}])")


class Template(NamedTuple):
    """Literal texts and facts in turn."""

    parts: tuple[str | Fact, ...]
    counted: bool = False
    """Whether a noun in the plural stands right behind a fact, which behind a one is in the singular: "1 day"."""

    def fill(self, view: View, index: int) -> str:
        """The text for one subject; a fact without a value reads "unknown"."""
        if len(self.parts) == 1 and isinstance(self.parts[0], str):
            return self.parts[0]
        if self.counted:
            return _counted([part if isinstance(part, str) else part.value(view, index) for part in self.parts], view)
        return "".join([part if isinstance(part, str) else shown(part.value(view, index), view) for part in self.parts])

    def fill_known(self, view: View, index: int) -> str | None:
        """The text for one subject, or ``None`` where a fact in it has no value."""
        values = [part if isinstance(part, str) else part.value(view, index) for part in self.parts]
        return None if None in values else _counted(values, view)


def _counted(values: Sequence[Any], view: View) -> str:
    """The texts and values of a template in turn."""
    return "".join(
        _PLURAL.sub(r" \1", value)
        if before is not True and before == 1 and isinstance(value, str)
        else shown(value, view)
        for before, value in pairwise((None, *values))
    )


def compile_template(text: str, subject: Subject, place: str) -> Template:
    """A template checked against the facts of a subject. Raises RuleError at an unknown fact or a stray brace."""
    parts: list[str | Fact] = []
    at = 0
    for piece in _PIECE.finditer(text):
        parts.append(text[at : piece.start()])
        at = piece.end()
        name = piece["name"]
        if piece["stray"]:
            raise RuleError(f"{place}: a stray “{piece['stray']}” in “{text}”; write it twice to mean the brace itself")
        if name is None:
            parts.append(piece[0][0])
        elif name in subject.facts:
            parts.append(subject.facts[name])
        else:
            raise RuleError(f"{place}: a {subject.name} has no fact “{name}”{nearest(name, list(subject.facts))}")
    parts.append(text[at:])
    found = tuple(part for part in parts if part != "")
    counted = any(
        isinstance(part, str) and not isinstance(before, str) and _PLURAL.match(part)
        for before, part in pairwise(found)
    )
    return Template(found, counted)
