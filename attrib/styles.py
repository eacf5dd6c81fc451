"""Citation habits as data: a file a style, ours or of a house, chosen by masthead, front matter or the text."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrib.errors import RuleError
from attrib.matching.patterns import compiled
from attrib.model import Style
from attrib.resources import Table, tables
from attrib.values import frozen

_TYPES: Mapping[str, type] = {
    "name": str, "summary": str, "publications": list, "mastheads": list, "year_base": int, "counts_working_days": bool,
    "first_issue": str, "inline": bool, "reference_mark": str, "day_mark": str, "countries": list,
}  # fmt: skip


@frozen
class Styles:
    """All styles by name, those of a house last: what these say of a masthead or a publication goes first."""

    by_name: Mapping[str, Style]

    def get(self, name: str) -> Style:
        """The style of that name; raises RuleError that lists the names."""
        try:
            return self.by_name[name]
        except KeyError:
            raise RuleError(f"style {name!r} is unknown; there are {', '.join(sorted(self.by_name))}") from None

    def publications(self) -> tuple[str, ...]:
        return tuple(name for style in self.by_name.values() for name in style.publications)

    def masthead(self, text: str) -> tuple[Style, re.Match[str]] | None:
        """The style whose masthead stands at the start of ``text``, with the match; the generic one is asked last."""
        of_somebody = [style for style in self._last_first() if style.publications]
        for style in (*of_somebody, *(style for style in self._last_first() if not style.publications)):
            for pattern in style.mastheads:
                if found := compiled(pattern, re.IGNORECASE).match(text):
                    return style, found
        return None

    def of_publication(self, name: str) -> Style | None:
        """The style of a publication, with or without its "The", in any case."""
        wanted = name.casefold().removeprefix("the ")
        return next((s for s in self._last_first() if wanted in (p.casefold() for p in s.publications)), None)

    def joined(self, others: Styles) -> Styles:
        """These and the others, which take the place of those of their names."""
        kept = {name: style for name, style in self.by_name.items() if name not in others.by_name}
        return Styles({**kept, **others.by_name})

    def _last_first(self) -> Iterator[Style]:
        return reversed(tuple(self.by_name.values()))


def load(found: Mapping[str, Table]) -> Styles:
    """Styles from their tables by file; a later one takes the place of an earlier one of its name.

    Raises RuleError: file, key, what was found, what was expected.
    """
    styles = (_style(file, os.path.basename(file).removesuffix(".toml"), table) for file, table in found.items())
    return Styles({style.name: style for style in styles})


def _style(file: str, stem: str, table: Table) -> Style:
    for key, value in table.items():
        if key not in _TYPES:
            raise RuleError(f"{file}: key {key!r} is unknown; expected one of {', '.join(sorted(_TYPES))}")
        if type(value) is not _TYPES[key] or (type(value) is list and not all(isinstance(v, str) for v in value)):
            wanted = "a list of strings" if _TYPES[key] is list else _TYPES[key].__name__
            raise RuleError(f"{file}: {key} is {value!r}, expected {wanted}")
    if table.get("name") != stem:
        raise RuleError(f"{file}: name is {table.get('name')!r}, expected {stem!r} like the file")
    for pattern in table.get("mastheads", ()):
        try:
            compiled(pattern, re.IGNORECASE)
        except re.error as error:
            raise RuleError(f"{file}: masthead {pattern!r} is no pattern: {error}") from None
    values: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in table.items()}
    if "first_issue" in values:  # a table gives a day as text
        try:
            values["first_issue"] = dt.date.fromisoformat(values["first_issue"])
        except ValueError:
            raise RuleError(
                f"{file}: first_issue is {values['first_issue']!r}, expected a day like 1995-05-01"
            ) from None
    return Style(**values)


@cache
def default() -> Styles:
    """The styles that ship with attrib."""
    return load({f"styles/{stem}.toml": table for stem, table in tables("styles").items()})
