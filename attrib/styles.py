"""Citation habits as data: one file of ``rules/styles/`` a style, chosen by masthead, front matter or the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from attrib.errors import RuleError
from attrib.model import DateForm
from attrib.resources import Table, tables

_KEYS = {
    "name", "summary", "publications", "mastheads", "year_base", "counts_working_days", "date_form", "years", "inline", "notes",
}  # fmt: skip


@frozen
class Style:
    """``year_base`` plus the volume is the year of an issue; ``inline`` says that running text holds the citations."""

    name: str
    summary: str = ""
    publications: tuple[str, ...] = ()
    mastheads: tuple[str, ...] = ()
    year_base: int | None = None
    counts_working_days: bool = False
    date_form: DateForm = "month-day"
    years: bool | None = None
    inline: bool = False
    notes: bool = False


@frozen
class Styles:
    """All styles by name."""

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
        for style in sorted(self.by_name.values(), key=lambda style: not style.publications):
            for pattern in style.mastheads:
                if found := re.compile(pattern, re.IGNORECASE).match(text):
                    return style, found
        return None

    def of_publication(self, name: str) -> Style | None:
        wanted = name.casefold().removeprefix("the ")
        return next((s for s in self.by_name.values() if wanted in (p.casefold() for p in s.publications)), None)


def load(found: Mapping[str, Table]) -> Styles:
    """Styles from their tables by file name. Raises RuleError naming file and key."""
    made = {}
    for stem, table in found.items():
        for key in table:
            if key not in _KEYS:
                raise RuleError(f"styles/{stem}.toml: key {key!r} is unknown; expected one of {', '.join(sorted(_KEYS))}")
        if table.get("name") != stem:
            raise RuleError(f"styles/{stem}.toml: name is {table.get('name')!r}, expected {stem!r} like the file")
        lists = {key: tuple(table[key]) for key in ("publications", "mastheads") if key in table}
        made[stem] = Style(**{**table, **lists})
    return Styles(made)


@cache
def default() -> Styles:
    return load(tables("styles"))
