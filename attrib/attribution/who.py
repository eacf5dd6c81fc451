"""Who speaks: the outlet, person, role or body that a source stands for, and what the bulletin told of it before."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.attribution import again, posts, sources
from attrib.attribution.clauses import subject
from attrib.attribution.cues import Cues
from attrib.attribution.hits import Hit, Range
from attrib.attribution.posts import Post
from attrib.attribution.speakers import Context, Person
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern
from attrib.model import Mention, Source, SourceClass, Span
from attrib.values import NamedTuple

_SUBJECT = pattern(r"[DdnsKyYN']*N(?=[BHMFzVvyYRU,])")  # at the head of a sentence: "President Ivan Orlov flew"


class Utterance(NamedTuple):
    """One sentence in which somebody may speak: its words, and the names of the registry in it."""

    prose: str
    words: Words
    names: Sequence[Mention]
    cues: Cues
    begin: int
    """Where its paragraph begins."""

    def kind(self, source: Range) -> str:
        """What kind of source a range of words is, as `Kind` says."""
        speakers = self.cues.speakers
        span = self.words.span(*source)
        noun = sources.noun(span.of(self.prose))
        if noun in speakers.documents:
            return "finding"
        outlet = sources.named(self.names, span, self.prose, speakers)
        if outlet and outlet.sources[0].collective:
            return "outlets"
        if outlet or noun in speakers.media:
            return "outlet"
        name = source[1] > 1 and self.words.tags[source[1] - 1] == "N"
        return "speaker" if name or speakers.speaks(noun) else ""


class Who(NamedTuple):
    """Who speaks: the class of the source, the outlet it is, the person it stands for, and what he is."""

    kind: SourceClass
    outlet: Source | None = None
    speaker: str | None = None
    post: Post = Post()


NOBODY = Who("agentless")


def speaks(here: Utterance, hit: Hit, source: Range, span: Span, context: Context) -> tuple[Who, Context]:
    """Who the words ``source`` of a hit are, which stand at ``span``; and the context behind them."""
    prose, words, speakers = here.prose, here.words, here.cues.speakers
    tag = words.tags[source[0]]
    if tag in "WwT" and source[1] - source[0] == 1 and source[0]:
        before = source[0] - (words.tags[source[0] - 1] == ",")
        found = subject(words, before, 0)
        if found:
            span = words.span(*found)
    written = span.of(prose)
    if here.names and (name := sources.named(here.names, span, prose, speakers)):
        outlet = name.sources[0]
        return Who("outlet", outlet), context.with_outlet(outlet)
    if here.names and (called := sources.glossed(here.names, span, prose, speakers)):
        return Who("outlet", called), context.with_outlet(called)
    lowered = written.lower()
    if lowered in speakers.person_pronouns and tag != "w":
        return _known("person", context.by_name(context.speaker), context.speaker), context
    ends = hit.cue[0] if span.start < words.starts(hit.cue[0]) else len(words.words) - 1
    whole = prose[span.start : words.ends(ends)]
    kind, who, post = posts.told(written, whole, speakers)
    if unlisted := sources.called(written, whole, speakers):
        return Who("outlet", unlisted), context.with_outlet(unlisted)
    some = kind != "person" or lowered.partition(" ")[0] in speakers.indefinite  # "One of them, Trud, says"
    if here.names and some and (said_to_be := sources.apposed(here.names, span, prose)):
        return Who("outlet", said_to_be), context.with_outlet(said_to_be)
    if here.names and (carrier := sources.written_in(here.names, span, prose, speakers)):
        return Who(kind, carrier), context.with_outlet(carrier)
    if kind == "person" and tag == "w":
        return Who("collective"), context  # whatever "which" stands for, it is nobody
    if same := again.outlet(prose, span, here.cues, context, here.begin):
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


def introduced(here: Utterance, context: Context) -> Context:
    """The context behind a sentence in which nobody speaks: whom it begins with, by name and office or known by name,
    "he" stands for from there on."""
    first = _SUBJECT.match(here.words.tags)
    if first is None:
        return context
    written = here.words.span(*first.span()).of(here.prose)
    kind, who, post = posts.told(written, written, here.cues.speakers)
    if kind != "person" or who is None:
        return context
    known = context.by_surname(who.surname)
    if known:
        return context.with_speaker(known.name)
    return context.introduce(Person(who.name, who.offices, *post)) if post.office and " " in who.name else context


def _known(kind: SourceClass, who: Person | None, name: str | None) -> Who:
    """Somebody introduced before, with what was told of him then."""
    return Who(kind, None, name, Post(who.office, who.body) if who else Post())
