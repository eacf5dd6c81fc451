"""`--diff-base`: findings on what a change touches, and no others."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib.cli.arguments import Group
from attrib.cli.house import House
from attrib.errors import AttribError, InputError
from attrib.model import Document
from attrib.outputs import Report
from attrib.withheld.changes import Change, Version
from attrib.wording import count

if TYPE_CHECKING:
    from attrib.withheld.revisions import Revision


def arguments(group: Group) -> None:
    group.add_argument(
        "--diff-base",
        metavar="REV",
        help="report only what changed since the last commit shared with this revision",
    )


def base(options: argparse.Namespace) -> Revision | None:
    """What to compare with, if anything, asked of git before anything is written.

    Raises AttribError where git cannot tell, and for an option that writes what is found, which would then be a part
    of the change.
    """
    if options.diff_base is None:
        return None
    for option in ("fix", "diff", "add_baseline", "add_ignore"):
        if getattr(options, option) not in (None, False):
            raise AttribError(f"--diff-base and --{option.replace('_', '-')} do not go together; leave one out")
    from attrib.withheld import revisions

    return revisions.since(options.diff_base)


def of_change(
    reports: Sequence[Report], options: argparse.Namespace, here: House, base: Revision | None
) -> tuple[list[Report], str]:
    """The reports less what the change did not touch, and what to say of that, if anything.

    Raises AttribError for a draft that is not in the repository.
    """
    if base is None:
        return list(reports), ""
    from attrib.withheld import changes

    found = [_change(report, base, here) for report in reports]
    if any(one.before is not one.now for one in found):
        found += [Change(_version(draft, here), None) for draft in _gone(reports, base, here)]
    kept = changes.of_change(found)
    left = [report._replace(findings=own) for report, own in zip(reports, kept, strict=True)]
    hidden = sum(map(len, (one.findings for one in reports))) - sum(map(len, kept))
    since = f"{options.diff_base} ({base.commit[:12]})"
    return left, f"{count(hidden, 'finding')} on text unchanged since {since} left out" if hidden else ""


def _change(report: Report, base: Revision, here: House) -> Change:
    """What became of a draft; where nothing did, both are the same."""
    now = Version(report.analysis, report.findings)
    before = _read(base.data(report.path), report.path)
    return Change(now if before == report.analysis.document else _version(before, here), now)


def _gone(reports: Sequence[Report], base: Revision, here: House) -> Iterator[Document | None]:
    """The drafts that are no more, of those that a bare check would read."""
    from attrib.config.drafts import keeps, met

    kept = keeps(here.settings)
    there = {base.inside(report.path) for report in reports}
    for inside in base.gone:
        path = f"{base.root}/{inside}"
        if inside not in there and met(path, here.settings, kept):
            yield _read(base.then(inside), path)


def _version(draft: Document | None, here: House) -> Version | None:
    return None if draft is None else Version(*here.checked(draft))


def _read(data: bytes | None, path: str) -> Document | None:
    """A draft as it was; ``None`` where there was none, or it could not be read."""
    from attrib.inputs import read_data

    try:
        return None if data is None else read_data(data, path)
    except InputError:
        return None
