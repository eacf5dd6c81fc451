"""The attributions of one paragraph: hits turned into spans, each source named, quotations gone on with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrib.attribution import again, days, outlets, sources
from attrib.attribution.cues import Cues
from attrib.attribution.hits import Hit, Range
from attrib.attribution.quotations import quotations
from attrib.attribution.sentences import hits
from attrib.attribution.speakers import Context
from attrib.attribution.who import NOBODY, Utterance, introduced, speaks
from attrib.attribution.words import Words, read
from attrib.matching.patterns import pattern
from attrib.model import (
    Act,
    Attribution,
    Mention,
    Paragraph,
    QuotationKind,
    Sentence,
    SourceClass,
    Span,
    meeting,
)
from attrib.values import evolve

# A bracket within a sentence is no part of the clause around it.
_BRACKET = pattern(r"\([^()]{1,80}\)")

# What an outlet does ("ran", "carried") is speech too.
_ACTS: Mapping[str, Act] = {"thought": "thought", "stance": "stance", "finding": "finding"}


def find(
    prose: str,
    paragraph: Paragraph,
    sentences: Sequence[Sentence],
    first: int,
    mentions: Sequence[Mention],
    masked: Sequence[Span],
    cues: Cues,
    context: Context,
    quoted: Sequence[Span] | None = None,
) -> tuple[tuple[Attribution, ...], Context]:
    """The attributions of one paragraph in the order of their cues, and the context for the next paragraph.

    ``sentences`` are those of the paragraph and ``first`` the index of the first of them in the bulletin; ``masked``
    the spans (brackets of citations) that are no part of the text; ``mentions`` the names of the registry in the rest
    of the paragraph; ``quoted`` its quotations, where they are known.
    """
    quoted = quotations(prose, paragraph.span) if quoted is None else quoted
    starts = [mention.span.start for mention in mentions]
    out: list[Attribution] = []
    for index, sentence in enumerate(sentences, first):
        words = _words(prose, sentence.span, quoted, masked, cues)
        if not words.words:
            continue
        own: Sequence[Mention] = ()
        if starts:
            own = mentions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]

        here = Utterance(prose, words, own, cues, paragraph.span.start)
        said: list[Attribution] = []
        for hit in hits(words, prose, sentence.span, cues, here.kind):
            attribution, context = _attribution(here, hit, index, quoted, context)
            if hit.silent and attribution.kind == "outlet":
                continue  # what an outlet did not report is another's word, or the author's
            said.append(again.it_writes(prose, attribution, (said or out)[-1:], cues))
        if own:
            said = outlets.carried(prose, sentence, index, own, said, cues.carriers)
            for attribution in said:
                if attribution.outlet and not attribution.outlet.collective:
                    context = context.with_outlet(attribution.outlet)
        out.extend(said)
        if not said and words.tags.startswith("<Q>"):
            _go_on(words, index, quoted, out, context)
        elif not said:
            context = introduced(here, context)
    return tuple(sorted(out, key=_place) if len(out) > 1 else out), context


def _words(prose: str, span: Span, quoted: Sequence[Span], masked: Sequence[Span], cues: Cues) -> Words:
    """The words of a sentence without what is masked and what stands in brackets."""
    holes = [*meeting(masked, span)] if masked else []
    if prose.find("(", span.start + 2, span.end) > 0:
        holes += [Span(*m.span()) for m in _BRACKET.finditer(prose, span.start + 2, span.end)]
    inside = [_clip(q, span) for q in meeting(quoted, span)] if quoted else []
    return read(prose, span, inside, holes, cues.letters, cues.grammar)


def _place(attribution: Attribution) -> tuple[int, int]:
    cue, source, content = attribution.cue, attribution.source, attribution.content
    first = cue or source or content[0]
    last = content[-1] if content else source or first
    return first.start, last.end


def _clip(span: Span, to: Span) -> Span:
    return Span(max(span.start, to.start), min(span.end, to.end))


def _attribution(
    here: Utterance, hit: Hit, index: int, quoted: Sequence[Span], context: Context
) -> tuple[Attribution, Context]:
    """What a hit in the sentence ``index`` comes to; who it makes known is in the context behind it."""
    prose, words, speakers = here.prose, here.words, here.cues.speakers
    content = tuple([_content(words, r, quoted) for r in hit.content if r[0] < r[1]])
    source = _whole(days.without(prose, words.span(*hit.source)), here.names) if hit.source else None
    who = NOBODY
    own = False
    if source is not None and hit.source is not None:
        who, context = speaks(here, hit, hit.source, source, context)
    outlet = who.outlet
    if hit.hearer:
        told = words.span(*hit.hearer)
        heard = told.of(prose).strip()
        own = heard in speakers.own or heard in speakers.first_person
        carrier = sources.named(here.names, told, prose, speakers)
        if carrier and not outlet and not own:
            outlet = carrier.sources[0]
        elif not outlet and not own:
            written = told.of(prose)
            outlet = (
                sources.glossed(here.names, told, prose, speakers)
                or sources.called(written, written, speakers)
                or again.outlet(prose, told, here.cues, context, here.begin)
                or sources.dated(prose, told)
            )
    return (
        Attribution(
            source=source,
            cue=words.span(*hit.cue),
            content=content,
            kind=who.kind,
            sentence=index,
            outlet=outlet,
            speaker=who.speaker,
            quotation=_quotation(prose, content),
            own_interview=own,
            act=_ACTS.get(hit.act, "speech"),
            office=who.post.office,
            body=who.post.body,
        ),
        context,
    )


def _whole(source: Span, names: Sequence[Mention]) -> Span:
    """A source with all of the outlet's name that it begins within: "The Sunday Telegraph", whose Sunday is no day."""
    for name in names:
        if name.span.start < source.start < name.span.end <= source.end:
            return Span(name.span.start, source.end)
    return source


def _content(words: Words, span: Range, quoted: Sequence[Span]) -> Span:
    """The span of a content; where it begins inside a quotation that an earlier sentence opened, from the mark on."""
    found = words.span(*span)
    if quoted and words.tags[span[0]] == "<":
        k = bisect_left(quoted, Span(found.start + 1, 0)) - 1
        if k >= 0 and quoted[k].start < found.start < quoted[k].end:
            return Span(quoted[k].start, found.end)
    return found


_MARKS = ('"', "“", "''", "``", "«", "„")
_OPENING = (*_MARKS, "‘")


def _quotation(prose: str, content: Sequence[Span]) -> QuotationKind:
    if content and all(prose.startswith(_OPENING, *span) for span in content):
        return "direct"
    for start, end in content:
        for mark in _MARKS:
            if prose.find(mark, start, end) >= 0:
                return "mixed"
    return "indirect"


def _go_on(words: Words, index: int, quoted: Sequence[Span], out: list[Attribution], context: Context) -> None:
    """A sentence that is a quotation and has no cue goes on with the quotation before it."""
    tags = words.tags.rstrip(".,;:?!")
    span = words.span(0, 3)
    last = out[-1] if out else None
    if last and last.kind != "agentless" and (last.quotation != "indirect" or last.sentence == index - 1):
        content = last.content
        if content and any(q.start < content[-1].end and q.start < span.start < q.end for q in quoted):
            # one quotation that the sentences cut in two
            content = (*content[:-1], Span(content[-1].start, span.end))
        else:
            content = (*content, span)
        out[-1] = evolve(last, content=content)
    elif tags == "<Q>" and span.end - span.start > 20:
        kind: SourceClass = "person" if context.speaker else "agentless"
        out.append(Attribution(None, None, (span,), kind, index, None, context.speaker, "direct"))
