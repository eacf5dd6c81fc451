"""`--fix` and `--diff`: fixes made in the files, or shown."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from attrib.cli.arguments import Parser
from attrib.cli.console import say, tell, watched
from attrib.errors import AttribError
from attrib.fixing import Check, Fixed, difference, fixed, in_bytes
from attrib.inputs import STDIN
from attrib.keeping.saving import replace
from attrib.model import Document, Safety
from attrib.terminal import inert
from attrib.wording import count


def arguments(parser: Parser) -> None:
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="make the safe fixes, in the files")
    group.add_argument("--unsafe-fixes", action="store_true", help="also those that may change who is said to say what")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")


def wanted(options: argparse.Namespace) -> bool:
    """Whether anything is to be mended. Raises AttribError for an option that says how, and none that says so."""
    if options.add_ignore is not None and (options.fix or options.diff):
        raise AttribError("--add-ignore and --fix do not go together; mend first, then ignore what is left")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise AttribError("--unsafe-fixes says what to mend; add --fix or --diff")
    return bool(options.fix or options.diff)


def mend(document: Document, check: Check, options: argparse.Namespace, path: str) -> Fixed:
    """Make the fixes, and save the draft or show the difference; standard input goes to standard output.

    A file whose text was taken out of it (Word, HTML) is left as it is.
    """
    if document.extracted:
        tell(f"warning: {document.path}: fixes are made in text and Markdown only; make those that are shown by hand")
        return Fixed(*check(document), 0)
    safeties: Sequence[Safety] = ("safe", "unsafe") if options.unsafe_fixes else ("safe",)
    made = fixed(document, check, safeties)
    after = made.analysis.document.text
    if options.diff:
        shown = difference(document, after)
        say("".join(f"{inert(line)}\n" for line in shown.split("\n")[:-1]) if watched() else shown)
    elif path == STDIN:
        say(after)
    elif made.mended:
        save(document, after, path)
    return made


def save(document: Document, text: str, path: str) -> None:
    """Put another text into a draft's file. Raises AttribError where it changed meanwhile, or cannot be written."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise AttribError(f"{path}: cannot be read again: {error.strerror}") from None
    replace(path, in_bytes(document, data, text))


def summary(made: Sequence[Fixed], options: argparse.Namespace) -> str:
    """What was mended, and what more could be, in a line."""
    mended = [one.mended for one in made if one.mended]
    would = "would be made" if options.diff else "made"
    said = f"{count(sum(mended), 'fix', 'fixes')} {would} in {count(len(mended), 'bulletin')}" if mended else "no fixes"
    left = sum(finding.fix is not None and finding.fix.safety == "unsafe" for one in made for finding in one.findings)
    return said + (f"; {left} more with --unsafe-fixes" if left and not options.unsafe_fixes else "")
