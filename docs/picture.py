"""Draws the picture of the README from what attrib says: ``python docs/picture.py`` writes docs/check.svg.

The SVG stands on a ground of its own, so that it can be read on white and on black pages, and every run of characters
has its length set, so that the carets stand beneath their words in any typeface.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "check.svg"
DRAFT = "examples/ferry-strike.txt"
COLUMNS = 100

GROUND, EDGE, INK, FAINT = "#1b1f27", "#3a4150", "#d7dce5", "#8791a3"
COLORS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "35": "#d2a8ff", "36": "#76d5e8"}
SIZE, ADVANCE, LEADING, MARGIN = 14.0, 8.43, 20.0, 24.0
"""Pixels: the letters, the step from one to the next, the step from line to line, and the room around all."""


class Run(NamedTuple):
    """Characters of one line that share a style; ``column`` counts from 0."""

    column: int
    text: str
    codes: frozenset[str]


def said() -> str:
    """What a terminal shows: the command and the findings, in colours."""
    command = [sys.executable, "-m", "attrib", "check", "--color", "always", DRAFT]
    place = {**os.environ, "COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=ROOT, env=place, capture_output=True, encoding="utf-8", check=False)
    return f"\x1b[2m$\x1b[0m \x1b[1mattrib check {DRAFT}\x1b[0m\n{done.stdout}"


def runs(line: str) -> Iterator[Run]:
    """The runs of a line, its escapes read, its blanks left out at both ends of a run."""
    column, codes = 0, frozenset[str]()
    for escapes, text in re.findall(r"\x1b\[([\d;]*)m|([^\x1b]+)", line):
        if not text:
            codes = frozenset(escapes.split(";")) - {"0", ""}
            continue
        for words in re.finditer(r"\S+(?: \S+)*", text):
            yield Run(column + words.start(), words[0], codes)
        column += len(text)


def drawn(text: str) -> str:
    """The SVG of a terminal's text."""
    lines = text.rstrip("\n").split("\n")
    width = 2 * MARGIN + COLUMNS * ADVANCE
    height = 2 * MARGIN + len(lines) * LEADING
    words = re.sub(r"\x1b\[[\d;]*m", "", text)
    body = [_text(run, row) for row, line in enumerate(lines) for run in runs(line)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img">',
            f"<title>{escape(words.splitlines()[0])}</title>",
            f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="8"',
            f' fill="{GROUND}" stroke="{EDGE}"/>',
            f"<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" "
            f'font-size="{SIZE:g}" fill="{INK}">',
            *body,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _text(run: Run, row: int) -> str:
    x = MARGIN + run.column * ADVANCE
    y = MARGIN + (row + 0.7) * LEADING
    style = "".join(f' fill="{COLORS[code]}"' for code in sorted(run.codes & COLORS.keys()))
    style = style or (f' fill="{FAINT}"' if "2" in run.codes else "")
    style += ' font-weight="bold"' if "1" in run.codes else ""
    return f'<text x="{x:.1f}" y="{y:g}" textLength="{len(run.text) * ADVANCE:.1f}"{style}>{escape(run.text)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(drawn(said()), encoding="utf-8")
