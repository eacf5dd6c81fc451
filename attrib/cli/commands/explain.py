"""Give the whole reasoning for what stands at FILE:LINE:COL, or for all of FILE:LINE."""

from __future__ import annotations

import argparse
import re

from attrib.cli.arguments import STDIN, Parser, color, reading
from attrib.cli.console import colored, encoding, say, width
from attrib.cli.house import arguments as rule_arguments
from attrib.cli.house import house
from attrib.errors import AttribError
from attrib.inputs import read
from attrib.outputs import Options, Report
from attrib.pages.explain import claims_at, explanation, findings_at, standing_at

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?:?", re.DOTALL)


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "place", metavar="FILE:LINE[:COL]", help="a place as `attrib check` prints it; - is standard input"
    )
    reading(parser)
    rule_arguments(parser)
    color(parser)


def run(options: argparse.Namespace) -> int:
    place = _PLACE.fullmatch(options.place)
    if place is None:
        raise AttribError(
            f"“{options.place}” is no place; expected FILE:LINE or FILE:LINE:COL, such as draft.txt:3:120"
        )
    line, column = int(place["line"]), int(place["column"]) if place["column"] else None
    if line == 0 or column == 0:
        raise AttribError(f"“{options.place}” is no place; lines and columns count from 1")
    here = house(options)
    path = "-" if place["path"] == STDIN else place["path"]
    analysis = here.analyse(read(path, stdin_filename=options.stdin_filename))
    claims = claims_at(analysis, line, column)
    report = Report(analysis, here.check(analysis))
    found = findings_at(report, claims, line, column)
    if not (claims or found):
        raise AttribError(f"{options.place}: {standing_at(analysis, line, column)}")
    there = Options(width(), colored(options.color), encoding())
    say(explanation(report, claims, here.registry, there, found))
    return 0
