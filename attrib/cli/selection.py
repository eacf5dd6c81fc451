"""Which rules are asked: `--select`, `--ignore`, `--extend-select` by code, its beginning, name, family or ALL."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from attrib.cli.arguments import Parser
from attrib.errors import RuleError
from attrib.rulebook import Rule, Rulebook, load_rulebook


def arguments(parser: Parser) -> None:
    """The options that say which rules there are, and which of them are asked."""
    for option, what in (
        ("--select", "ask only these"),
        ("--extend-select", "ask these as well"),
        ("--ignore", "do not ask these; of two that name a rule the more exact one counts"),
    ):
        parser.add_argument(option, metavar="RULE,...", action="extend", type=_words, default=[], help=what)
    folders(parser)


def folders(parser: Parser) -> None:
    parser.add_argument(
        "--rules",
        metavar="DIR",
        action="append",
        type=Path,
        default=[],
        help="a folder of rules of your own, beside ours",
    )


def rulebook(options: argparse.Namespace) -> Rulebook:
    """All rules: those that ship and those of the folders named. Raises RuleError at a mistake in one of them."""
    book = load_rulebook()
    for folder in options.rules:
        book = book.joined(load_rulebook(folder))
    return book


def selected(options: argparse.Namespace) -> Rulebook:
    """The rules to ask. Raises RuleError with the nearest word where a word names none."""
    book = rulebook(options)
    if not (options.select or options.ignore or options.extend_select):
        return book
    wanted = _ranks(book, [*(options.select or ["ALL"]), *options.extend_select])
    unwanted = _ranks(book, options.ignore)
    return book.only(rule for rule in book.rules if wanted.get(rule.code, -1) > unwanted.get(rule.code, -1))


def _ranks(book: Rulebook, words: Iterable[str]) -> dict[str, int]:
    """How exactly each rule is named: not at all by ALL, better by a longer beginning, best by code or name."""
    ranks: dict[str, int] = {}
    for word in words:
        for rule in _found(book, word):
            ranks[rule.code] = max(ranks.get(rule.code, 0), _rank(rule, word))
    return ranks


def _found(book: Rulebook, word: str) -> tuple[Rule, ...]:
    """The rules that a word names; of a code that nobody has, the longest beginning that somebody has is the hint."""
    try:
        return book.find(word)
    except RuleError as error:
        said = str(error)
        if "did you mean" not in said:
            beginnings = (word[:end].upper() for end in range(len(word) - 1, 0, -1))
            near = next((one for one in beginnings if any(code.startswith(one) for code, _ in book.known)), None)
            said += f"; did you mean “{near}”?" if near else " (see `attrib rules`)"
        raise RuleError(said) from None


def _rank(rule: Rule, word: str) -> int:
    if word.upper() == "ALL":
        return 0
    if word.casefold() == rule.name:
        return len(rule.code)
    return len(word) if rule.code.startswith(word.upper()) else 1


def _words(value: str) -> list[str]:
    return [word for part in value.split(",") if (word := part.strip())]
