"""A folder: `index.html` with the trends, and a page a bulletin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrib.outputs import Options, Report
from attrib.report.writers import File

ENDINGS = ("/",)
INDEX = "index.html"


def files(reports: Sequence[Report], target: str, options: Options) -> Iterator[File]:
    from attrib.report.pages import bulletin_page, index_page

    folder, names = Path(target), names_of(reports)
    yield File(str(folder / INDEX), index_page(reports, names, options).encode())
    for report, name in zip(reports, names, strict=True):
        yield File(str(folder / name), bulletin_page(report, options, home=INDEX).encode())


def names_of(reports: Sequence[Report]) -> list[str]:
    """A file's name for every bulletin, made of its own: no two are one, also where case does not count."""
    taken, names = {"index"}, []
    for report in reports:
        plain = re.sub(r"[^\w.-]+", "-", Path(report.path).stem, flags=re.ASCII).strip(".-").lower() or "bulletin"
        stem, number = plain, 1
        while stem in taken:
            number += 1
            stem = f"{plain}-{number}"
        taken.add(stem)
        names.append(f"{stem}.html")
    return names
