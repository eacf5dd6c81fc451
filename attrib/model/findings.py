"""What the rules found, and how it can be mended."""

from __future__ import annotations

from typing import Literal

from attrib.model.text import Span
from attrib.values import NamedTuple, frozen

Severity = Literal["error", "warning", "note"]
Safety = Literal["safe", "unsafe"]


class Edit(NamedTuple):
    span: Span
    text: str


@frozen
class Fix:
    safety: Safety
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that a finding speaks of, with what it is."""

    span: Span
    message: str


@frozen
class Finding:
    """One rule met at one span.

    ``words`` are those of its subject, blanks made even, and ``ordinal`` says the how manieth finding of the rule on
    these words it is: by these it is known again when the text around it moves.
    """

    code: str
    name: str
    severity: Severity
    path: str
    span: Span
    message: str
    why: str
    words: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    ordinal: int = 1

    @property
    def known_by(self) -> tuple[str, str, int]:
        """What makes it the same finding in another text: rule, words in any case, and which of several."""
        return self.code, self.words.casefold(), self.ordinal

    @property
    def fingerprint(self) -> str:
        """The same in sixteen signs, for files that others keep."""
        from hashlib import sha256  # loads a library that most runs do without

        code, words, ordinal = self.known_by
        return sha256(f"{code}\0{words}\0{ordinal}".encode()).hexdigest()[:16]
