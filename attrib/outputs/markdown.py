"""For the comment on a pull request: the sums, a table of findings, and the reasons behind the rules that were met."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from attrib.excerpt import words
from attrib.outputs import Options, Report, Run
from attrib.ranking import Found, counted, found, ranked
from attrib.summary import shortfalls, summary
from attrib.terminal import inert

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]|:(?=\S)")
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
"""Behind a sign that calls a person or an issue by its name; a backslash would not keep GitHub from calling."""


def render(reports: Sequence[Report], options: Options) -> str:
    return _page(reports, options.run, found(reports))


def page(reports: Sequence[Report], run: Run, room: int) -> str:
    """The page in so many bytes of UTF-8, the mildest findings left out and counted; nothing where none fits."""
    whole = _page(reports, run, found(reports))
    if _size(whole) <= room:
        return whole
    best = ranked(reports)
    low, high = 0, len(best)
    while low < high:  # how many of the worst fit
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _size(_page(reports, run, best[:middle])) <= room else (low, middle - 1)
    cut = _page(reports, run, best[:low])
    return cut if _size(cut) <= room else ""


def escaped(text: str) -> str:
    """Words of a draft as Markdown that shows them and does nothing: no markup, no cell's end, nobody called."""
    return _CALLS.sub("\u200b", _MARKUP.sub(r"\\\g<0>", inert(text)))


def _page(reports: Sequence[Report], run: Run, shown: Collection[Found]) -> str:
    lines = ["### attrib", "", escaped(str(summary(reports)))]
    if faults := [*_faults(reports, run)]:
        lines += ["", *faults]
    if shown:
        lines += ["", "| place | rule | words | what is wrong |", "| --- | --- | --- | --- |"]
    lines += map(_row, shown)
    kept = {id(finding) for finding, _ in shown}
    if left := counted(finding.severity for finding, _ in found(reports) if id(finding) not in kept):
        lines += ["", f"No room was left for {left}."]
    whys = {finding.code: f"- **{finding.code}** {finding.name}: {escaped(finding.why)}" for finding, _ in shown}
    if whys:
        lines += ["", *(whys[code] for code in sorted(whys))]
    return "\n".join(lines) + "\n"


def _faults(reports: Sequence[Report], run: Run) -> Iterator[str]:
    """What is wrong with whole drafts."""
    yield from (f"- not read: {escaped(message)}" for _, message in run.unread)
    yield from (f"- {escaped(path)}: {escaped(message)}" for path, message in shortfalls(reports))


def _row(one: Found) -> str:
    finding, document = one
    place = document.origin(finding.span.start)
    cells = (
        f"{escaped(document.path)}:{place.line}:{place.column}",
        f"**{finding.code}** {finding.severity}",
        escaped(words(document, finding.span, 80)),
        escaped(finding.message),
    )
    return f"| {' | '.join(cells)} |"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
