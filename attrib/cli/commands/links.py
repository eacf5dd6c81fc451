"""Show every claim with the citations that support it."""

from __future__ import annotations

import argparse

from attrib.cli.arguments import Parser, drafts, outputs
from attrib.cli.drafts import analysed, each
from attrib.cli.writing import write
from attrib.outputs import Report


def arguments(parser: Parser) -> None:
    drafts(parser)
    outputs(parser, of="links", default="table")


def run(options: argparse.Namespace) -> int:
    analyses, failed = each(options, analysed(options))
    write([Report(analysis) for analysis in analyses], options)
    return 2 if failed else 0
