"""The stretches of a paragraph that stand in quotation marks."""

from __future__ import annotations

from attrib.model import Span


def quotations(prose: str, span: Span) -> tuple[Span, ...]:
    """The quotations inside ``span``, marks included."""
    return ()
