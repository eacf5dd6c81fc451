"""The attributions of one paragraph: hits turned into spans, each source named, quotations gone on with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrib.attribution import again, clauses, days, outlets, posts, sources
from attrib.attribution.cues import Cues
from attrib.attribution.hits import Hit, Range
from attrib.attribution.posts import Post
from attrib.attribution.quotations import quotations
from attrib.attribution.sentences import hits
from attrib.attribution.speakers import Context, Person
from attrib.attribution.words import Words, read
from attrib.matching.patterns import pattern
from attrib.model import (
    Act,
    Attribution,
    Mention,
    Paragraph,
    QuotationKind,
    Sentence,
    Source,
    SourceClass,
    Span,
    meeting,
)
from attrib.values import NamedTuple, evolve

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

        def kind(source: Range, words: Words = words, own: Sequence[Mention] = own) -> str:
            span = words.span(*source)
            noun = sources.noun(span.of(prose))
            if noun in cues.speakers.documents:
                return "finding"
            outlet = sources.named(own, span, prose, cues.speakers)
            if outlet and outlet.sources[0].collective:
                return "outlets"
            if outlet or noun in cues.speakers.media:
                return "outlet"
            name = source[1] > 1 and words.tags[source[1] - 1] == "N"
            return "speaker" if name or cues.speakers.speaks(noun) else ""

        found = hits(words, prose, sentence.span, cues, kind)
        said: list[Attribution] = []
        for hit in found:
            attribution, context = _attribution(
                prose, words, hit, index, own, quoted, cues, context, paragraph.span.start
            )
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
    prose: str,
    words: Words,
    hit: Hit,
    index: int,
    names: Sequence[Mention],
    quoted: Sequence[Span],
    cues: Cues,
    context: Context,
    begin: int,
) -> tuple[Attribution, Context]:
    content = tuple([_content(words, r, quoted) for r in hit.content if r[0] < r[1]])
    source = _whole(days.without(prose, words.span(*hit.source)), names) if hit.source else None
    who = _NOBODY
    own = False
    if source is not None and hit.source is not None:
        who, context = _who(prose, words, hit.source, source, hit, names, cues, context, begin)
    outlet = who.outlet
    if hit.hearer:
        told = words.span(*hit.hearer)
        own = told.of(prose).strip() in cues.speakers.own
        carrier = sources.named(names, told, prose, cues.speakers)
        if carrier and not outlet and not own:
            outlet = carrier.sources[0]
        elif not outlet and not own:
            written = told.of(prose)
            outlet = (
                sources.called(written, written, cues.speakers)
                or again.outlet(prose, told, cues, context, begin)
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


class Who(NamedTuple):
    """Who speaks: the class of the source, the outlet it is, the person it stands for, and what he is."""

    kind: SourceClass
    outlet: Source | None = None
    speaker: str | None = None
    post: Post = Post()


_NOBODY = Who("agentless")


def _who(
    prose: str,
    words: Words,
    source: Range,
    span: Span,
    hit: Hit,
    names: Sequence[Mention],
    cues: Cues,
    context: Context,
    begin: int,
) -> tuple[Who, Context]:
    tag = words.tags[source[0]]
    if tag in "WwT" and source[1] - source[0] == 1 and source[0]:
        before = source[0] - (words.tags[source[0] - 1] == ",")
        found = clauses.subject(words, before, 0)
        if found:
            span = words.span(*found)
    written = span.of(prose)
    if names and (name := sources.named(names, span, prose, cues.speakers)):
        outlet = name.sources[0]
        return Who("outlet", outlet), context.with_outlet(outlet)
    lowered = written.lower()
    if lowered in cues.speakers.person_pronouns and tag != "w":
        return _known("person", context.by_name(context.speaker), context.speaker), context
    ends = hit.cue[0] if span.start < words.starts(hit.cue[0]) else len(words.words) - 1
    whole = prose[span.start : words.ends(ends)]
    kind, who, post = posts.told(written, whole, cues.speakers)
    if unlisted := sources.called(written, whole, cues.speakers):
        return Who("outlet", unlisted), context.with_outlet(unlisted)
    if names and (carrier := sources.written_in(names, span, prose, cues.speakers)):
        return Who(kind, carrier), context.with_outlet(carrier)
    if kind == "person" and tag == "w":
        return Who("collective"), context  # whatever "which" stands for, it is nobody
    if same := again.outlet(prose, span, cues, context, begin):
        return Who("outlet", same), context.with_outlet(same)
    if who:
        full = who.name
        if " " not in full:
            full, context = context.named(full, prose, span)
        context = context.introduce(Person(full, who.offices, *post))
        return _known(kind, context.by_name(full), full), context
    if kind == "role":
        known = context.by_office(sources.head(lowered).rpartition(" ")[2]) if lowered.startswith("the ") else None
        if known:
            return _known(kind, known, known.name), context.with_speaker(known.name)
        return Who(kind, post=post), context.with_speaker(None)
    return Who(kind), context


def _known(kind: SourceClass, who: Person | None, name: str | None) -> Who:
    """Somebody introduced before, with what was told of him then."""
    return Who(kind, None, name, Post(who.office, who.body) if who else Post())


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
