"""Findings as diagnostics, and their fixes as quick fixes."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache, partial

from lsprotocol import types
from pygls.protocol import default_converter

from attrib.fixing import disjoint
from attrib.model import Finding, Fix
from attrib.server.drafts import Draft
from attrib.terminal import visible

_JSON = default_converter()  # type: ignore[no-untyped-call]
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


class Published:
    """What was sent of a draft's last version: nearly all of it is sent again after a keystroke."""

    def __init__(self) -> None:
        self._last: dict[Hashable, str] = {}

    def diagnostics(self, draft: Draft) -> str:
        """One a finding, in the order of the text; as JSON."""
        place = cache(partial(draft.positions.place, draft.document))
        now: dict[Hashable, str] = {}
        made = []
        for finding in draft.findings:
            key = _key(finding, place)
            kept = now[key] = self._last.get(key) or json.dumps(_JSON.unstructure(diagnostic(draft, finding)))
            made.append(kept)
        self._last = now
        return f"[{', '.join(made)}]"


def _key(finding: Finding, place: Callable[[int], tuple[int, int]]) -> Hashable:
    """All that a diagnostic is made of, its places as lines and columns: most stay where they are."""
    start, end = finding.span
    related = tuple([(one.message, place(one.span[0]), place(one.span[1])) for one in finding.related])
    return finding.code, finding.severity, finding.message, finding.why, place(start), place(end), related


def diagnostic(draft: Draft, finding: Finding) -> types.Diagnostic:
    """A finding with its reason, and the places it points at."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(draft.uri, draft.positions.range(draft.document, one.span)), visible(one.message)
        )
        for one in finding.related
    ]
    return types.Diagnostic(
        range=draft.positions.range(draft.document, finding.span),
        message=f"{visible(finding.message)}. {visible(finding.why)}",
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="attrib",
        related_information=related or None,
    )


def actions(draft: Draft, here: types.Range, wanted: Iterable[str] | None) -> Iterator[types.CodeAction]:
    """The fixes of what is found in a range, and all safe ones of the draft at once.

    A text that was taken out of a page has none: its words do not stand in the file as they stand here.
    """
    if draft.document.extracted:
        return
    kinds = tuple(wanted or (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll))
    start, end = (draft.positions.offset(draft.document, place) for place in (here.start, here.end))
    if _asked(types.CodeActionKind.QuickFix, kinds):
        for finding in draft.findings:
            if finding.fix and finding.span.start <= end and start <= finding.span.end:
                yield types.CodeAction(
                    _title(draft, finding.fix),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic(draft, finding)],
                    is_preferred=finding.fix.safety == "safe",
                    edit=_edit(draft, [finding.fix]),
                )
    safe = disjoint(finding.fix for finding in draft.findings if finding.fix and finding.fix.safety == "safe")
    if safe and _asked(types.CodeActionKind.SourceFixAll, kinds):
        yield types.CodeAction(
            "Make all safe fixes of attrib", kind=types.CodeActionKind.SourceFixAll, edit=_edit(draft, safe)
        )


def _asked(kind: str, kinds: Iterable[str]) -> bool:
    """Whether a kind, or one that it is a kind of, was asked for: ``source`` stands for ``source.fixAll``."""
    return any(kind == one or kind.startswith(f"{one}.") or not one for one in map(str, (_value(k) for k in kinds)))


def _value(kind: str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _title(draft: Draft, fix: Fix) -> str:
    (edit, *_) = fix.edits
    old, new = draft.quoted(edit.span), f"“{visible(edit.text)}”"
    said = (
        f"Put in {new}"
        if edit.span.start == edit.span.end
        else f"Write {new} for {old}"
        if edit.text
        else f"Take out {old}"
    )
    return said if fix.safety == "safe" else f"{said} (changes what is said: look at it)"


def _edit(draft: Draft, fixes: Iterable[Fix]) -> types.WorkspaceEdit:
    edits = [
        types.TextEdit(draft.positions.range(draft.document, edit.span), edit.text)
        for fix in fixes
        for edit in fix.edits
    ]
    return types.WorkspaceEdit(changes={draft.uri: edits})
