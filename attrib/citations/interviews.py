"""The author's own interviews, where a note or a bracket names one: "[5] Author's interview, Lagos, May 3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.citations.words import CitationWords
from attrib.model import Attribution, Bracket, Paragraph, Sentence, Span


def in_brackets(prose: str, brackets: Sequence[Bracket], words: CitationWords) -> tuple[Span, ...]:
    """The brackets that name an interview and cite nothing."""
    return tuple(b.span for b in brackets if b.kind == "gloss" and words.interviews.match(prose, b.span.start + 1))


def is_note(prose: str, note: Paragraph, words: CitationWords) -> bool:
    """Whether an entry of a list of notes begins with an interview."""
    return words.interviews.match(prose, *note.span) is not None


def attributions(interviews: Sequence[Span], sentences: Sequence[Sentence], first: int) -> Iterator[Attribution]:
    """What the interviews of a paragraph vouch for: the sentence in which, or behind which, one is named.

    ``sentences`` are those of the paragraph, ``first`` the index of the first of them in the bulletin.
    """
    for place in interviews:
        told = [i for i, s in enumerate(sentences) if s.span.start <= place.start]
        if told:
            content = (sentences[told[-1]].span,)
            yield Attribution(None, None, content, "person", first + told[-1], own_interview=True)
