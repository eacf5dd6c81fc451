"""Show the registry of sources, or the sources of a name.

Without NAME all are listed. A name or alias gives the source's facts; else all sources with these words in their names
are listed; a name that is near to none of them gets a suggestion and exit status 2.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from attrib.cli.arguments import Parser, one_of
from attrib.cli.console import say
from attrib.errors import AttribError
from attrib.model import Period, Source
from attrib.terminal import inert

HEADERS = ("id", "name", "kind", "country", "control", "in use")


def arguments(parser: Parser) -> None:
    parser.add_argument("name", nargs="*", metavar="NAME", help="a name, an alias, or a part of one")
    parser.add_argument(
        "--output-format", type=one_of("table", "json"), default="table", metavar="FORMAT", help="table or json"
    )


def run(options: argparse.Namespace) -> int:
    from attrib.registry import default

    registry = default()
    name = " ".join(options.name)
    named = registry.lookup(name) if name else ()
    if any(map(str.isalnum, name)):
        found = named or registry.search(name)
    else:
        found = () if name else tuple(sorted(registry.sources, key=lambda source: source.name.casefold()))
    if not found:
        near = registry.suggest(name)
        hint = f"; did you mean {' or '.join(f'“{own}”' for own in near)}?" if near else " (see `attrib sources`)"
        raise AttribError(f"the registry has no source “{name}”{hint}")
    if options.output_format == "json":
        import json

        say(json.dumps([entry(source) for source in found]) + "\n")
    else:
        say("\n".join(map(_facts, named)) if named else _table(found))
    return 0


def entry(source: Source) -> dict[str, object]:
    """A source for a program; what is not known is null or empty."""
    names = (
        "id",
        "name",
        "kind",
        "country",
        "place",
        "first",
        "last",
        "predecessor",
        "successor",
        "collective",
        "basis",
    )
    return {
        **{name: getattr(source, name) for name in names},
        **{name: list(getattr(source, name)) for name in ("aliases", "languages", "domains")},
        **{name: [_period(own) for own in getattr(source, name)] for name in ("owner", "control")},
    }


def _period(period: Period) -> dict[str, object]:
    return {"value": period.value, "from": period.first, "to": period.last}


def _table(sources: Sequence[Source]) -> str:
    from tabulate import tabulate

    rows = [
        (
            source.id,
            inert(source.name),
            "collective" if source.collective else source.kind or "",
            source.country or "",
            ", ".join(dict.fromkeys(period.value for period in source.control)),
            _years(source.first, source.last),
        )
        for source in sources
    ]
    return tabulate(rows, HEADERS, "simple", disable_numparse=True) + "\n"


def _facts(source: Source) -> str:
    """All that the registry knows of a source, a line a fact."""
    facts = {
        "id": source.id,
        "kind": "collective" if source.collective else source.kind or "",
        "country": source.country or "",
        "place": source.place or "",
        "languages": ", ".join(source.languages),
        "in use": _years(source.first, source.last),
        "owner": "; ".join(map(_held, source.owner)),
        "control": "; ".join(map(_held, source.control)),
        "before it": source.predecessor or "",
        "after it": source.successor or "",
        "aliases": ", ".join(source.aliases),
        "domains": ", ".join(source.domains),
        "basis": source.basis or "",
    }
    lines = [f"  {label:10} {inert(value)}" for label, value in facts.items() if value]
    return "\n".join([inert(source.name), *lines]) + "\n"


def _held(period: Period) -> str:
    years = _years(period.first, period.last)
    return f"{period.value} ({years})" if years else period.value


def _years(first: int | str | None, last: int | str | None) -> str:
    if first is None and last is None:
        return ""
    if first is None:
        return f"until {last}"
    return f"since {first}" if last is None else f"{first}-{last}"
