"""Write the editor's report: the bulletin as set text, with what carries each claim.

The ending of -o says what is written: .html is one page that needs no other file and no network; several drafts stand
behind an index with their trends. A folder (a name that ends in /, or one that is there) gets an index and a page a
draft. .docx is the draft in Word, with a comment at each finding; a Word file may be written over itself. .md is the
table of findings, .json holds claims and findings for programs, .csv has a row a claim.
"""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Sequence

from attrib.cli.arguments import Parser, drafts
from attrib.cli.console import tell
from attrib.cli.drafts import each
from attrib.cli.house import arguments as rule_arguments
from attrib.cli.house import house
from attrib.cli.writing import no_draft
from attrib.errors import AttribError
from attrib.keeping.saving import replace
from attrib.outputs import Options, Report, Run
from attrib.report.writers import writer
from attrib.summary import summary


def arguments(parser: Parser) -> None:
    parser.set_defaults(of="check")
    drafts(parser, needed=True)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="a file, or a folder/; folders that are missing are made (needed)"
    )
    rule_arguments(parser)


def run(options: argparse.Namespace) -> int:
    if options.output is None:
        name = os.path.splitext(os.path.basename(options.paths[0].rstrip("/")))[0].strip("-.*") or "report"
        drafts = " ".join(map(shlex.quote, options.paths[:3])) + (" ..." if len(options.paths) > 3 else "")
        raise AttribError(f"-o is missing, which says where the report goes: `attrib report {drafts} -o {name}.html`")
    here = house(options)
    written = writer(options.output)

    def start(paths: Sequence[str]) -> None:
        here.read_sidecars(paths)

    reports, unread = each(options, here.settings, lambda document, _: Report(*here.checked(document)), start)
    if not reports and unread:
        return 2
    made = written.files(reports, options.output, Options(run=Run(here.book.rules, unread, registry=here.registry)))
    folder = os.path.dirname(options.output.rstrip("/"))
    is_new = bool(folder) and not os.path.isdir(folder)
    for file in made:
        no_draft(file.path, unread if file.is_draft else [*reports, *unread])
        replace(file.path, file.data)
    if is_new:
        tell(f"{folder}: there was no such folder; it is made")
    tell(f"{options.output}: {summary(reports)}")
    return 2 if unread else 0
