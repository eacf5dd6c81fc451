"""Who said it, the words that say so, and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from attrib.model import Attribution, Mention, Paragraph, Sentence, Span


@frozen
class Cues:
    """The lexicon of cues, ready to match."""


@frozen
class Context:
    """What goes from paragraph to paragraph: the last speaker, the last outlet, the people introduced."""


def default_cues() -> Cues:
    return Cues()


def find(
    prose: str,
    paragraph: Paragraph,
    sentences: Sequence[Sentence],
    first: int,
    mentions: Sequence[Mention],
    masked: Sequence[Span],
    cues: Cues,
    context: Context,
) -> tuple[tuple[Attribution, ...], Context]:
    """The attributions of one paragraph."""
    return (), context
