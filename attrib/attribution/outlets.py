"""The outlet that carried somebody's words: "in an interview with NTV", "giving Interfax an interview", "in Pravda"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from attrib.model import Attribution, Mention, Sentence, Span
from attrib.patterns import pattern

_TEXT = (
    r"(?:interview|report|article|story|commentary|editorial|column|dispatch|essay|broadcast|programme|program|letter|piece|"
    r"account|profile|remarks?|comments?|statement|appearance|investigation|photograph|excerpt)s?"
)
_LINK = r"(?:in|on|by|from|with|to|for|of|published (?:in|by)|carried by|aired (?:on|by)|broadcast (?:on|by)|run by)"
# What may stand between the link and the name: "with the newspaper", "by Russia's".
_KIND = r"(?: the)?(?: [\w’'-]+){0,3}? "
_BEFORE = pattern(
    rf"(?:\b(?P<noun>{_TEXT})\b(?: [\w’'-]+){{0,4}}? {_LINK}{_KIND}"
    r"|\b(?P<verb>(?:speaking|spoke|appear(?:ing|ed)|interviewed|quoted|cited|writing|wrote|published|printed|carried|aired|"
    r"broadcast|reprinted|posted|reported|shown|said|told)(?: [\w’'-]+){0,3}? (?:to|in|on|by|for|with))"
    rf"{_KIND}|\b(?P<give>g(?:i|a)v(?:e|es|en|ing)|grant(?:s|ed|ing)?|told|tell(?:s|ing)?){_KIND}"
    r"|(?:^|, )(?P<place>In|On)(?: the)? )\Z",
    re.IGNORECASE,
)
_AFTER = pattern(rf"(?:[’']s)?(?: [\w’'-]+){{0,2}}? (?P<noun>{_TEXT})\b")
_COMMA = pattern(r"(?: (?:news)?(?:paper|daily|weekly|television|radio))?,")


def carried(
    prose: str, sentence: Sentence, index: int, mentions: Sequence[Mention], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions of a sentence with the outlets that carried them; a carrier that none of them has makes one.

    ``mentions`` are those of the sentence, ``found`` the attributions found in it by their cues.
    """
    out = list(found)
    for mention in mentions:
        source = mention.sources[0]
        if source.common_word or source.collective or source.kind == "institution":
            continue
        if any(
            a.outlet in mention.sources or (a.source and a.kind == "outlet" and a.source.holds(mention.span))
            for a in out
        ):
            continue
        cue = _cue(prose, sentence.span, mention.span)
        if cue is None:
            continue
        free = next((k for k, a in enumerate(out) if a.outlet is None and a.cue and not a.own_interview), None)
        if free is not None:
            out[free] = evolve(out[free], outlet=source)
        else:
            content = (Span(sentence.span.start, _before_stop(prose, sentence.span)),)
            out.append(Attribution(mention.span, cue, content, "outlet", index, source))
    return out


def _cue(prose: str, sentence: Span, name: Span) -> Span | None:
    """The word that makes the name a carrier, or None: an outlet that only suffers the news carries nothing."""
    low = max(sentence.start, name.start - 70)
    before = _BEFORE.search(prose[low : name.start])
    after = _AFTER.match(prose, name.end, sentence.end)
    if before and before.lastgroup == "give":
        # "gave Interfax an interview" needs what was given
        return Span(*after.span("noun")) if after else None
    if before and before.lastgroup == "place":
        return Span(low + before.start("place"), low + before.end("place")) if _COMMA.match(prose, name.end) else None
    if before and before.lastgroup:
        return Span(low + before.start(before.lastgroup), low + before.end(before.lastgroup))
    return Span(*after.span("noun")) if after else None


def _before_stop(prose: str, span: Span) -> int:
    end = span.end
    while end > span.start + 1 and prose[end - 1] in ".?! ":
        end -= 1
    return end
