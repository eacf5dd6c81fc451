"""All the hits of one sentence, in the order of their cues."""

from __future__ import annotations

from attrib.attribution import active, clauses, frames, participles, passive, phrases
from attrib.attribution.cues import Cues, Verb
from attrib.attribution.hits import Hit, Kind, Range, cut, outermost
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern
from attrib.model import Span

_CUE = pattern(r"[BvzVUGyYKF](?:(?<!B)|(?=[R!]*[ndg]))")


def hits(words: Words, prose: str, span: Span, cues: Cues, kind: Kind) -> list[Hit]:
    """The hits of the sentence at ``span``, whose words these are; ``kind`` tells outlets and findings."""
    fixed: list[Hit] = []
    if not cues.marks.isdisjoint(words.words):
        fixed = phrases.fixed(words, span.start, span.of(prose), cues)
    marked = ":" in words.tags or "-<" in words.tags
    if marked and (label := phrases.speaker_label(words, kind) or phrases.did(words)):
        fixed.append(label)
    if words.tags.startswith(("<Q>-", "<Q>,-")) and (label := phrases.signed(words)):
        fixed.append(label)
    taken = {k for h in fixed for k in range(*h.cue)} if fixed else ()
    out: list[Hit] = []
    done = 0
    for m in _CUE.finditer(words.tags):
        at = m.start()
        if at < done or at in taken:
            continue
        hit = _at(words, at, cues, out, kind)
        if hit:
            out.append(hit)
            done = hit.cue[1]
    if fixed:
        out = sorted([*out, *fixed], key=lambda h: h.cue)
    if len(out) < 2:
        return out and cut(out, words)
    return outermost(cut(out, words), words, kind)


def _at(words: Words, at: int, cues: Cues, before: list[Hit], kind: Kind) -> Hit | None:
    tag = words.tags[at]
    if tag == "B":
        return phrases.state(words, at, cues)
    hit: Hit | None = None
    if tag != "K":
        matches = frames.verbs(words, at, cues)
        group = clauses.group(words, at) if matches else None
        for verb, after in matches:
            hit = group and _verb(words, (at, after), verb, group, cues, before, kind)
            if hit:
                return hit
    return phrases.noun(words, at, cues) if tag in "KyYVUG" and words.words[at] in cues.nouns else None


def _verb(
    words: Words, verb_at: Range, verb: Verb, group: clauses.Group, cues: Cues, before: list[Hit], kind: Kind
) -> Hit | None:
    tag = words.tags[verb_at[0]]
    if tag in "VU" and group.be:
        return passive.passive(words, verb_at, verb, group, cues, kind)
    if tag == "G":
        return participles.participle(words, verb_at, verb, group, cues, before)
    if tag == "V" and (hit := passive.reduced(words, verb_at, verb, cues, kind)):
        return hit
    if tag == "U" and not group.have:
        return passive.reduced(words, verb_at, verb, cues, kind)
    return active.finite(words, verb_at, verb, group, cues, before, kind)
