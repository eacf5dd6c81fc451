"""Fixes: the edits of findings made in a draft, until none is left to make."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from attrib.errors import AttribError
from attrib.inputs import decoding, of_text
from attrib.model import Analysis, Document, Edit, Finding, Fix, Safety
from attrib.terminal import inert
from attrib.values import NamedTuple

Check = Callable[[Document], tuple[Analysis, tuple[Finding, ...]]]
"""What is found in a document."""

_MOST_ROUNDS = 20
"""A fix may lay open another, such as a duplicate of what was misspelt; fixes that undo each other must end."""


class Fixed(NamedTuple):
    """A draft with its fixes made: how many, and what is found in it now. Its text is ``analysis.document.text``."""

    analysis: Analysis
    findings: tuple[Finding, ...]
    mended: int


def fixed(document: Document, check: Check, safeties: Collection[Safety]) -> Fixed:
    """The draft with the fixes of these safeties made. Once more changes nothing.

    Of fixes that overlap the first in the text is made, and the others when they are found again. Where a text comes
    back, two fixes are at odds, and the later is not made.
    """
    analysis, findings = check(document)
    seen = {document.text}
    count = 0
    for _ in range(_MOST_ROUNDS):
        made = disjoint(finding.fix for finding in findings if finding.fix and finding.fix.safety in safeties)
        text = edited(analysis.document.text, (edit for fix in made for edit in fix.edits))
        if text in seen:
            break
        seen.add(text)
        count += len(made)
        analysis, findings = check(of_text(text, document))
    return Fixed(analysis, findings, count)


def disjoint(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made at once: whole ones, of which no two touch each other's words."""
    made: list[Fix] = []
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits):
        with_it = taken
        for edit in fix.edits:
            if any(_clash(edit, other) for other in with_it):
                break
            with_it = [*with_it, edit]
        else:
            made.append(fix)
            taken = with_it
    return made


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with these edits made, of which no two overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def in_bytes(document: Document, data: bytes, text: str) -> bytes:
    """The file of a document with another text: its encoding and byte order mark stay.

    ``data`` is the file as it is now. Raises AttribError where it is no longer the document that was read, where its
    format cannot be written, and where the encoding lacks a letter.
    """
    now, encoding = decoding.decode(data, document.path)
    if now != document.text or encoding != document.encoding:
        raise AttribError(f"{document.path}: was changed while attrib read it; run attrib again")
    try:
        return decoding.mark(data, encoding) + text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        raise AttribError(
            f"{document.path}: “{letter}” cannot be written in {encoding.upper()}; save the draft as UTF-8"
        ) from None


def difference(before: Document, after: str) -> str:
    """A unified diff of a draft and its new text; empty where they are equal."""
    import difflib

    old, new, path = _lines(before.text), _lines(after), inert(before.path)
    return "".join(_ended(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")))


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them: a form feed or a line separator ends none."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _ended(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _clash(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end
