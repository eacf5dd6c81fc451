"""The examples of a rule: texts it must flag and texts it must leave alone. They are its tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from attrib import resources
from attrib.errors import AttribError, RuleError
from attrib.model import Analysis
from attrib.nearest import nearest
from attrib.rulebook.book import Rule, Rulebook
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from attrib.analysis import Library
    from attrib.withheld.suppression import Ignored

_KEYS = ("text", "date", "style", "format", "ignore", "flag")


class Example(NamedTuple):
    """``flag`` are the exact words to underline, one finding each; none for a good example."""

    kind: Literal["bad", "good"]
    number: int
    text: str
    flag: tuple[str, ...] = ()
    date: dt.date | None = None
    style: str | None = None
    format: str = "plain"
    ignore: tuple[dict[str, Any], ...] = ()
    """Entries of a sidecar, without ``file``."""

    def __str__(self) -> str:
        return f"{self.kind} example {self.number}"


class Outcome(NamedTuple):
    """What a rule flagged in one of its examples; ``fault`` says what is wrong with that, ``None`` where nothing is."""

    rule: Rule
    example: Example
    flagged: tuple[str, ...]
    fault: str | None


class Trial(NamedTuple):
    """All outcomes, and the rules that no example of theirs fires."""

    outcomes: tuple[Outcome, ...]
    silent: tuple[Rule, ...]

    @property
    def failures(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.fault)


def examples(rule: Rule) -> tuple[Example, ...]:
    """The examples in a rule's file, bad ones first. Raises RuleError at a malformed one."""
    table = resources.parse(rule.place)
    found: list[Example] = []
    kinds: tuple[Literal["bad", "good"], ...] = ("bad", "good")
    for kind in kinds:
        entries = table.get(kind, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise RuleError(f"{rule.place}: {kind}: expected an array of tables: [[{kind}]]")
        found.extend(_example(rule, kind, number, entry) for number, entry in enumerate(entries, 1))
    return tuple(found)


def _example(rule: Rule, kind: Literal["bad", "good"], number: int, entry: dict[str, Any]) -> Example:
    place = f"{rule.place}: {kind} example {number}"
    for key in entry:
        if key not in _KEYS:
            raise RuleError(f"{place}: unknown key “{key}”{nearest(key, _KEYS)}")
    for key in ("text", "style", "format"):
        if not isinstance(entry.get(key, ""), str):
            raise RuleError(f"{place}: {key}: found {entry[key]!r}, expected a text")
    if "text" not in entry:
        raise RuleError(f"{place}: text is missing")
    day = entry.get("date")
    if day is not None and (not isinstance(day, dt.date) or isinstance(day, dt.datetime)):
        raise RuleError(f"{place}: date: found {day!r}, expected a day such as 1999-12-02, without quotation marks")
    flag = entry.get("flag", [])
    if not isinstance(flag, list) or not all(isinstance(words, str) for words in flag):
        raise RuleError(f"{place}: flag: expected an array of the exact words to underline")
    if kind == "good" and flag:
        raise RuleError(f"{place}: flag: a good example flags nothing; take it out")
    for words in flag:
        if words not in entry["text"]:
            raise RuleError(f"{place}: flag: “{words}” does not stand in the text")
    return Example(
        kind,
        number,
        entry["text"],
        tuple(flag),
        day,
        entry.get("style"),
        entry.get("format", "plain"),
        tuple(entry.get("ignore", ())),
    )


def run_examples(
    rulebook: Rulebook,
    rules: Iterable[Rule] | None = None,
    *,
    library: Library | None = None,
) -> Trial:
    """Every example of the rules (all, if none are named) against its own rule, with the sources of a library.

    Raises RuleError at a malformed one.
    """
    outcomes: list[Outcome] = []
    silent: list[Rule] = []
    for rule in rulebook.rules if rules is None else rules:
        own = [_run(rulebook, rule, example, library) for example in examples(rule)]
        outcomes += own
        if not any(outcome.flagged for outcome in own if outcome.example.kind == "bad"):
            silent.append(rule)
    return Trial(tuple(outcomes), tuple(silent))


def analysis_of(example: Example, library: Library | None = None) -> Analysis:
    """An example, read as a draft."""
    from attrib.analysis import analyse
    from attrib.inputs import read_text

    document = read_text(example.text, format=example.format)
    return analyse(document, date=example.date, style=example.style, library=library)


def _run(rulebook: Rulebook, rule: Rule, example: Example, library: Library | None) -> Outcome:
    from attrib.findings import check

    try:
        analysis = analysis_of(example, library)
        # A suppression is judged by what the other rules find.
        asked = rulebook if rule.on == "suppression" else rulebook.only([rule])
        ignored = _ignored(example, rulebook)
        found = check(analysis, asked, registry=library.registry if library else None, ignored=ignored)
        findings = [finding for finding in found if finding.code == rule.code]
    except AttribError as error:
        return Outcome(rule, example, (), f"{rule.place}: {example}: {error}")
    flagged = tuple(finding.span.of(example.text) for finding in findings)
    return Outcome(rule, example, flagged, _fault(rule, example, flagged))


def _ignored(example: Example, rulebook: Rulebook) -> tuple[Ignored, ...]:
    if not example.ignore:
        return ()
    from attrib.withheld import sidecar, suppression

    return sidecar.ignored(sidecar.entries({"ignore": list(example.ignore)}, suppression.SIDECAR), rulebook.known)


def _fault(rule: Rule, example: Example, flagged: tuple[str, ...]) -> str | None:
    place = f"{rule.place}: {example}"
    if example.kind == "good":
        return f"{place}: {rule.code} flags {_quoted(flagged)}, expected nothing" if flagged else None
    if not flagged:
        return f"{place}: {rule.code} flags nothing, expected {_quoted(example.flag) or 'a finding'}"
    if example.flag and sorted(flagged) != sorted(example.flag):
        return f"{place}: {rule.code} flags {_quoted(flagged)}, expected {_quoted(example.flag)}"
    return None


def _quoted(texts: tuple[str, ...]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
