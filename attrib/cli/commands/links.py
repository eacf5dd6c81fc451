"""Show every claim with the citations that support it."""

from __future__ import annotations

import argparse

from attrib.cli.arguments import Parser, drafts, outputs
from attrib.cli.drafts import each
from attrib.cli.house import folders, house
from attrib.cli.writing import write
from attrib.outputs import Report


def arguments(parser: Parser) -> None:
    drafts(parser, needed=True)
    outputs(parser, of="links", default="table")
    folders(parser)


def run(options: argparse.Namespace) -> int:
    here = house(options)
    analyses, failed = each(options, here.settings, lambda document, _: here.analyse(document))
    write([Report(analysis) for analysis in analyses], options)
    return 2 if failed else 0
