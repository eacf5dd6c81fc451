"""Workflow commands of GitHub Actions: each finding an annotation of its lines, and the table for the job's summary.

GitHub shows a paragraph of a bulletin as one line and underlines nothing in it, so a message begins with the words.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from attrib.excerpt import quoted
from attrib.outputs import Addition, Options, Report, Unread
from attrib.outputs.markdown import page
from attrib.places import from_root, region
from attrib.ranking import Found, counted, ranked
from attrib.summary import SEVERITIES, Shortfall, shortfalls
from attrib.terminal import inert

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
MOST = 10
"""Annotations of a kind that GitHub keeps of one step; what is more is dropped without a word (actions/toolkit,
`docs/problem-matchers.md`, "Limitations")."""
SUMMARY = "GITHUB_STEP_SUMMARY"
SUMMARY_BYTES = 1024 * 1024
"""Of a step; a longer summary is not shown at all (actions/runner, `FileCommandManager.cs`)."""


def render(reports: Sequence[Report], options: Options) -> str:
    """The ten worst of each kind, errors first, and in one line of words what more there is."""
    found = ranked(reports)
    room = dict.fromkeys(SEVERITIES, MOST)
    lines = [*map(_file, options.run.unread), *map(_file, shortfalls(reports))][:MOST]
    room["error"] -= len(lines)
    left = []
    for one in found:
        severity = one[0].severity
        if room[severity] > 0:
            room[severity] -= 1
            lines.append(_annotation(one))
        else:
            left.append(severity)
    if left:
        where = "; the summary of the job has them" if os.environ.get(SUMMARY) else ""
        lines.append(f"attrib: {counted(left)} more: GitHub shows {MOST} annotations of a kind in a step{where}\n")
    return "".join(lines)


def additions(reports: Sequence[Report], options: Options) -> tuple[Addition, ...]:
    """The whole table, where GitHub names the file for it."""
    file = os.environ.get(SUMMARY)
    if not file:
        return ()
    taken = Path(file).stat().st_size if Path(file).exists() else 0
    return (Addition(file, page(reports, options.run, SUMMARY_BYTES - taken)),)


def _annotation(one: Found) -> str:
    """One command. ``endColumn`` is the last column, for it is `col` by default; with several lines there are none."""
    finding, document = one
    place = region(document, finding.span)
    properties: dict[str, str | int] = {"file": from_root(document.path), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        properties |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    properties["title"] = f"{finding.code} {finding.name}"
    said = f"{quoted(document, finding.span)}: {inert(finding.message)}\n{inert(finding.why)}"
    return _command(COMMANDS[finding.severity], properties, said)


def _file(draft: Unread | Shortfall) -> str:
    """What is wrong with a whole draft."""
    return _command("error", {"file": from_root(draft.path), "title": "attrib"}, inert(draft.message))


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    given = ",".join(f"{key}={_property(inert(str(value)))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    """As actions/toolkit escapes it, `packages/core/src/command.ts`; the runner undoes it, `ActionCommand.cs`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
