"""The drafts that are open in an editor: each with what was found in it, as of its last version."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from attrib import inputs
from attrib.cli.house import House
from attrib.keeping.reuse import Memo
from attrib.model import Analysis, Document, Finding, Span
from attrib.outputs import Report
from attrib.registry import Registry
from attrib.server.positions import Positions
from attrib.values import frozen

_LANGUAGES = {"markdown": "markdown", "html": "html", "plaintext": "plain", "text": "plain"}
"""What editors call the formats; the ending of the file decides where it is one that attrib knows."""


@frozen(slots=False)
class Draft:
    """A version of a draft; what is found in it is computed when it is first asked for."""

    uri: str
    version: int | None
    document: Document
    house: House
    positions: Positions
    memo: Memo | None = None
    """What was read in the paragraphs of the version before."""

    @cached_property
    def report(self) -> Report:
        return Report(*self.house.checked(self.document, self.memo))

    @property
    def analysis(self) -> Analysis:
        return self.report.analysis

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.report.findings

    @property
    def registry(self) -> Registry:
        return self.house.registry

    def quoted(self, span: Span) -> str:
        """The words of a span, in quotation marks and on one line."""
        return f"“{' '.join(span.of(self.document.text).split())}”"


def read(text: str, path: str, language: str | None) -> Document:
    """The text of an editor as a document; what no other format claims is plain text."""
    return inputs.read_text(text, path, inputs.text_format(path) or _LANGUAGES.get(language or "", "plain"))


Find = Callable[[str], Draft | None]
"""The open draft of a URI."""
