"""The outlet that carried somebody's words: "in an interview with NTV", "giving Interfax an interview", "in Pravda"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Attribution, Mention, Sentence, Span
from attrib.values import NamedTuple, evolve

# What may stand between the words and the name: "with the newspaper", "by Russia's"; some printers set it in marks.
_MARK, _MARKED = '["“«]?', '["”»]?'
_KIND = rf"(?: the)?(?: [\w’'-]+){{0,3}}? {_MARK}"


class Carriers(NamedTuple):
    """What may stand before and behind the name of an outlet that carried somebody's words."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    set_off: re.Pattern[str]
    """Right behind the name of one in which something stands: "In Trud," with a word for what it is or without."""

    @classmethod
    def load(cls, table: Mapping[str, Sequence[str]], grammar: Mapping[str, Sequence[str]]) -> Carriers:
        """The patterns of the lists of ``[carriers]`` in ``cues.toml``, and of some of ``grammar.toml``."""
        auxiliary = "|".join(map(re.escape, (*grammar["modal"], *grammar["not"], *grammar["to"])))
        text, link, verb, by, confiding, giving, kind = (
            "(?:" + "|".join(map(re.escape, table[name])) + ")"
            for name in ("texts", "links", "verbs", "verb_links", "confiding", "giving", "kinds")
        )
        return cls(
            pattern(
                rf"(?:\b(?P<noun>{text}s?)\b(?: [\w’'-]+){{0,4}}? {link}{_KIND}"
                rf"|\b(?P<verb>{verb}(?: [\w’'-]+){{0,3}}? {by}|{confiding} to){_KIND}|\b(?P<give>{giving}){_KIND}"
                rf"|(?:^|, )(?P<place>In|On)(?: the)? {_MARK}|, (?P<to>to)(?: the)? {_MARK})\Z",
                re.IGNORECASE,
            ),
            pattern(rf"{_MARKED}(?:[’']s)?(?: (?!(?:{auxiliary})\b)[\w’'-]+){{0,2}}? (?P<noun>{text}s?)\b"),
            pattern(rf"{_MARKED}(?: {kind})?,"),
        )


def carried(
    prose: str,
    sentence: Sentence,
    index: int,
    mentions: Sequence[Mention],
    found: Sequence[Attribution],
    carriers: Carriers,
) -> list[Attribution]:
    """The attributions of a sentence with the outlets that carried them; a carrier that none of them has makes one.

    ``mentions`` are those of the sentence, ``found`` the attributions found in it by their cues.
    """
    out = list(found)
    for mention in mentions:
        source = mention.sources[0]
        if source.common_word or source.collective or source.kind == "institution":
            continue
        if any(_tells(one, mention) for one in out):
            continue
        cue = _cue(prose, sentence.span, mention.span, carriers)
        if cue is None:
            continue
        free = next((k for k, a in enumerate(out) if a.outlet is None and a.cue and not a.own_interview), None)
        if cue.of(prose) in ("to", "on") and not carriers.set_off.match(prose, mention.span.end):
            # "..., said the mayor, to Le Monde"
            free = next((k for k in range(len(out)) if _spoke(out[k], cue, prose)), None)
            if free is None:
                continue
        if free is not None:
            out[free] = evolve(out[free], outlet=source)
        else:
            content = (Span(sentence.span.start, _before_stop(prose, sentence.span)),)
            out.append(Attribution(mention.span, cue, content, "outlet", index, source))
    return out


def _spoke(said: Attribution, to: Span, prose: str) -> bool:
    """Whether somebody's words stand before who said them, to an outlet at ``to``."""
    if said.outlet or said.own_interview or not (said.cue and said.source and said.content):
        return False
    named = max(said.cue.end, said.source.end)
    return said.content[0].start < said.cue.start and named <= to.start and ";" not in prose[named : to.start]


def _tells(said: Attribution, mention: Mention) -> bool:
    """Whether an attribution has the outlet that is named there."""
    if said.outlet and said.outlet in mention.sources:
        return True
    return said.kind == "outlet" and said.source is not None and said.source.holds(mention.span)


def _cue(prose: str, sentence: Span, name: Span, carriers: Carriers) -> Span | None:
    """The word that makes the name a carrier, or None: an outlet that only suffers the news carries nothing."""
    low = max(sentence.start, name.start - 70)
    before = carriers.before.search(prose[low : name.start])
    after = carriers.behind.match(prose, name.end, sentence.end)
    if before and before.lastgroup == "give":
        # "gave Interfax an interview" needs what was given
        return Span(*after.span("noun")) if after else None
    if before and before.lastgroup == "place":
        place = Span(low + before.start("place"), low + before.end("place"))
        return place if place.of(prose) == "on" or carriers.set_off.match(prose, name.end) else None
    if before and before.lastgroup:
        return Span(low + before.start(before.lastgroup), low + before.end(before.lastgroup))
    return Span(*after.span("noun")) if after else None


def _before_stop(prose: str, span: Span) -> int:
    end = span.end
    while end > span.start + 1 and prose[end - 1] in ".?! ":
        end -= 1
    return end
