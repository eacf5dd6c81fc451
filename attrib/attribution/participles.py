"""Cues that are participles: "..., saying that", "a letter accusing", "Citing X, the agency said"."""

from __future__ import annotations

from attrib.attribution import clauses, frames
from attrib.attribution.active import subject
from attrib.attribution.cues import Cues, Verb
from attrib.attribution.frames import Complement
from attrib.attribution.hits import Hit, Range, floor
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern

_FINITE = pattern(r"[BHMFzVvy]")


def participle(
    words: Words, verb_at: Range, verb: Verb, group: clauses.Group, cues: Cues, before: list[Hit]
) -> Hit | None:
    """ "..., saying that", "a letter accusing", "Citing X, the agency ...", "is saying"."""
    w, tags = words.words, words.tags
    after = verb_at[1]
    start = group.start
    found = frames.complement(words, after, verb.frames)
    if group.infinitive or found is None or found.act in ("media", "finding"):
        return None
    if found.frame == "bare":
        after = verb_at[0] + 1
        found = found._replace(cue_end=after, content=after)
    while start and tags[start - 1] == "R":
        start -= 1
    if not start or (start == 1 and tags[0] in "IS"):
        return _fronted(words, start, found)
    previous = tags[start - 1]
    shared = False
    carrier: Range | None = None
    source: Range | None
    if group.be:
        source = subject(words, start, before)[0]
    elif previous == "S" and w[start - 1] == "as" and before and w[before[-1].cue[1] - 1] in words.grammar.quoting:
        # "the agency quoted him as saying": he speaks, the agency carries it
        source = clauses.subject(words, start - 1, before[-1].cue[1])
        carrier = before[-1].source
    elif previous in ",-ISC>" or w[start - 1] in ("out", "on"):
        if previous in "IS" and (found.act != "speech" or w[start - 1] == "without"):
            return None
        shared = True
        if before and before[-1].source and not (before[-1].relative and previous == ","):
            source = before[-1].source
        else:
            source = clauses.first_subject(words, 0, start)
    elif previous in "NnsKyYpP0":
        source = clauses.subject(words, start, floor(tags, start))
    elif previous in "FVz" and w[start - 1] in words.grammar.control:
        source = clauses.subject(words, start - 1, floor(tags, start))
    else:
        return None
    if source is None:
        return None
    content = ((found.content, words.end),) if found.content < words.end else ()
    begin = start if shared else source[0]
    return Hit(
        source,
        (group.start, max(found.cue_end, after)),
        content,
        found.act,
        begin,
        shared,
        found.hearer or carrier,
        trailing=True,
        frame=found.frame,
    )


def _fronted(words: Words, at: int, found: Complement) -> Hit | None:
    """ "Citing officials, the agency said": the subject follows the comma that ends the content."""
    tags = words.tags
    comma = tags.find(",", found.content)
    while comma != -1:
        m = _FINITE.search(tags, comma)
        source = clauses.subject(words, m.start(), comma + 1) if m else None
        if source and source[0] == comma + 1 and found.content < comma:
            return Hit(source, (at, found.cue_end), ((found.content, comma),), found.act, 0)
        comma = tags.find(",", comma + 1)
    return None
