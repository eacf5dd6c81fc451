"""What makes tables of sources sound, and the words for what does not.

Kept apart from the registry, since the shipped tables are checked by the tests and not at every start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import combinations, pairwise
from typing import Any, get_args

from attrib.errors import RuleError
from attrib.model import Control, SourceKind
from attrib.names import fold
from attrib.resources import Table

KINDS: tuple[str, ...] = get_args(SourceKind)
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

Entry = Mapping[str, Any]


def demand(tables: Mapping[str, Table], collectives: Table) -> None:
    """Raise RuleError unless the tables are sound; the message has one line a mistake, the first ten."""
    if found := problems(tables, collectives):
        more = [f"... and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        raise RuleError("\n".join([*found[:_SHOWN], *more]))


def problems(tables: Mapping[str, Table], collectives: Table) -> list[str]:
    """Every mistake in the tables of sources by file and in the lexicon of collective sources, each with its place."""
    found: list[str] = []
    entries: list[tuple[str, Entry]] = []
    for name, table in tables.items():
        file = name if name.endswith(".toml") else f"{name}.toml"
        found += [f"{file}: {line}" for line in _unknown(table, ("source",))]
        sources = table.get("source", [])
        if not _is_tables(sources):
            found.append(f"{file}: sources are tables under [[source]]")
            continue
        for number, entry in enumerate(sources, 1):
            where = f"{file}: source {_shown(entry.get('id') or entry.get('name') or number)}"
            lines = list(_of_one(entry))
            found += [f"{where}: {line}" for line in lines]
            if not lines:
                entries.append((where, entry))
    # What concerns several sources is asked of those alone that are sound themselves: one mistake, one message.
    found += [*_doubles(entries), *_kinship(entries)]
    return found + [f"collectives.toml: {line}" for line in _of_collectives(collectives)]


def _of_one(entry: Entry) -> Iterator[str]:
    yield from _unknown(entry, _FORMS)
    for key in ("id", "name"):
        if key not in entry:
            yield f"{key} is missing"
    for key, value in entry.items():
        if key in _FORMS:
            yield from (f"{key}: {line}" for line in _FORMS[key](value))
            if key in ("aliases", "domains") and _is_texts(value):
                yield from (
                    f"{key}: {_shown(v)} stands twice" for v in sorted({v for v in value if value.count(v) > 1})
                )
    if entry.get("name") in (entry.get("aliases") or ()):
        yield f"aliases: {_shown(entry['name'])} is the name itself"
    if _in_order(entry.get("from"), entry.get("to")) is False:
        yield f"from {entry['from']} lies after to {entry['to']}"


def _doubles(entries: Sequence[tuple[str, Entry]]) -> Iterator[str]:
    ids: dict[str, str] = {}
    domains: dict[str, str] = {}
    names: dict[str, dict[str, Entry]] = {}
    for where, entry in entries:
        if entry["id"] in ids:
            yield f"{where}: the id is taken by {ids[entry['id']]}"
            continue
        ids[entry["id"]] = where
        for domain in entry.get("domains", ()):
            if domain in domains:
                yield f"{where}: the domain {domain} is listed by {domains[domain]} too"
            domains[domain] = where
        for name in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(fold(name), {})[where] = entry
    for key, bearers in names.items():
        for (one, a), (other, b) in combinations(bearers.items(), 2):
            if not _apart(a, b):
                name = next(n for n in (b["name"], *b.get("aliases", ())) if fold(n) == key)
                yield f"{other}: the name {_shown(name)} serves {one} too; country, place, kind or years must differ"


def _apart(a: Entry, b: Entry) -> bool:
    """Whether something tells two sources of one name from each other: where, what, or when they are."""
    if any(a.get(key) and b.get(key) and a[key] != b[key] for key in ("country", "place", "kind")):
        return True
    # Years that overlap in part leave a few in which the name stays ambiguous, and is reported so.
    return any(
        x.get("from", 0) < y.get("from", 0) and x.get("to", _YEARS[-1]) < y.get("to", _YEARS[-1])
        for x, y in ((a, b), (b, a))
    )


def _kinship(entries: Sequence[tuple[str, Entry]]) -> Iterator[str]:
    known = {entry["id"]: entry for _, entry in entries}
    for where, entry in entries:
        for key in ("predecessor", "successor"):
            if key in entry and entry[key] not in known:
                yield f"{where}: {key}: no source has the id {_shown(entry[key])}{_nearest(entry[key], known)}"
        before = known.get(entry.get("predecessor", ""))
        if before and _in_order(before.get("to"), entry.get("from")) is False:
            yield f"{where}: begins in {entry['from']}, its predecessor {before['id']} ends in {before['to']}"
        seen = [entry["id"]]
        while (seen[-1] in known) and (last := known[seen[-1]].get("predecessor")):
            if last in seen:
                yield f"{where}: is its own predecessor: {' < '.join([*seen, last])}"
                break
            seen.append(last)


def _of_collectives(table: Table) -> Iterator[str]:
    lists = ("alone", "doubtful", "heads", "adjectives")
    yield from _unknown(table, (*lists, "nationalities", "nouns", "kind-words"))
    for key in lists:
        yield from (f"{key}: {line}" for line in _texts(table.get(key, [])))
    for key, right in (("nationalities", COUNTRIES), ("nouns", (*KINDS, "any")), ("kind-words", None)):
        value = table.get(key, {})
        if not isinstance(value, Mapping):
            yield f"{key}: expected a table, found {_shown(value)}"
            continue
        for name, words in value.items():
            yield from (f"{key}.{name}: {line}" for line in _texts(words))
            for word in [name] if right else words if _is_texts(words) else []:
                yield from (f"{key}: {line}" for line in _one_of(right or KINDS)(word))


def _text(value: object) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip() or value != value.strip():
        yield f"expected a text, found {_shown(value)}"


def _texts(value: object) -> Iterator[str]:
    yield from _each(_text)(value)


def _like(pattern: str, meaning: str) -> Callable[[object], Iterator[str]]:
    def check(value: object) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield f"expected {meaning}, found {_shown(value)}"

    return check


def _each(check: Callable[[object], Iterator[str]]) -> Callable[[object], Iterator[str]]:
    def check_all(value: object) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"expected a list of texts, found {_shown(value)}"
        else:
            yield from (line for part in value for line in check(part))

    return check_all


def _one_of(words: Sequence[str] | frozenset[str]) -> Callable[[object], Iterator[str]]:
    def check(value: object) -> Iterator[str]:
        if value not in words:
            right = "an ISO 3166-1 code" if words is COUNTRIES else "one of " + ", ".join(words)
            yield f"expected {right}, found {_shown(value)}{_nearest(value, words)}"

    return check


def _year(value: object) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int) or value not in _YEARS:
        yield f"expected a year from {_YEARS[0]} to {_YEARS[-1]}, found {_shown(value)}"


def _yes_or_no(value: object) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"expected true or false, found {_shown(value)}"


def _periods(check: Callable[[object], Iterator[str]]) -> Callable[[object], Iterator[str]]:
    """The check of a value for all years, or of a list of ``{ is, from, to }`` in the order of time."""
    forms = {"is": check, "from": _year, "to": _year}

    def check_periods(value: object) -> Iterator[str]:
        if not isinstance(value, list):
            yield from check(value)
            return
        if not _is_tables(value):
            yield f"expected a text or a list of {{ is, from, to }}, found {_shown(value)}"
            return
        lines = [line for period in value for line in _of_period(period, forms)]
        yield from lines
        for before, after in pairwise(value) if not lines else ():
            if not _in_order(before.get("to"), after.get("from")):
                yield f"{_shown(after['is'])} must begin no sooner than {_shown(before['is'])} ends"

    return check_periods


def _of_period(period: Entry, forms: Mapping[str, Callable[[object], Iterator[str]]]) -> Iterator[str]:
    yield from _unknown(period, forms)
    if "is" not in period:
        yield "a period lacks its value, { is = ... }"
    yield from (line for key, value in period.items() if key in forms for line in forms[key](value))
    if _in_order(period.get("from"), period.get("to")) is False:
        yield f"from {period['from']} lies after to {period['to']}"


def _in_order(first: object, last: object) -> bool | None:
    """Whether two years are in order; ``None`` where one is missing or is no year."""
    return first <= last if isinstance(first, int) and isinstance(last, int) else None


def _unknown(table: Entry, keys: Mapping[str, object] | Sequence[str]) -> Iterator[str]:
    for key in table:
        if key not in keys:
            yield f"unknown key {_shown(key)}{_nearest(key, keys)}"


def _nearest(word: object, words: Mapping[str, object] | Sequence[str] | frozenset[str]) -> str:
    near = get_close_matches(str(word), list(words), n=1)
    return f"; did you mean {_shown(near[0])}?" if near else ""


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, Mapping) for part in value)


_ID = _like(r"[a-z0-9]+(?:-[a-z0-9]+)*", "small letters, digits and hyphens")
_FORMS: dict[str, Callable[[object], Iterator[str]]] = {
    "id": _ID,
    "name": _text,
    "kind": _one_of(KINDS),
    "aliases": _texts,
    "country": _one_of(COUNTRIES),
    "place": _text,
    "languages": _each(_like(r"[a-z]{2,3}", "an ISO 639 code in small letters")),
    "owner": _periods(_text),
    "control": _periods(_one_of(CONTROLS)),
    "from": _year,
    "to": _year,
    "predecessor": _ID,
    "successor": _ID,
    "domains": _each(_like(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "a domain in small letters")),
    "common_word": _yes_or_no,
    "basis": _text,
}
"""The keys of a [[source]] and what each may hold."""
