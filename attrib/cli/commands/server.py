"""Run the language server: findings, fixes and reasons in an editor while one writes.

An editor starts it, and talks to it by standard input and output; editors/ has what to tell Neovim, Helix, Emacs and
VS Code. The configuration is the closest one of the folder that the editor has open, and is read again when it changes.
"""

from __future__ import annotations

import argparse

from attrib.cli.arguments import Parser
from attrib.cli.house import Lasting
from attrib.cli.house import arguments as rule_arguments
from attrib.errors import AttribError
from attrib.extras import lacking


def arguments(parser: Parser) -> None:
    parser.add_argument("--stdio", action="store_true", help="as it is without; many editors say so")
    rule_arguments(parser)


def run(options: argparse.Namespace) -> int:
    try:
        from attrib.server.app import server
    except ImportError as error:
        raise AttribError(lacking("the language server", error, "server")) from None
    server(Lasting(options).now).start_io()
    return 0
