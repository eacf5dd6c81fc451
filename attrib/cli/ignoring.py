"""`--add-ignore`: suppressions of what is found now, as comments where the format has them, else in a sidecar."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence

from attrib.cli.fixes import save
from attrib.errors import AttribError
from attrib.fixing import Check, edited
from attrib.inputs import STDIN, of_text
from attrib.keeping.saving import replace
from attrib.matching.patterns import pattern
from attrib.model import Analysis, Document, Edit, Finding, Severity, Span
from attrib.withheld.suppression import SIDECAR, closest

HAVE_COMMENTS = ("markdown",)
_ADDRESSES = pattern(r"(?:\n {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*)+\s*\Z")
""" "[voa]: https://..." in the lines after a paragraph or a note: no text."""
_EMPHASIS = tuple("*_~")
_OWN_FAMILY = "N"  # what is wrong with a suppression is mended, not suppressed


def reason(text: str) -> str:
    """A reason as the command line gives it. Raises AttribError for one that a suppression cannot hold."""
    words = " ".join(text.split())
    if not words:
        raise AttribError("--add-ignore: the reason is empty; say why the findings are to be ignored")
    if "--" in words:
        raise AttribError("--add-ignore: a comment cannot hold “--”; write the reason without it")
    return words


def ignore(
    document: Document, path: str, check: Check, why: str, severities: Collection[Severity]
) -> tuple[Analysis, tuple[Finding, ...], int]:
    """Suppress what is found of these severities in a draft's file; what is left, and how many findings are gone.

    Raises AttribError where the file or its sidecar cannot be written.
    """
    if path == STDIN:
        raise AttribError("--add-ignore writes into a draft's file, and standard input has none; name the file")
    analysis, findings = check(document)
    wanted = [one for one in findings if one.code[0] != _OWN_FAMILY and one.severity in severities]
    if not wanted:
        return analysis, findings, 0
    left: Sequence[Finding] = wanted
    if document.format in HAVE_COMMENTS:
        document, left = _commented(analysis, wanted, check, why)
        if len(left) < len(wanted):
            save(analysis.document, document.text, path)
    if left:
        _put_beside(path, left, why)
    analysis, findings = check(document)
    known = {finding.known_by for finding in wanted}
    return analysis, findings, len(wanted) - sum(finding.known_by in known for finding in findings)


def _commented(
    analysis: Analysis, findings: Sequence[Finding], check: Check, why: str
) -> tuple[Document, Sequence[Finding]]:
    """The document with a comment at the end of each paragraph with a finding, and the findings it cannot hold."""
    document = analysis.document
    codes: dict[int, list[str]] = {}
    for finding in findings:
        block = next(
            (block for block in document.blocks if block.span.start <= finding.span.start < block.span.end), None
        )
        if block is not None:
            codes.setdefault(_end(document.text, block.span), []).append(finding.code)
    edits = [
        Edit(Span(end, end), f" <!-- attrib: ignore[{', '.join(dict.fromkeys(there))}] {why} -->")
        for end, there in codes.items()
    ]
    made = of_text(edited(document.text, edits), document)
    still = {finding.known_by for finding in check(made)[1]}
    return made, [finding for finding in findings if finding.known_by in still]


def _end(text: str, block: Span) -> int:
    """Where a comment at the end of a block belongs: behind the marks of emphasis, and before addresses of links."""
    end = block.start + len(_ADDRESSES.sub("", block.of(text)).rstrip())
    while text[end : end + 1] in _EMPHASIS:
        end += 1
    return end


def _put_beside(path: str, findings: Iterable[Finding], why: str) -> None:
    """Put entries at the end of the closest sidecar, or into a new one in the draft's folder."""
    from pathlib import Path

    from attrib.withheld.sidecar import written

    file = closest(path) or Path(path).resolve().parent / SIDECAR
    here = os.path.relpath(Path(path).resolve(), file.parent).replace(os.sep, "/")
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise AttribError(f"{file}: cannot be read: {error}") from None
    replace(file, (before + written(findings, here, why)).removeprefix("\n").encode())
