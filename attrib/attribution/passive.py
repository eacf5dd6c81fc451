"""Cues in the passive: "was quoted as saying", "is said to", "it was announced that", "announced by the ministry"."""

from __future__ import annotations

from attrib.attribution import clauses, frames
from attrib.attribution.cues import Cues, Verb
from attrib.attribution.hits import Hit, Kind, Range, floor, left
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern

_NAME = pattern(r"D?n{0,2}[N<]")  # "is known as the Wolf", "as Operation Sapphire"


def passive(words: Words, verb_at: Range, verb: Verb, group: clauses.Group, cues: Cues, kind: Kind) -> Hit | None:
    """A form of "be" and a participle."""
    at, after = verb_at
    w, tags = words.words, words.tags
    if group.infinitive:
        return None
    subject = _subject(words, group.start)
    begin = subject[0] if subject else group.start
    if w[after : after + 1] == ["as"] and tags[after + 1 : after + 2] == "G":
        return _quoted(words, after + 1, group, subject, cues)
    by = frames.agent(words, after)
    act = next(iter(verb.frames.values()))
    if by and w[by[1] : by[1] + 1] == ["as"] and tags[by[1] + 1 : by[1] + 2] == "G":
        hit = _quoted(words, by[1] + 1, group, subject, cues)
        return hit._replace(hearer=by) if hit else None
    if by and not _may(act, by, kind):
        return None
    if by:
        content = [subject] if subject else []
        if by[1] < words.end and tags[by[1]] in "TtSh":
            content.append((by[1], words.end))
        return Hit(by, (group.start, by[0]), tuple(content), act, begin)
    if not subject or group.modal:
        return None
    return _agentless(words, at, after, group, verb, subject, cues)


def _subject(words: Words, start: int) -> Range | None:
    tags = words.tags
    if not start:
        return None
    low = floor(tags, start)
    if tags[start - 1] == ",":
        return clauses.apposed(words, start, low)
    if tags[start - 1] in "WwT":
        return start - 1, start
    return clauses.subject(words, start, low)


def _quoted(words: Words, at: int, group: clauses.Group, subject: Range | None, cues: Cues) -> Hit | None:
    """ "was quoted as saying": the subject of the passive speaks."""
    if not subject:
        return None
    for inner, after in frames.verbs(words, at, cues):
        found = frames.complement(words, after, inner.frames)
        if found:
            return Hit(
                subject,
                (group.start, found.cue_end),
                ((found.content, words.end),),
                "speech",
                subject[0],
                trailing=True,
            )
        said = left(words.tags, subject[0], [])
        if said:
            return Hit(subject, (group.start, at + 1), (said,), "speech", subject[0])
    return None


def _agentless(
    words: Words, at: int, after: int, group: clauses.Group, verb: Verb, subject: Range, cues: Cues
) -> Hit | None:
    """A passive that reports without saying whose word it is."""
    w, tags = words.words, words.tags
    form = cues.passives.get(w[at], frozenset())
    last = words.end
    begin = subject[0]
    if "to" in form and tags[after : after + 1] == "t":
        return Hit(None, (group.start, after), (subject, (after, last)), "speech", begin, trailing=True)
    if (
        "that" in form
        and (found := frames.complement(words, after, {"clause": "speech"}))
        and tags[found.content] == "T"
    ):
        return Hit(None, (group.start, after), ((found.content, last),), "speech", begin, trailing=True)
    act = verb.frames.get("hearer") or verb.frames.get("urge")
    if act:
        told = {"clause": act, "quote": act, "wh": act, "to": act, "about": act}
        if found := frames.complement(words, after, told):
            cue = group.start, found.cue_end
            return Hit(None, cue, ((found.content, last),), act, begin, trailing=True, frame=found.frame)
    if after < last - 1:
        if w[after] == "as" and "as" in verb.frames and "passive" in verb.frames:
            if "naming" in form and _NAME.match(tags, after + 1):
                return None
            return Hit(
                None, (group.start, after + 1), (subject, (after + 1, last)), verb.frames["as"], begin, trailing=True
            )
        if w[after] in ("of", "for") and w[after] in form:
            return Hit(None, (group.start, after + 1), (subject, (after + 1, last)), "speech", begin, trailing=True)
    if "bare" in form:
        return Hit(None, (group.start, after), (subject,), "speech", begin)
    return None


def reduced(words: Words, verb_at: Range, verb: Verb, cues: Cues, kind: Kind) -> Hit | None:
    """ "the plan announced by the ministry": a participle after its noun, with an agent."""
    at, after = verb_at
    w, tags = words.words, words.tags
    if (
        at
        and w[after : after + 1] == ["as"]
        and "as" in verb.frames
        and "passive" in verb.frames
        and tags[at - 1] in ",nsNR"
        and "naming" not in cues.passives.get(w[at], ())
    ):
        noun = clauses.subject(words, at - (tags[at - 1] == ","), floor(tags, at))
        if noun and after < words.end - 1 and tags[after + 1] in "DNn<":
            comma = tags.find(",", after + 1)
            last = comma if comma != -1 else words.end
            return Hit(None, (at, after + 1), (noun, (after + 1, last)), verb.frames["as"], at)
    by = frames.agent(words, after)
    if not by or not at or tags[at - 1] not in "NnsKyY,R>0Z":
        return None
    act = next(iter(verb.frames.values()))
    if not _may(act, by, kind):
        return None
    noun = clauses.subject(words, at - (tags[at - 1] == ","), floor(tags, at))
    return Hit(by, (at, by[0]), (noun,) if noun else (), act, at)


def _may(act: str, by: Range, kind: Kind) -> bool:
    """Whether an agent may do this act: some only outlets do, some only polls and reports."""
    return act in ("speech", "thought", "stance") or kind(by).startswith("outlet" if act == "media" else "finding")
