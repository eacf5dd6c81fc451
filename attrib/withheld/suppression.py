"""Suppressions: ``<!-- attrib: ignore[S101] reason -->`` keeps findings back in its paragraph, or in the next.

A comment that stands alone between blank lines speaks of the paragraph after it. It needs a reason; without one, or
with a code that no rule has, it has no effect, and the rules of family N report it. A draft whose format has no
comments is spoken of in a file beside it (attrib/withheld/sidecar.py).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrib.matching.patterns import pattern
from attrib.model import Analysis, Comment, Finding, Span
from attrib.nearest import nearest_word
from attrib.values import NamedTuple, evolve, frozen

if TYPE_CHECKING:
    from pathlib import Path

_OURS = pattern(r"\s*attrib\s*:", re.IGNORECASE)
_FORM = pattern(r"\s*attrib\s*:\s*ignore\s*\[(?P<codes>[^\]]*)\]\s*:?\s*(?P<reason>.*?)\s*", re.DOTALL | re.IGNORECASE)
_CODE = pattern(r"[^\s,;]+")
_BLANK_LINES = pattern(r"\n[ \t\r]*\n|\r[ \t]*\r")
_EXPECTED = "expected <!-- attrib: ignore[S101] reason -->"


SIDECAR = "attrib-ignore.toml"
"""The file that speaks of drafts whose format has no comments."""


@frozen
class Ignored:
    """One code of one suppression. ``span`` is the code where it has one, else the comment.

    ``scope`` is the stretch of text whose findings it keeps back; ``rule`` the code of the rule it names;
    ``nearest`` the nearest right word where it names none; ``used`` is ``None`` where it could not have been.
    """

    span: Span
    comment: Span
    code: str | None = None
    reason: str | None = None
    scope: Span | None = None
    rule: str | None = None
    nearest: str | None = None
    fault: str | None = None
    used: bool | None = None
    sidecar: str | None = None
    """The entry of a file beside the draft, where it stands there; ``known_by`` then says which finding it is for."""
    known_by: tuple[str, str, int] | None = None


class Suppressed(NamedTuple):
    """A finding that is kept back, and what keeps it."""

    finding: Finding
    by: Ignored


def closest(draft: str) -> Path | None:
    """The sidecar of a draft: in its folder, or in the closest folder above that has one."""
    folder, above = "", os.path.dirname(os.path.realpath(draft))
    while folder != above:
        folder, above = above, os.path.dirname(above)
        if os.path.isfile(file := os.path.join(folder, SIDECAR)):
            from pathlib import Path

            return Path(file)
    return None


def read(analysis: Analysis, known: Sequence[tuple[str, str]]) -> tuple[Ignored, ...]:
    """The suppressions of a bulletin, one a code, in order; ``known`` are the codes and names of all rules."""
    comments = [comment for comment in analysis.document.comments if _OURS.match(comment.text)]
    if not comments:
        return ()
    return tuple(ignored for comment in comments for ignored in _read(comment, analysis, known))


def _read(comment: Comment, analysis: Analysis, known: Sequence[tuple[str, str]]) -> Iterable[Ignored]:
    codes = {word.casefold(): code for code, name in known for word in (code, name)}
    form = _FORM.fullmatch(comment.text)
    if form is None:
        yield Ignored(comment.span, comment.span, fault=_EXPECTED)
        return
    words = list(_CODE.finditer(form["codes"]))
    if not words:
        yield Ignored(comment.span, comment.span, fault=f"no code between the brackets; {_EXPECTED}")
    inside = analysis.document.text.find(comment.text, *comment.span)  # a comment of Word stands outside the text
    for word in words:
        start = inside + form.start("codes") + word.start()
        rule = codes.get(word[0].casefold())
        yield Ignored(
            comment.span if inside < 0 else Span(start, start + len(word[0])),
            comment.span,
            code=word[0],
            reason=form["reason"] or None,
            scope=_scope(comment, analysis),
            rule=rule,
            nearest=None if rule else nearest_word(word[0], (part for pair in known for part in pair)),
        )


def _scope(comment: Comment, analysis: Analysis) -> Span | None:
    """The paragraph a comment stands in, or the next where it stands alone; ``None`` where none follows."""
    text, prose = analysis.document.text, analysis.document.prose
    start = max((blank.end() for blank in _BLANK_LINES.finditer(text, 0, comment.span.start)), default=0)
    blank = _BLANK_LINES.search(text, comment.span.end)
    end = blank.start() if blank else len(text)
    if prose[start:end].strip():
        return Span(start, end)
    return next((p.span for p in analysis.paragraphs if p.span.start >= comment.span.end), None)


def apply(
    findings: Sequence[Finding], ignored: Sequence[Ignored], ran: frozenset[str]
) -> tuple[tuple[Finding, ...], tuple[Ignored, ...]]:
    """The findings that are left, and the suppressions with ``used`` filled in; ``ran`` are the codes that were run."""
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        holders = [i for i, own in enumerate(ignored) if _holds(own, finding)]
        used.update(holders)
        if not holders:
            kept.append(finding)
    return tuple(kept), tuple(
        evolve(own, used=i in used) if own.reason and own.rule in ran else own for i, own in enumerate(ignored)
    )


def held(findings: Sequence[Finding], ignored: Sequence[Ignored]) -> tuple[Suppressed, ...]:
    """The findings that are kept back, in order, each with the first suppression that does it."""
    holders = ((finding, next((own for own in ignored if _holds(own, finding)), None)) for finding in findings)
    return tuple(Suppressed(finding, own) for finding, own in holders if own)


def _holds(ignored: Ignored, finding: Finding) -> bool:
    if ignored.known_by is not None:
        return ignored.known_by == finding.known_by
    if ignored.reason is None or ignored.scope is None or ignored.rule != finding.code:
        return False
    return ignored.scope.meets(finding.span) or ignored.scope.start == finding.span.start
