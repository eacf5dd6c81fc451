"""Print the JSON Schema of the configuration or of a rule, for an editor to complete."""

from __future__ import annotations

import argparse
import json
from typing import Any

from attrib.cli.arguments import Parser, one_of
from attrib.cli.console import say


def arguments(parser: Parser) -> None:
    parser.add_argument("of", type=one_of("config", "rule"), metavar="WHAT", help="config or rule")


def run(options: argparse.Namespace) -> int:
    say(json.dumps(_schema(options.of), indent=2, ensure_ascii=False) + "\n")
    return 0


def _schema(of: str) -> dict[str, Any]:
    if of == "config":
        from attrib.config.schema import configuration

        return configuration()
    from attrib.rulebook.schema import rule_file

    return rule_file()
