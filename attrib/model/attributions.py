"""Who said what, and the words that say so."""

from __future__ import annotations

from typing import Literal

from attrib.model.sources import Source
from attrib.model.text import Span
from attrib.values import frozen

SourceClass = Literal["outlet", "person", "role", "collective", "anonymous", "agentless"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "thought", "stance", "finding"]
"""What was done: something said, held to be so, backed or opposed, or shown by a poll or a document."""


@frozen
class Attribution:
    """Who said it (``source``), the words that say so (``cue``) and what was said (``content``).

    ``sentence`` is the index of the sentence that holds the cue (or the source). ``outlet`` is the outlet that speaks,
    or that carried a person's words ("told Interfax"). ``speaker`` is who a pronoun, a bare name or "one newspaper"
    stands for, ``office`` and ``body`` what he is and where, as told here or when he was introduced. ``cue`` is
    ``None`` only for a quotation without one.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: SourceClass
    sentence: int
    outlet: Source | None = None
    speaker: str | None = None
    quotation: QuotationKind = "indirect"
    own_interview: bool = False
    act: Act = "speech"
    office: str | None = None
    body: str | None = None
