"""Cues that are verbs in the active: subject, verb group and complement in any of their orders."""

from __future__ import annotations

from attrib.attribution import clauses, frames
from attrib.attribution.cues import Cues, Verb
from attrib.attribution.frames import Complement
from attrib.attribution.hits import AFTER_SPEECH, Hit, Kind, Range, floor, interposed, left
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern

_OPENING = pattern(r"[CR]{1,3},")
_NAMES = pattern(r"N+(?:[.,;)C]|$|[^Nn])")
_VERBAL = pattern(r"[BHMFzVvyYd]")
_REDUCED = pattern(r"(?:R*Z0?|R0|D[RZ]*Z|I[D0R]*[0Z])+R*[BHMFz]")  # a participle's time, and the clause's verb


def finite(
    words: Words, verb_at: Range, verb: Verb, group: clauses.Group, cues: Cues, before: list[Hit], kind: Kind
) -> Hit | None:
    """A finite verb: "X said that ...", "..., X said", "..., said X", "who said", "and said"."""
    at, after = verb_at
    tags, tag = words.tags, words.tags[at]
    start = group.start
    if group.infinitive or (tag in "vy" and start == 0) or (group.modal and not group.negated and not group.would):
        return None
    act = verb.speech
    found = None
    if act is None or "bare" in verb.frames:
        found = frames.complement(words, after, verb.frames)
        if found and found.frame == "bare":
            after = at + 1
            found = found._replace(cue_end=after, content=after)
        elif found is None and act is None:
            return None
    if (tags[at - 1 : at] == "B" and tag in "vzyY") or (tag == "V" and _REDUCED.match(tags, after)):
        return None  # "there are fears that", "the money pledged in 1998 was spent"
    source, shared, relative = subject(words, start, before)
    previous = tags[start - 1] if start else ""
    if previous == "R" and source and source[1] < start - 1:
        previous = ""
    named = previous == "," and tags[after : after + 1] == "N" and not shared and "hearer" not in verb.frames
    if (source is None or previous == ">" or named) and act and tag in "VzvyY" and start == at:
        turned = _inverted(words, at, after, act)
        if turned:
            return turned
    if source is None or not _agrees(words, at, group, source, shared, relative):
        return None
    found = found or frames.complement(words, after, verb.frames)
    begin = source[0] if not shared else start
    if act in ("media", "finding") and not kind(source).startswith("outlet" if act == "media" else "finding"):
        act = None
    if act and not shared and not relative:
        hit = _postposed(words, source, (start, after), begin, act, found, before)
        if hit:
            return hit
    if (
        found is None
        and begin
        and act
        and after < words.end
        and (
            (tags[begin - 1] in "wWhT" and tags[after] in "BHMFVzvRd")
            or (tags[begin - 1] in "nsKy" and tags[after] in "BHM")  # "a road he said was closed"
        )
    ):
        # "which officials said was closed", "what they said was a trap"
        return Hit(source, (start, after), ((begin - 1, begin), (after, words.end)), act, begin, trailing=True)
    if found is None or not _fits(found, verb, words, at, source, relative, kind):
        return None
    if found.frame == "figure" and kind(source) == "finding":
        found = found._replace(act="finding")  # "estimates put the toll at 200"
    content = ((found.content, words.end),) if found.content < words.end else ()
    cue_end = max(found.cue_end, after)
    silent = _silent(words, source, group, found)
    if found.frame == "to" and verb.base in cues.silence and (said := _said(words, found.content, cues)):
        cue_end, content, silent = said, (), True
    return Hit(
        source,
        (start, cue_end),
        content,
        found.act,
        begin,
        shared,
        found.hearer,
        relative,
        True,
        found.frame,
        silent,
    )


def _silent(words: Words, source: Range, group: clauses.Group, found: Complement) -> bool:
    """Whether nothing was said; who "did not say why" said the rest."""
    if found.frame == "wh":
        return False
    before = words.words[max(0, source[0] - 1) : source[1]]
    first = words.words[found.content : found.content + 1]
    return group.negated or first == ["nothing"] or not words.grammar.nobody.isdisjoint(before)


def _said(words: Words, at: int, cues: Cues) -> int | None:
    """Where an infinitive of saying ends that begins at ``at``; None for any other: "refused to leave"."""
    verb = words.tags.find("t", at) + 1
    if verb == 0 or verb >= len(words.tags):
        return None
    speaking = any(v.speech or "about" in v.frames for v, _ in frames.verbs(words, verb, cues))
    return verb + 1 if speaking else None


def subject(words: Words, start: int, before: list[Hit]) -> tuple[Range | None, bool, bool]:
    """The subject to the left of a verb group, whether it is shared with the clause before, whether it is relative."""
    tags = words.tags
    while start and tags[start - 1] == "R":
        start -= 1
    if not start:
        return None, False, False
    previous = tags[start - 1]
    low = floor(tags, start)
    if previous in "Ww" or (previous == "T" and start > 1 and tags[start - 2] in "nsNKyY"):
        return (start - 1, start), False, True
    last = before[-1] if before and before[-1].source else None
    if previous in ",-":
        source = clauses.apposed(words, start, low)
        if last and previous == "," and not last.relative and (source is None or last.cue[0] >= source[1]):
            return last.source, True, False
        if source is None and words.words[start].lower() == "then":
            source = clauses.first_subject(words, low, start - 1)
            return source, source is not None, False
        return source, False, False
    if previous in "RZ" and (time := clauses.time_before(tags, start)) and tags[time - 1] in "C,":
        start, previous = time, tags[time - 1]  # "but on Tuesday wrote"
    if previous == "C":
        if last and not last.relative:
            return last.source, True, False
        source = clauses.first_subject(words, low, start - 1)
        return source, source is not None, False
    if previous == ">" and tags[start - 2] == "Q":
        if floor(tags, start) < start:  # "X, who calls it a “shame,” said"
            return clauses.apposed(words, start, low), False, False
        return None, False, False
    return clauses.subject(words, start, low), False, False


def _agrees(words: Words, at: int, group: clauses.Group, source: Range, shared: bool, relative: bool) -> bool:
    """Whether subject and verb agree in number; what is as good a noun as a verb must."""
    tag = words.tags[at]
    if tag in "vy" and not (group.modal or group.do or group.controlled or relative):
        return clauses.plural(words, source)
    if tag == "Y" and not shared:
        # a name in -s ("Interfax reports", "Andrews calls") may be one person or many
        return relative or words.tags[source[1] - 1] == "N" or not clauses.plural(words, source)
    return True


def _fits(found: Complement, verb: Verb, words: Words, at: int, source: Range, relative: bool, kind: Kind) -> bool:
    """Whether the complement is one that this act, subject and form may have."""
    tags = words.tags
    if found.act == "media":
        return kind(source).startswith("outlet")
    if found.frame == "figure":
        return kind(source) in ("outlet", "finding", "speaker")
    if found.act == "finding":
        finds = kind(source) in ("finding", "outlet")  # a poll does, and so does a paper that has found a document
        return finds or ("that" in verb.frames and tags[found.content] == "T")
    if found.frame == "wh" and tags[source[1] - 1] == "n" and not kind(source):
        return False  # "the precedent explains why"
    if found.act in ("thought", "stance") and kind(source) == "finding":
        return False  # figures favour nobody
    explicit = found.content < len(tags) and (tags[found.content] in "T<ht" or found.frame in ("quote", "to", "urge"))
    if tags[at] in "yY" and found.frame in ("object", "naming", "clause") and not explicit:
        told = found.frame == "clause" and tags[found.content] == "P" and kind(source)  # "the mayor claims he has paid"
        if tags[source[0]] not in "NPWw" and tags[source[1] - 1] not in "NsP" and not told:
            return False
        if found.content < len(tags) and tags[found.content] in "FVzBHM":
            return False
    if found.frame == "naming" and words.words[source[0]] in ("a", "an") and _NAMES.match(tags, found.content):
        return False  # "a firm called Mabetex"
    if relative and tags[source[0]] == "T":
        return explicit and found.frame in ("clause", "quote")
    if relative and found.frame not in ("clause", "quote", "hearer", "to", "wh") and tags[source[0]] == "T":
        return False
    return not (found.frame in ("clause", "object") and tags[found.content - 1] == "C")


def _postposed(
    words: Words, source: Range, cue: Range, begin: int, act: str, found: Complement | None, before: list[Hit]
) -> Hit | None:
    """ "..., he said", "..., he said, ...", "..., as he said"."""
    w, tags = words.words, words.tags
    told = found.hearer if found and found.frame == "told" else None
    after = told[1] if told else cue[1]
    as_said = begin and w[begin - 1].lower() == "as"
    if not as_said and (begin < 2 or tags[begin - 1] not in AFTER_SPEECH):
        return None
    if as_said and clauses.postposed(tags, after):
        begin -= 1
        rest = interposed(tags, after)
        if (begin == 0 or tags[begin - 1] in "C;") and rest is not None and rest < words.end:
            return Hit(source, cue, ((rest, words.end),), act, begin)
    said = left(tags, begin, before)
    if not said:
        return _between(words, source, cue, begin, act)
    if told and tags[said[0]] in "IR" and not _VERBAL.search(tags, *said):
        return None  # "in Moscow, he told reporters"
    speech = tags.endswith(("Q>", "Q>,"), 0, begin)
    weak = found is None or (
        found.frame in ("clause", "told", "object") and (found.content >= len(tags) or tags[found.content] not in "T<")
    )
    if not (speech or (weak and clauses.postposed(tags, after))):
        return None
    if said[1] - said[0] == 1 and not speech and interposed(tags, after) is None:
        return None
    rest = interposed(tags, after)
    if found and found.frame in ("quote", "hearer") and after < found.content < words.end:
        rest = found.content
    elif told and tags.startswith(",C<", after):
        rest = after + 2
    elif told and speech and rest is not None and tags[rest] not in "BHMFz<":
        rest = None  # "“It is late,” he told the council, after a vote"
    trailing = rest is not None and rest < words.end
    content = (said, (rest, words.end)) if rest is not None and trailing else (said,)
    hearer = found.hearer if found else None
    return Hit(source, cue, content, act, min(source[0], cue[0]), hearer=hearer, trailing=trailing)


def _between(words: Words, source: Range, cue: Range, begin: int, act: str) -> Hit | None:
    """ "But, he said, it was late": what was said follows alone."""
    rest = interposed(words.tags, cue[1]) if _OPENING.fullmatch(words.tags, 0, begin) else None
    if rest is None or rest >= words.end:
        return None
    return Hit(source, cue, ((rest, words.end),), act, begin, trailing=True)


def _inverted(words: Words, at: int, after: int, act: str) -> Hit | None:
    """ "...", said the minister."""
    tags = words.tags
    if at < 2 or tags[at - 1] not in ",>?!":
        return None
    source = clauses.inverted(tags, after)
    said = left(tags, at, [])
    if not source or not said or (said[1] - said[0] == 1 and tags[said[0]] != "<"):
        return None
    speech = tags[at - 2 : at] == "Q>" or tags[at - 3 : at] in ("Q>,", "q>,")
    if not speech and (tags[source[1] : source[1] + 1] not in ("", ".", ",", ";", ")") or tags[source[0]] == "p"):
        return None
    content = [said]
    opening = tags.find("<Q", source[1])
    trailing = opening > 0 and tags[opening - 1] in ",.:-"
    if trailing:
        content.append((opening, words.end))
    return Hit(source, (at, after), tuple(content), act, at, trailing=trailing)
