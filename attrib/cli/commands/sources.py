"""Show the registry of sources, or what a name was on a day.

They are those that ship with attrib, and those that --registry or the configuration adds.

Without NAME all sources are listed. A name or alias gives the source's facts; else all sources with these words in
their names are listed. The options leave out what does not fit; with --date, so do names not in use in its year, and
owners and control are those of that day.

--check NAME says what a name was on --date: the source or the sources that bore it, with owner, control and what
vouches for both. The exit status is then 0 where it was the name of one source, 1 where of several or of none in that
year, and 2, as everywhere, for a name that the registry does not have.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrib.cli.arguments import Parser, day, one_of
from attrib.cli.console import say, width
from attrib.cli.house import house
from attrib.cli.house import sources as of_house
from attrib.cli.spelling import nearest
from attrib.errors import AttribError
from attrib.terminal import inert

if TYPE_CHECKING:
    from attrib.model import Period, Source
    from attrib.pages.sourcepage import Answer
    from attrib.registry import Registry

HEADERS = ("id", "name", "kind", "country", "control", "in use")
FORMATS = ("table", "json", "jsonl", "csv")
KINDS = ("agency", "newspaper", "broadcaster", "magazine", "site", "institution", "person")
_LONGEST = 80  # characters; what is longer is no name
CONTROLS = ("state", "party", "private", "public")


def arguments(parser: Parser) -> None:
    parser.add_argument("name", nargs="*", metavar="NAME", help="a name, an alias, or a part of one")
    parser.add_argument("--check", nargs="+", metavar="NAME", help="say what this name was on --date")
    parser.add_argument("--date", type=day, metavar="DAY", help="the day that is asked about, YEAR-MONTH-DAY")
    parser.add_argument("--country", type=str.upper, metavar="CODE", help="of this country (ISO 3166-1: RU, GB)")
    parser.add_argument("--region", metavar="REGION", help="of this file of the registry: russia, asia")
    parser.add_argument("--kind", type=one_of(*KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--control", type=one_of(*CONTROLS), metavar="CONTROL", help=", ".join(CONTROLS))
    parser.add_argument("--owner", metavar="OWNER", help="of this owner, or of whom that owns")
    parser.add_argument(
        "--output-format", type=one_of(*FORMATS), default="table", metavar="FORMAT", help=", ".join(FORMATS)
    )
    of_house(parser)


def run(options: argparse.Namespace) -> int:
    registry = house(options).registry
    if options.check:
        return _check(options, registry)
    name = " ".join(options.name)
    fits = _filter(options, registry)
    named = tuple(filter(fits, registry.lookup(name))) if name else ()
    if any(map(str.isalnum, name)):
        found = named or tuple(filter(fits, registry.search(name)))
    else:
        found = () if name else tuple(sorted(filter(fits, registry.sources), key=lambda source: source.name.casefold()))
    if not found:
        raise AttribError(_nobody(name, registry))
    if options.output_format != "table":
        say(_rendered(options.output_format, found, registry, options.date))
    elif named:
        from attrib.pages.sourcepage import page

        say("\n".join(page(source, registry, width()) for source in named))
    else:
        say(_table(found, options.date))
    return 0


def _check(options: argparse.Namespace, registry: Registry) -> int:
    from attrib.pages.sourcepage import answer, on_day

    if options.name:
        raise AttribError(f"--check asks about one name, and “{' '.join(options.name)}” is another")
    if options.output_format not in ("table", "json"):
        raise AttribError(f"--check answers as table or json, and not as {options.output_format}")
    if not (name := " ".join(options.check).strip()):
        raise AttribError("--check: the name is empty; name a source")
    found = tuple(filter(_filter(options, registry, in_use=False), registry.lookup(name)))
    if not found:
        raise AttribError(_nobody(name, registry))
    asked = on_day(name, options.date or dt.date.today(), found)
    if options.output_format == "json":
        import json

        say(json.dumps(_answered(asked, registry), ensure_ascii=False, indent=2) + "\n")
    else:
        say(answer(asked, registry, width()))
    return 0 if asked.verdict == "one" else 1


def _filter(options: argparse.Namespace, registry: Registry, in_use: bool = True) -> Callable[[Source], bool]:
    """Whether a source is what the options ask for. Raises AttribError for what is no owner, region or country."""
    then: dt.date | None = options.date
    tests: list[Callable[[Source], bool]] = []
    if options.country:
        countries = {entry["country"] for entry in registry.entries if "country" in entry}
        if options.country not in countries:
            raise AttribError(f"no source is of “{options.country}”; expected an ISO 3166-1 code such as RU or GB")
        tests.append(lambda source: source.country == options.country)
    if options.region:
        of = _region(options.region)
        tests.append(lambda source: source.id in of)
    if options.kind:
        tests.append(lambda source: source.kind == options.kind)
    if options.control:
        tests.append(lambda source: any(p.value == options.control for p in _held(source.control, then)))
    if options.owner:
        owners = registry.owners.holdings(_owner(options.owner, registry), then)
        tests.append(lambda source: any(p.value in owners for p in _held(source.owner, then)))
    if then and in_use:
        tests.append(lambda source: source.in_use(then.year))
    return lambda source: all(test(source) for test in tests)


def _held(periods: Sequence[Period], day: dt.date | None) -> Sequence[Period]:
    """The periods that may have held on a day; without one, all."""
    return [period for period in periods if period.holds(day)] if day else periods


def _region(name: str) -> frozenset[str]:
    """The ids of the sources of a file of the registry."""
    from attrib.resources import tables

    regions = {region: table["source"] for region, table in tables("registry").items() if "source" in table}
    if name not in regions:
        right = nearest(name, regions) or f"; expected one of {', '.join(regions)}"
        raise AttribError(f"“{name}” is no region{right}")
    return frozenset(entry["id"] for entry in regions[name])


def _owner(name: str, registry: Registry) -> str:
    """The id of the owner that is named, by id or name."""
    from attrib.registry.names import fold

    owners = {fold(key): id for id, entry in registry.owners.entries.items() for key in (id, entry["name"])}
    if (id := owners.get(fold(name))) is None:
        known = [entry["name"] for entry in registry.owners.entries.values()]
        raise AttribError(f"the registry has no owner “{name}”{nearest(name, known)}")
    return id


def _nobody(name: str, registry: Registry) -> str:
    if not name:
        return "no source of the registry fits all of these options"
    if registry.lookup(name):
        return f"no source named “{name}” fits all of these options"
    near = registry.suggest(name) if len(name) <= _LONGEST else ()
    hint = f"; did you mean {' or '.join(f'“{own}”' for own in near)}?" if near else " (see `attrib sources`)"
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return f"the registry has no source “{shown}”{hint}"


def _rendered(format: str, sources: Sequence[Source], registry: Registry, day: dt.date | None) -> str:
    import json

    entries = [entry(source, registry, day) for source in sources]
    if format == "json":
        return json.dumps(entries, ensure_ascii=False) + "\n"
    if format == "jsonl":
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entries)
    import csv
    import io

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(entries[0])
    writer.writerows([_cell(value) for value in one.values()] for one in entries)
    return file.getvalue()


def entry(source: Source, registry: Registry, day: dt.date | None = None) -> dict[str, object]:
    """A source for a program; what is not known is null or empty. With a day, owner and control are of that day."""
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
    owners = {period.value: registry.owners.get(period.value) for period in source.owner}
    return {
        **{name: getattr(source, name) for name in names},
        **{name: list(getattr(source, name)) for name in ("aliases", "languages", "domains")},
        "owner": [
            {"id": period.value, "name": own.name if (own := owners[period.value]) else None, **_years(period)}
            for period in _held(source.owner, day)
        ],
        "control": [{"value": period.value, **_years(period)} for period in _held(source.control, day)],
    }


def _years(period: Period) -> dict[str, object]:
    return {"from": period.first, "to": period.last, "basis": period.basis}


def _cell(value: object) -> object:
    """A value of a table of commas: several are parted by semicolons, and a period has its years behind it."""
    from attrib.pages.sourcepage import years

    if isinstance(value, list):
        return "; ".join(str(_cell(one)) for one in value)
    if isinstance(value, Mapping):
        span = years(value["from"], value["to"])
        held = value.get("value") or value.get("name") or value.get("id")
        return f"{held} ({span})" if span else held
    return value


def _answered(asked: Answer, registry: Registry) -> dict[str, object]:
    """What a name was, for a program."""
    then = asked.day
    return {
        "name": asked.name,
        "date": then.isoformat(),
        "verdict": asked.verdict,
        "sources": [
            {
                **entry(source, registry, then),
                "in_use": source in asked.then,
                "owners": [
                    {"id": owner.id, "name": owner.name, "kind": owner.kind}
                    for owner in registry.owners.of(source, then)
                ],
            }
            for source in (*asked.then, *asked.others)
        ],
    }


def _table(sources: Sequence[Source], day: dt.date | None) -> str:
    from tabulate import tabulate

    from attrib.pages.sourcepage import years

    rows = [
        (
            source.id,
            inert(source.name),
            "collective" if source.collective else source.kind or "",
            source.country or "",
            ", ".join(dict.fromkeys(period.value for period in _held(source.control, day))),
            years(source.first, source.last),
        )
        for source in sources
    ]
    return tabulate(rows, HEADERS, "simple", disable_numparse=True) + "\n"
