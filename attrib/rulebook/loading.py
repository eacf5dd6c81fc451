"""From TOML to rules: every key, fact, value, pattern and placeholder is checked before a rule is asked anything."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from attrib import resources
from attrib.errors import RuleError
from attrib.facts import Fact, Subject, subject, subject_names
from attrib.matching.patterns import pattern
from attrib.model import Safety, Severity
from attrib.nearest import nearest
from attrib.resources import Table
from attrib.rulebook.book import FAMILIES, Change, Rule, Rulebook
from attrib.rulebook.conditions import compile_when
from attrib.rulebook.templates import compile_template

if TYPE_CHECKING:
    from pathlib import Path

REQUIRED = ("code", "summary", "on", "severity", "message", "why", "authority", "when")
OPTIONAL = ("url", "yields_to", "at", "fix", "related", "bad", "good")
_BESIDE = ("attrib.toml", ".attrib.toml", "pyproject.toml", "attrib-ignore.toml")
"""What may stand beside rules, and is none."""
_CODE = pattern(r"[A-Z]\d{3}")
_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = pattern(r"https?://[!-;=?-~]+")  # no blank, no angle bracket, nothing but ASCII


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """The rules of a folder and the folders in it; without one, those that ship with attrib.

    Raises RuleError at the first mistake: it names the file, the key, what was found, what was expected and, where a
    word is wrong, the nearest right one.

    >>> rule = load_rulebook().get("uncited-statement")
    >>> rule.code, rule.severity, rule.on
    ('S101', 'error', 'claim')
    """
    if folder is None:
        return _shipped()
    if not folder.is_dir():
        raise RuleError(f"{folder}: {'is a file; name its folder' if folder.exists() else 'no such folder of rules'}")
    files = [
        file
        for file in sorted(folder.rglob("*.toml"))
        if file.relative_to(folder).parts[0] not in resources.DATA and file.name not in _BESIDE and not file.is_dir()
    ]
    if not files:
        raise RuleError(f"{folder}: no rule in it; a rule is a file such as {folder / 'support' / 'my-rule.toml'}")
    return Rulebook.of(read_rule(str(file), resources.parse(file)) for file in files)


@cache
def _shipped() -> Rulebook:
    root = resources.rules_place()
    return Rulebook.of(read_rule(os.path.join(root, file), table) for file, table in resources.rule_tables().items())


def read_rule(file: str, table: Table) -> Rule:
    """One rule from its table. Raises RuleError as ``load_rulebook``."""
    _keys(file, table)
    code, on = table["code"], table["on"]
    _code(file, code)
    try:
        of = subject(on)
    except KeyError:
        raise RuleError(f"{file}: on: found “{on}”{nearest(on, subject_names())}") from None
    if table["severity"] not in get_args(Severity):
        raise RuleError(
            f"{file}: severity: found “{table['severity']}”{nearest(table['severity'], get_args(Severity))}"
        )
    change = _change(file, table, of)
    return Rule(
        code=code,
        name=_name(file),
        summary=table["summary"],
        on=on,
        severity=table["severity"],
        message=table["message"],
        why=table["why"],
        authority=table["authority"],
        place=file,
        when=table["when"],
        url=_url(file, table.get("url")),
        yields_to=_yields_to(file, table.get("yields_to", [])),
        fixable=change.safety if change else None,
        subject=of,
        steps=compile_when(table["when"], of, f"{file}: when"),
        at=_span(file, "at", table.get("at", "span"), of),
        text=compile_template(table["message"], of, f"{file}: message"),
        change=change,
        related=_related(file, table.get("related", {}), of),
    )


def _name(file: str) -> str:
    return os.path.splitext(os.path.basename(file))[0]


def _keys(file: str, table: Table) -> None:
    known = REQUIRED + OPTIONAL
    for key in table:
        if key not in known:
            raise RuleError(f"{file}: unknown key “{key}”{nearest(key, known)}")
    for key in REQUIRED:
        if key not in table:
            raise RuleError(f"{file}: {key} is missing; a rule has {', '.join(REQUIRED)}")
    for key in REQUIRED[:-1]:
        if not isinstance(table[key], str) or not table[key].strip():
            raise RuleError(f"{file}: {key}: found {table[key]!r}, expected a text")
    if not isinstance(table["when"], dict) or not table["when"]:
        raise RuleError(f"{file}: when: expected a table of at least one fact: [when]")
    if not _NAME.fullmatch(_name(file)):
        raise RuleError(f"{file}: the file name is the rule's name: small letters, figures and hyphens")


def _code(file: str, code: str) -> None:
    if not _CODE.fullmatch(code) or code[0] not in FAMILIES:
        letters = ", ".join(f"{letter} {family}" for letter, family in FAMILIES.items())
        raise RuleError(
            f"{file}: code: found “{code}”, expected a letter and three figures such as S101; letters: {letters}"
        )
    folder = os.path.basename(os.path.dirname(file))
    if folder in FAMILIES.values() and folder != FAMILIES[code[0]]:
        right = next(letter for letter, family in FAMILIES.items() if family == folder)
        raise RuleError(f"{file}: code: found “{code}”, but rules of the folder {folder} begin with {right}")


def _url(file: str, url: Any) -> str | None:
    if url is None or isinstance(url, str) and _URL.fullmatch(url):
        return url
    raise RuleError(f"{file}: url: found {url!r}, expected the address of a page: https://desk.example/rules")


def _yields_to(file: str, codes: Any) -> tuple[str, ...]:
    if isinstance(codes, list) and all(isinstance(code, str) and _CODE.fullmatch(code) for code in codes):
        return tuple(codes)
    raise RuleError(f'{file}: yields_to: found {codes!r}, expected codes of rules: ["A101"]')


def _span(file: str, key: str, name: Any, of: Subject, *, many: bool = False) -> Fact:
    """A fact that names places in the text."""
    spans = [fact for fact in of.facts.values() if fact.kind.base == "span" and (many or not fact.kind.many)]
    for fact in spans:
        if fact.name == name:
            return fact
    if name in of.facts:
        raise RuleError(f"{file}: {key}: “{name}” is {of.facts[name].kind}, expected a span: {_listed(spans)}")
    raise RuleError(f"{file}: {key}: found “{name}”{nearest(str(name), [fact.name for fact in spans])}")


def _listed(facts: list[Fact]) -> str:
    return ", ".join(sorted(fact.name for fact in facts))


def _change(file: str, table: Table, of: Subject) -> Change | None:
    fix = table.get("fix")
    if fix is None:
        return None
    known = ("text", "safety", "at")
    if not isinstance(fix, dict):
        raise RuleError(f"{file}: fix: found {fix!r}, expected a table: [fix] with text, safety and at")
    for key in fix:
        if key not in known:
            raise RuleError(f"{file}: fix: unknown key “{key}”{nearest(key, known)}")
    if not isinstance(fix.get("text"), str):
        raise RuleError(
            f"{file}: fix.text: found {fix.get('text')!r}, expected the text to put in place, such as “{{name}}”"
        )
    if fix.get("safety") not in get_args(Safety):
        raise RuleError(f"{file}: fix.safety: found {fix.get('safety')!r}, expected safe or unsafe")
    at = _span(file, "fix.at", fix.get("at", table.get("at", "span")), of)
    return Change(fix["safety"], at, compile_template(fix["text"], of, f"{file}: fix.text"))


def _related(file: str, table: Any, of: Subject) -> tuple[tuple[Fact, str], ...]:
    if not isinstance(table, Mapping) or not all(isinstance(text, str) for text in table.values()):
        raise RuleError(
            f'{file}: related: expected a table of span facts with a text each: references_at = "cited here"'
        )
    return tuple((_span(file, "related", name, of, many=True), text) for name, text in table.items())
