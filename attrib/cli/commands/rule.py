"""Show a rule: what it asks, why, on whose authority, and its examples."""

from __future__ import annotations

import argparse

from attrib.cli.arguments import Parser, color
from attrib.cli.console import colored, encoding, say, width
from attrib.cli.house import folders, house
from attrib.errors import AttribError
from attrib.outputs import Options
from attrib.pages.rulepage import page


def arguments(parser: Parser) -> None:
    parser.add_argument("rules_asked", nargs="+", metavar="RULE", help="the code or name of a rule, such as S101")
    folders(parser)
    color(parser)


def run(options: argparse.Namespace) -> int:
    book = house(options).book
    there = Options(width(), colored(options.color), encoding())
    pages = []
    for word in options.rules_asked:
        if (rule := book.get(word)) is None:
            raise AttribError(f"no rule is called “{word}”{book.suggestion(word)}")
        pages.append(page(rule, there))
    say("\n".join(pages))
    return 0
