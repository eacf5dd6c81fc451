"""Bodies that have themselves looked or reckoned: "IWPR found", "the World Bank puts", "Amnesty has counted"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.attribution.speakers import Speakers
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Mention, Sentence, Source, Span

_RULING = ("state", "party")
_VERB = pattern(r"\s+(?:(?:has|have|had)\s+)?(?P<verb>[a-z]+)\s+(?!by\b|in\b|at\b|on\b|to\b)")
_ARTICLE = pattern(r"[Tt]he\s\Z")


def ascertains(mentions: Sequence[Mention], span: Span, prose: str, verb: str, speakers: Speakers) -> Source | None:
    """The body of no state that is the source at ``span``, where its ``verb`` says that it has looked or reckoned."""
    if verb.lower() not in speakers.ascertaining:
        return None
    start = span.start + 4 * (prose[span.start : span.start + 4].lower() == "the ")
    return next((body for m in mentions if m.span == (start, span.end) and (body := _independent(m))), None)


def found(
    prose: str,
    sentence: Sentence,
    index: int,
    mentions: Sequence[Mention],
    said: Sequence[Attribution],
    speakers: Speakers,
) -> Iterator[Attribution]:
    """The attributions that no cue shows: of such a body at the head of its sentence, with what it ascertained.

    "Amnesty International counted 60 prisoners": who counts says nothing, and yet it is Amnesty's word.
    """
    for mention in mentions:
        head = prose[sentence.span.start : mention.span.start]
        verb = _VERB.match(prose, mention.span.end, sentence.span.end)
        if head and not _ARTICLE.fullmatch(head) or not verb or verb["verb"] not in speakers.ascertaining:
            continue
        body = _independent(mention)
        if body and not any(one.source and one.source.meets(mention.span) for one in said):
            content = Span(verb.end(), len(prose[: sentence.span.end].rstrip(".?! ")))
            source = Span(sentence.span.start, mention.span.end)
            yield Attribution(source, Span(*verb.span("verb")), (content,), "collective", index, body)


def _independent(mention: Mention) -> Source | None:
    source = mention.sources[0]
    ruled = source.kind != "institution" or any(period.value in _RULING for period in source.control)
    return None if ruled else source
