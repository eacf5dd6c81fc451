"""What makes tables of sources sound, and the words for what does not.

Kept apart from the registry, since the shipped tables are checked by the tests and not at every start.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import get_args

from attrib.errors import RuleError
from attrib.model import Control, OwnerKind, SourceKind
from attrib.registry.agreement import Placed, among, in_order, nearest, shown
from attrib.registry.entries import Entry
from attrib.resources import Table

KINDS: tuple[str, ...] = get_args(SourceKind)
OWNERS: tuple[str, ...] = get_args(OwnerKind)
CONTROLS: tuple[str, ...] = get_args(Control)
COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split()
)
"""ISO 3166-1 alpha-2, and XK, which everybody uses for Kosovo."""

_YEARS = range(1600, 2101)  # the oldest papers are of the 17th century
_SHOWN = 10

Check = Callable[[object], Iterator[str]]
"""The mistakes of one value."""
Forms = dict[str, Check]


def demand(tables: Mapping[str, Table], collectives: Table) -> None:
    """Raise RuleError unless the tables are sound; the message has one line a mistake, the first ten."""
    if found := problems(tables, collectives):
        more = [f"... and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        raise RuleError("\n".join([*found[:_SHOWN], *more]))


def problems(tables: Mapping[str, Table], collectives: Table) -> list[str]:
    """Every mistake in the tables of sources by file and in the lexicon of collective sources, each with its place."""
    found: list[str] = []
    sound: dict[str, list[Placed]] = {word: [] for word in _TABLES}
    for name, table in tables.items():
        file = name if name.endswith(".toml") else f"{name}.toml"
        found += [f"{file}: {line}" for line in _unknown(table, _TABLES)]
        for word, forms in _TABLES.items():
            entries = table.get(word, [])
            if not _is_tables(entries):
                found.append(f"{file}: {word}s are tables under [[{word}]]")
                continue
            for number, entry in enumerate(entries, 1):
                where = f"{file}: {word} {shown(entry.get('id') or entry.get('name') or number)}"
                lines = list(_of_one(entry, forms))
                found += [f"{where}: {line}" for line in lines]
                if not lines:
                    sound[word].append((where, entry))
    # What concerns several is asked of those alone that are sound themselves: one mistake, one message.
    found += among(sound["source"], sound["owner"])
    return found + [f"collectives.toml: {line}" for line in _of_collectives(collectives)]


def _of_one(entry: Entry, forms: Forms) -> Iterator[str]:
    yield from _unknown(entry, forms)
    for key in ("id", "name"):
        if key not in entry:
            yield f"{key} is missing"
    for key, value in entry.items():
        if key in forms:
            yield from (f"{key}: {line}" for line in forms[key](value))
            if key in ("aliases", "domains") and _is_texts(value):
                yield from (f"{key}: {shown(v)} stands twice" for v in sorted({v for v in value if value.count(v) > 1}))
    if entry.get("name") in (entry.get("aliases") or ()):
        yield f"aliases: {shown(entry['name'])} is the name itself"
    if in_order(entry.get("from"), entry.get("to")) is False:
        yield f"from {entry['from']} lies after to {entry['to']}"
    if entry.get("at_home") is True and "country" not in entry:
        yield "at_home: needs a country"


def _of_collectives(table: Table) -> Iterator[str]:
    lists = ("alone", "doubtful", "heads", "adjectives")
    yield from _unknown(table, (*lists, "nationalities", "nouns", "kind-words", "parts"))
    for key in lists:
        yield from (f"{key}: {line}" for line in _texts(table.get(key, [])))
    for key, right in (("nationalities", COUNTRIES), ("nouns", (*KINDS, "any")), ("kind-words", None), ("parts", None)):
        value = table.get(key, {})
        if not isinstance(value, Mapping):
            yield f"{key}: expected a table, found {shown(value)}"
            continue
        for name, words in value.items():
            yield from (f"{key}.{name}: {line}" for line in _texts(words))
            if key == "parts":
                continue
            for word in [name] if right else words if _is_texts(words) else []:
                yield from (f"{key}: {line}" for line in _one_of(right or KINDS)(word))


def _text(value: object) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip() or value != value.strip():
        yield f"expected a text, found {shown(value)}"


def _texts(value: object) -> Iterator[str]:
    yield from _each(_text)(value)


def _like(pattern: str, meaning: str) -> Check:
    def check(value: object) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield f"expected {meaning}, found {shown(value)}"

    return check


def _each(check: Check) -> Check:
    def check_all(value: object) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"expected a list of texts, found {shown(value)}"
        else:
            yield from (line for part in value for line in check(part))

    return check_all


def _one_of(words: Sequence[str] | frozenset[str]) -> Check:
    def check(value: object) -> Iterator[str]:
        if value not in words:
            right = "an ISO 3166-1 code" if words is COUNTRIES else "one of " + ", ".join(words)
            yield f"expected {right}, found {shown(value)}{nearest(value, words)}"

    return check


def _year(value: object) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int) or value not in _YEARS:
        yield f"expected a year from {_YEARS[0]} to {_YEARS[-1]}, found {shown(value)}"


def _yes_or_no(value: object) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"expected true or false, found {shown(value)}"


def _bound(value: object) -> Iterator[str]:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        try:
            value = dt.date.fromisoformat(value if len(value) == 10 else f"{value}-01").year
        except ValueError:
            yield f"{value} is no day or month of the calendar"
            return
    if isinstance(value, dt.date):
        value = value.year
    if isinstance(value, bool) or not isinstance(value, int) or value not in _YEARS:
        yield f'expected a year, a month ("2001-04") or a day (2001-04-14), found {shown(value)}'


def _periods(check: Check) -> Check:
    """The check of a value for all years, or of a list of ``{ is, from, to, basis }`` in the order of time."""
    forms: Forms = {"is": check, "from": _bound, "to": _bound, "basis": _text}

    def check_periods(value: object) -> Iterator[str]:
        if not isinstance(value, list):
            yield from check(value)
            return
        if not _is_tables(value):
            yield f"expected a text or a list of {{ is, from, to, basis }}, found {shown(value)}"
            return
        lines = [line for period in value for line in _of_period(period, forms)]
        yield from lines
        for before, after in pairwise(value) if not lines else ():
            ends, begins = str(before.get("to", "")), str(after.get("from", ""))
            # In a year or month of change both may have held; on one day only one did.
            if not in_order(before.get("to"), after.get("from")) or len(ends) == 10 == len(begins) and ends == begins:
                yield f"{shown(after['is'])} must begin no sooner than {shown(before['is'])} ends"

    return check_periods


def _of_period(period: Entry, forms: Forms) -> Iterator[str]:
    yield from _unknown(period, forms)
    if "is" not in period:
        yield "a period lacks its value, { is = ... }"
    yield from (line for key, value in period.items() if key in forms for line in forms[key](value))
    if in_order(period.get("from"), period.get("to")) is False:
        yield f"from {period['from']} lies after to {period['to']}"


def _unknown(table: Entry, keys: Mapping[str, object] | Sequence[str]) -> Iterator[str]:
    for key in table:
        if key not in keys:
            yield f"unknown key {shown(key)}{nearest(key, keys)}"


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, Mapping) for part in value)


_ID = _like(r"[a-z0-9]+(?:-[a-z0-9]+)*", "small letters, digits and hyphens")
_COMMON: Forms = {"id": _ID, "name": _text, "country": _one_of(COUNTRIES), "basis": _text}
_TABLES: Mapping[str, Forms] = {
    "source": _COMMON
    | {
        "kind": _one_of(KINDS),
        "aliases": _texts,
        "place": _text,
        "languages": _each(_like(r"[a-z]{2,3}", "an ISO 639 code in small letters")),
        "owner": _periods(_ID),
        "control": _periods(_one_of(CONTROLS)),
        "from": _year,
        "to": _year,
        "predecessor": _ID,
        "successor": _ID,
        "domains": _each(_like(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "a domain in small letters")),
        "common_word": _yes_or_no,
        "at_home": _yes_or_no,
    },
    "owner": _COMMON | {"kind": _one_of(OWNERS), "parent": _periods(_ID), "rules": _yes_or_no},
}
"""The tables of a file of the registry, their keys, and what each may hold."""
