"""Open a page for drafts in the browser: paste one, see its report, take it home for Word.

The page is served by this computer to itself alone, and asks nothing of any other. Nothing of a draft is kept. The
configuration is the closest one of this folder, and is read again when it changes. Ctrl-C ends it.
"""

from __future__ import annotations

import argparse
import contextlib
import socket

from attrib.cli.arguments import Parser
from attrib.cli.console import say, tell
from attrib.cli.house import arguments as rule_arguments
from attrib.cli.house import house
from attrib.errors import AttribError
from attrib.extras import lacking

HOST = "127.0.0.1"


def arguments(parser: Parser) -> None:
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="the port (default: one that is free)")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")
    rule_arguments(parser)


def _port(written: str) -> int:
    if not written.isdecimal() or not 0 <= int(written) <= 65535:
        raise argparse.ArgumentTypeError(f"“{written}” is no port; expected 1 to 65535, or 0 for one that is free")
    return int(written)


def run(options: argparse.Namespace) -> int:
    try:
        from attrib.desk.app import app, server
    except ImportError as error:
        raise AttribError(lacking("the desk", error, "desk")) from None
    house(options)  # a mistake in the settings is told before the page opens
    place = _bound(options.port)
    address = f"http://{HOST}:{place.getsockname()[1]}/"
    say(f"{address}\n")
    tell("the desk is open at this address; Ctrl-C ends it")
    if options.open:
        import webbrowser

        webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt):
        server(app(options)).run(sockets=[place])
    return 0


def _bound(port: int) -> socket.socket:
    """The socket that only this computer reaches. Raises AttribError where the port is taken."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise AttribError(
            f"port {port} cannot be had: {error.strerror}; leave --port out for one that is free"
        ) from None
