"""The attributions of one sentence, in words: each cue of the lexicon whose frame and subject are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from attrib.attribution import clauses, frames
from attrib.attribution.cues import Cues, Verb
from attrib.attribution.words import Words

Range = tuple[int, int]
_CUE = re.compile(r"[vzVUGyYK]|B(?=[R!]*[ndg])")


class Hit(NamedTuple):
    """One attribution, as ranges of words. ``shared`` is a source taken from the clause before."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    act: str
    start: int
    """Where the clause of the cue begins: its subject or its verb group."""
    shared: bool = False
    hearer: Range | None = None
    relative: bool = False
    trailing: bool = False
    """The content runs on to the sentence's end, and a later cue may cut it."""


def hits(words: Words, cues: Cues, outlet: Callable[[Range], bool]) -> list[Hit]:
    """The hits of a sentence in the order of their cues."""
    out: list[Hit] = []
    done = 0
    for m in _CUE.finditer(words.tags):
        at = m.start()
        if at < done:
            continue
        tag = words.tags[at]
        if tag == "B":
            hit = _state(words, at, cues)
        elif tag == "K":
            hit = _noun(words, at, cues)
        else:
            hit = None
            for verb in frames.verb_at(words.words, at, cues)[0]:
                hit = _verb(words, at, verb, cues, out, outlet)
                if hit:
                    break
            if hit is None and tag in "yYVUG":
                hit = _noun(words, at, cues)
        if hit:
            out.append(hit)
            done = hit.cue[1]
    return _cut(out, words)


def _end(words: Words) -> int:
    """Where the sentence's last word ends before its stop."""
    n = len(words.tags)
    while n and words.tags[n - 1] in ".;:!?,":
        n -= 1
    return n


def _verb(
    words: Words, at: int, verb: Verb, cues: Cues, before: list[Hit], outlet: Callable[[Range], bool]
) -> Hit | None:
    w, tags = words.words, words.tags
    tag = tags[at]
    after = at + 1 + len(verb.particles)
    group = clauses.group(w, tags, at, cues.control)
    start = group.start
    floor = _floor(tags, start)
    if tag in "VU" and group.be and not (tag == "V" and False):
        return _passive(words, at, after, group, verb, cues, floor)
    if tag == "U" and not group.have:
        return _reduced(words, at, after, verb, floor)
    if tag == "G":
        return _participle(words, at, after, group, verb, cues, before, floor)
    if group.infinitive or (tag in "vy" and not group.modal and start == 0):
        return None
    found = frames.complement(w, tags, after, verb.frames)
    previous = tags[start - 1] if start else ""
    shared = relative = False
    source: Range | None = None
    if previous in ("W", "w") or (previous == "T" and start > 1 and tags[start - 2] in "nsNKyY"):
        source = (start - 1, start)
        relative = True
    elif previous and previous in ",-":
        source = clauses.apposed(w, tags, start, floor)
        if (
            before
            and (source is None or before[-1].cue[0] >= source[1])
            and before[-1].source
            and tags[start - 1] == ","
        ):
            source, shared = before[-1].source, True
    elif previous == "C":
        if before and before[-1].source and not before[-1].relative:
            source, shared = before[-1].source, True
        else:
            source = clauses.first_subject(w, tags, floor, start - 1)
            shared = source is not None
    elif previous and previous not in ">":
        source = clauses.subject(w, tags, start, floor)
    elif previous == ">" and tags[start - 2] == "q":
        source = clauses.subject(w, tags, start, floor)
    speaks = "quote" in verb.frames or "clause" in verb.frames or "hearer" in verb.frames
    if source is None or (previous and previous in ",>-" and not shared and tag in "Vzv" and speaks):
        turned = _inverted(words, at, after, start, verb) if speaks and tag in "VzvyY" and group.start == at else None
        if turned:
            return turned
    if source is None:
        return None
    if tag in "vy" and not group.modal and not relative and not clauses.plural(w, tags, source):
        return None
    if tag == "Y" and clauses.plural(w, tags, source) and not shared:
        return None
    begin = source[0] if not shared else start
    left = _left(tags, begin, before) if not shared and not relative else None
    if (
        left
        and speaks
        and (
            found is None
            or tags[begin - 1] == ">"
            or found.frame in ("clause", "told", "object")
            and tags[found.content] not in "T<"
        )
        and (tags[begin - 1] == ">" and tags[begin - 2] == "Q" or clauses.postposed(tags, after))
    ):
        return _postposed(words, source, at, after, start, left, verb, found)
    if found is None:
        return None
    if found.act == "media" and not outlet(source):
        return None
    if found.frame in ("clause", "object") and tags[found.content] == "V" and tags[found.content - 1] == "C":
        return None
    return Hit(
        source,
        (start, max(found.cue_end, after)),
        ((found.content, _end(words)),),
        found.act,
        begin,
        shared,
        found.hearer,
        relative,
        True,
    )


def _floor(tags: str, at: int) -> int:
    """Where the stretch begins in which a subject may stand: after speech, a semicolon or a colon."""
    floor = max(tags.rfind(";", 0, at), tags.rfind(":", 0, at)) + 1
    speech = tags.rfind("Q>", 0, at)
    return max(floor, speech + 2) if speech != -1 else floor


def _left(tags: str, begin: int, before: list[Hit]) -> Range | None:
    """What stands before a postposed cue's subject: words for a content, up to the comma or closing mark."""
    if begin < 2 or tags[begin - 1] not in ",>-?!":
        return None
    end = begin - (tags[begin - 1] in ",-")
    if tags[end - 1] == ">":
        opening = tags.rfind("<", 0, end)
        if tags[opening + 1] == "Q":
            if before:
                return opening, end
            return _quoted_from(tags, opening), end
    floor = max((h.cue[1] for h in before if h.cue[1] <= end), default=0)
    floor = max(floor, tags.rfind(";", 0, end) + 1)
    while floor < end and tags[floor] in ",C":
        floor += 1
    return (floor, end) if end - floor >= 2 else None


def _quoted_from(tags: str, opening: int) -> int:
    """A quotation that a comma or colon or the start precedes begins its content; one inside a clause does not."""
    if opening == 0 or tags[opening - 1] in ",:;CT":
        return opening
    return 0


def _postposed(
    words: Words,
    source: Range,
    at: int,
    after: int,
    start: int,
    left: Range,
    verb: Verb,
    found: frames.Complement | None,
) -> Hit:
    tags = words.tags
    content = [left]
    cue_end = after
    trailing = False
    if found and found.frame in ("quote", "hearer") and found.content > after:
        content.append((found.content, _end(words)))
        trailing = True
    else:
        rest = _interposed(tags, after)
        if rest is not None and rest < _end(words):
            content.append((rest, _end(words)))
            trailing = True
    act = verb.frames.get("quote") or verb.frames.get("clause") or verb.frames["hearer"]
    return Hit(source, (start, cue_end), tuple(content), act, min(source[0], start), trailing=trailing)


_ADVERBIAL = re.compile(r"(?:[RZ0]|[IS][DN0nsKyYdgU'RZo]*[NnsKyY0ZDg]|t[DNns0'p]+)*")


def _interposed(tags: str, after: int) -> int | None:
    """Where the content goes on behind an interposed cue: "..., he said, ..."."""
    end = _ADVERBIAL.match(tags, after).end()  # type: ignore[union-attr]  # it matches the empty string
    if end < len(tags) - 1 and tags[end] in ",.:-" and tags[end + 1] not in "GWwC":
        return end + 1
    return None


def _inverted(words: Words, at: int, after: int, start: int, verb: Verb) -> Hit | None:
    tags = words.tags
    if start < 2 or tags[start - 1] not in ",>?!-":
        return None
    source = clauses.inverted(words.words, tags, after)
    if not source:
        return None
    speech = tags[start - 2 : start] == "Q>" or tags[start - 3 : start] in ("Q>,", "q>,")
    follows = tags[source[1] : source[1] + 1]
    if not speech and (follows not in ("", ".", ",", ";", ")") or tags[source[0]] in "p"):
        return None
    if not speech and tags[start - 1] == "-":
        return None
    left = _left(tags, start, [])
    if not left:
        return None
    content = [left]
    opening = tags.find("<Q", source[1])
    trailing = False
    if opening != -1 and tags[opening - 1] in ",.:-":
        content.append((opening, _end(words)))
        trailing = True
    act = verb.frames.get("quote") or verb.frames.get("clause") or verb.frames["hearer"]
    return Hit(source, (start, after), tuple(content), act, start, trailing=trailing)


def _passive(words: Words, at: int, after: int, group: clauses.Group, verb: Verb, cues: Cues, floor: int) -> Hit | None:
    w, tags = words.words, words.tags
    if group.infinitive:
        return None
    end = _end(words)
    subject = _passive_subject(w, tags, group.start, floor)
    form = cues.passives.get(w[at], frozenset())
    begin = subject[0] if subject else group.start
    # "was quoted as saying": the subject speaks
    if w[after : after + 1] == ["as"] and tags[after + 1 : after + 2] == "G":
        for inner in frames.verb_at(w, after + 1, cues)[0]:
            found = frames.complement(w, tags, after + 2 + len(inner.particles), inner.frames)
            if subject:
                if found:
                    return Hit(
                        subject, (group.start, found.cue_end), ((found.content, end),), "speech", begin, trailing=True
                    )
                left = _left(tags, begin, [])
                if left:
                    return Hit(subject, (group.start, after + 2), (left,), "speech", begin)
    by = frames.agent(w, tags, after)
    if by and verb.frames:
        content = [subject] if subject else []
        act = next(iter(verb.frames.values()))
        rest = by[1]
        if rest < end and tags[rest] in "TtSh":
            content.append((rest, end))
        return Hit(by, (group.start, by[0]), tuple(content), act, begin)
    if not subject:
        return None
    if "to" in form and tags[after : after + 1] == "t":
        return Hit(None, (group.start, after), (subject, (after, end)), "speech", begin, trailing=True)
    skipped = frames.complement(w, tags, after, {"clause": "speech"})
    if "that" in form and skipped and tags[skipped.content] == "T":
        return Hit(None, (group.start, after), ((skipped.content, end),), "speech", begin, trailing=True)
    if ("hearer" in verb.frames or "urge" in verb.frames) and (found := frames.complement(w, tags, after, _told(verb))):
        return Hit(None, (group.start, found.cue_end), ((found.content, end),), found.act, begin, trailing=True)
    if "as" in verb.frames and "passive" in verb.frames and w[after : after + 1] == ["as"]:
        return Hit(None, (group.start, after + 1), (subject, (after + 1, end)), verb.frames["as"], begin, trailing=True)
    for frame in ("of", "for"):
        if (
            frame in verb.frames
            and w[after : after + 1] == [frame]
            and "object" in verb.frames | {"of": 0}
            and w[at] != "spoken"
        ):
            return Hit(
                None, (group.start, after + 1), (subject, (after + 1, end)), verb.frames[frame], begin, trailing=True
            )
    if "bare" in form:
        return Hit(None, (group.start, after), (subject,), "speech", begin)
    return None


def _told(verb: Verb) -> dict[str, str]:
    """The frames that stay of a verb with a hearer once the hearer is its subject: "was told that"."""
    act = verb.frames.get("hearer") or verb.frames["urge"]
    own = {"clause": act, "wh": act, "to": act, "about": act}
    return {**own, **{k: v for k, v in verb.frames.items() if k in ("about", "of")}}


def _passive_subject(w: list[str], tags: str, start: int, floor: int) -> Range | None:
    if start and tags[start - 1] == ",":
        return clauses.apposed(w, tags, start, floor)
    if start and tags[start - 1] in "WwT":
        return start - 1, start
    return clauses.subject(w, tags, start, floor) if start else None


def _reduced(words: Words, at: int, after: int, verb: Verb, floor: int) -> Hit | None:
    """ "the plan announced by the ministry": a participle after its noun, with an agent."""
    w, tags = words.words, words.tags
    by = frames.agent(w, tags, after)
    if not by or not at or tags[at - 1] not in "NnsKyY,R>0":
        return None
    noun = clauses.subject(w, tags, at, floor) if tags[at - 1] != "," else clauses.subject(w, tags, at - 1, floor)
    content = (noun,) if noun else ()
    return Hit(by, (at, by[0]), content, next(iter(verb.frames.values())), at)


def _participle(
    words: Words, at: int, after: int, group: clauses.Group, verb: Verb, cues: Cues, before: list[Hit], floor: int
) -> Hit | None:
    w, tags = words.words, words.tags
    start = group.start
    end = _end(words)
    found = frames.complement(w, tags, after, verb.frames)
    if group.infinitive:
        return None
    previous = tags[start - 1] if start else ""
    if found is None or found.act == "media":
        return None
    shared = False
    source: Range | None = None
    if not previous:
        comma = tags.find(",", after)
        while comma != -1 and source is None:
            m = re.compile(r"[BHMFzVvy]").search(tags, comma)
            source = clauses.subject(w, tags, m.start(), comma + 1) if m else None
            if source is None or source[0] != comma + 1:
                source, comma = None, tags.find(",", comma + 1)
        if source is None:
            return None
        return Hit(source, (start, found.cue_end), ((found.content, comma),), found.act, start)
    if group.be:
        source = _passive_subject(w, tags, start, floor)
        if source is None and previous == "C" and before:
            source, shared = before[-1].source, True
    elif previous in ",-ISC>" or w[start - 1] in ("out", "on"):
        if before and before[-1].source and not (before[-1].relative and previous == ","):
            source, shared = before[-1].source, True
        else:
            source = clauses.first_subject(w, tags, 0, start)
            shared = True
    elif previous in "NnsKyYp0'q":
        source = clauses.subject(w, tags, start, floor)
    elif previous in "FVz" and w[start - 1] in cues.control | {"kept", "keeps", "began", "started", "stopped"}:
        source = clauses.subject(w, tags, start - 1, floor)
    else:
        return None
    if source is None and previous not in ",ISC":
        return None
    return Hit(
        source,
        (start, max(found.cue_end, after)),
        ((found.content, end),),
        found.act,
        source[0] if source and not shared else start,
        shared,
        found.hearer,
        trailing=True,
    )


def _state(words: Words, at: int, cues: Cues) -> Hit | None:
    """ "is confident that", "was critical of"."""
    w, tags = words.words, words.tags
    adjective = at + 1
    while adjective < len(tags) and tags[adjective] in "R!":
        adjective += 1
    preps = cues.states.get(w[adjective])
    after = adjective + 1
    if not preps or after >= len(tags) - 1:
        return None
    group = clauses.group(w, tags, at, cues.control)
    source = _passive_subject(w, tags, group.start, _floor(tags, group.start))
    if not source:
        return None
    relative = tags[source[0]] in "WwT"
    if "clause" in preps and (tags[after] == "T" or (tags[after] == "P" and tags[source[0]] in "PNW")):
        content, cue_end = after, after
    elif w[after] in preps and tags[after] in "Iot":
        content, cue_end = after + 1, after + 1
    else:
        return None
    if w[source[0]].lower() == "it":
        return None
    return Hit(
        source,
        (group.start, cue_end),
        ((content, _end(words)),),
        "thought",
        source[0],
        relative=relative,
        trailing=True,
    )


def _noun(words: Words, at: int, cues: Cues) -> Hit | None:
    """ "his claim that", "the ministry's criticism of"."""
    w, tags = words.words, words.tags
    preps = cues.nouns.get(w[at])
    after = at + 1
    if not preps or after >= len(tags) - 1:
        return None
    if "that" in preps and tags[after] == "T" and tags[after + 1] not in "BHMFzV":
        content = after
    elif w[after] in preps and tags[after] in "Iot":
        content = after + 1
    else:
        return None
    k = at
    while k and tags[k - 1] in "ndgRyUV0":
        k -= 1
    source: Range | None = None
    if k and tags[k - 1] == "'":
        source = clauses.subject(w, tags, k - 1, 0)
    elif k and tags[k - 1] == "D" and w[k - 1].lower() in ("his", "her", "their", "its", "our", "my"):
        source = (k - 1, k)
    if source is None and tags[after] != "T":
        return None
    return Hit(
        source,
        (at, content if tags[after] != "T" else after),
        ((content, _end(words)),),
        "speech",
        source[0] if source else at,
        trailing=True,
    )


def _cut(found: list[Hit], words: Words) -> list[Hit]:
    """Contents that run on end where the next cue of the same rank begins."""
    tags = words.tags
    out = []
    for k, hit in enumerate(found):
        if hit.trailing:
            first, last = hit.content[-1]
            for later in found[k + 1 :]:
                start = later.start
                if start <= first + 1:
                    continue
                joint = tags[start - 1]
                participle = tags[later.cue[0]] == "G" and joint == "," and later.shared
                joined = joint == "C" and later.start - 1 > first and (later.shared or tags[start - 2] == ",")
                if participle or joined or (joint == ";"):
                    last = start - 1
                    while last > first and tags[last - 1] in ",C;":
                        last -= 1
                    break
            hit = hit._replace(content=(*hit.content[:-1], (first, last)))
        out.append(hit)
    return out
