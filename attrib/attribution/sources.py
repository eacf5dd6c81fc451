"""The class of a source: outlet, person, role, collective, anonymous or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrib.attribution.speakers import Speakers
from attrib.dates import written
from attrib.matching.patterns import pattern
from attrib.model import Mention, Source, SourceClass, SourceKind, Span
from attrib.resources import tables

_WORD = pattern(r"[^\W_]+(?:[-’'.&][^\W_]+)*")

_LONGEST_DAY = 30
_MARKS = ' "“”«»'
_IN = pattern(rf" (?:in|on)(?: the)? [{_MARKS}]?")
_CAPITALS = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_NAME = pattern(_CAPITALS)
_NAMES = pattern(rf"(?:[Tt]he )?(?P<name>{_CAPITALS})")
_CALLED = pattern(rf"(?:(?:[Tt]he|[Aa]n?) )?(?P<what>(?:[\w-]+ )*[a-z]+) [{_MARKS}]?(?P<name>{_CAPITALS})")
_DATED = pattern(r'(?:the )?["“«]?(?P<name>[^\W\d_a-z][\w’\'-]*(?: [^\W\d_a-z][\w’\'-]*){0,3})["”»]?')
_DAY_BEHIND = pattern(r" \((?=[^()]{0,16}\d)[^\W_]{1,12}[. ]*[^\W_]{1,12}\)")
_JOINED = pattern(r", (?:and|or)\b")  # "the mayor, Interfax, and AFP"
_APPOSED = pattern(rf"[{_MARKS}]?,[{_MARKS}]? *(?:an?|the)(?P<what> [^,;()]+),")


@cache
def _tail() -> re.Pattern[str]:
    """Where the noun phrase of a source ends: at a mark, or a word that qualifies what stands before it."""
    words = "|".join(map(re.escape, tables("lexicon")["grammar"]["behind_source"]))
    return pattern(rf",|;| \(| (?:of|in|at|for|from|with|to|on|by|about|near|who|which|that|whose|{words})\b")


def head(written: str) -> str:
    """The noun phrase of a source up to what qualifies it: "the head of the ministry" gives "the head"."""
    m = _tail().search(written, 1)
    return written[: m.start()] if m else written


@lru_cache(maxsize=2048)
def noun(written: str) -> str:
    """The last word of that noun phrase, small and in the singular: what the source is."""
    return singular(head(written).rpartition(" ")[2].lower())


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def classify(written: str, whole: str, speakers: Speakers) -> SourceClass:
    """The class of a source that is no outlet, from its words; ``whole`` goes on behind it to the cue or the stop."""
    words = _WORD.findall(head(written))
    if not words:
        return "collective"
    last = words[-1]
    small = last.lower()
    if len(words) == 1:
        if small in speakers.person_pronouns:
            return "person"
        if small in speakers.group_pronouns:
            return "collective"
        if small in speakers.thing_pronouns:
            return "collective"
    lowered = whole.lower()
    if not speakers.unnamed.isdisjoint([w.lower() for w in words]):
        return "anonymous"
    for phrase in speakers.anonymous_phrases:
        if phrase in lowered and small not in speakers.media:  # "a daily close to the ruling party"
            return "anonymous"
    one = singular(small)
    if "-" in one and one.rpartition("-")[2] in speakers.roles:
        one = small = one.rpartition("-")[2]
    if one in speakers.anonymous or small in speakers.anonymous:
        return "anonymous"
    plain = len(words) == 1 and last not in speakers.places and (small in speakers.quantities or one in speakers.roles)
    if last[0].isupper() and not plain:
        if last in speakers.places or (len(words) > 1 and one in speakers.groups) or (last.isupper() and len(last) > 1):
            return "collective"
        if small != one and (one in speakers.groups or one in speakers.roles):
            return "collective"
        return "collective" if _is_body(words, speakers) else "person"
    if small in speakers.groups or one in speakers.groups:
        return "collective"
    if one in speakers.roles and small == one:
        return "role"
    if one in speakers.roles:
        return (
            "anonymous"
            if len(words) == 1 or all(w.islower() for w in words) and not _tail().search(written)
            else "collective"
        )
    if small != one or small in speakers.quantities:
        return "anonymous" if len(words) == 1 else "collective"
    if last.islower():  # "the Uzbek deal"; but of "a Western attache" only the name is lacking
        western = words[0].lower() in speakers.indefinite and any(w[0].isupper() for w in words[1:])
        return "role" if western else "collective"
    return "person"  # "Labor Minister al-Nuaimi"


def _is_body(words: Sequence[str], speakers: Speakers) -> bool:
    """Whether a name is that of a body, by its end or the noun before it: "Transneft", "the grid operator Elering"."""
    if words[-1].lower().endswith(tuple(speakers.endings)):
        return True
    first = len(words)
    while first and words[first - 1][0].isupper():
        first -= 1
    noun = words[first - 1] if first else ""
    return noun in speakers.groups and words[first].partition("-")[0] not in speakers.titles


def named(mentions: Sequence[Mention], span: Span, prose: str, speakers: Speakers) -> Mention | None:
    """The outlet that is itself the source: its name, with nothing after it but words for what it is or publishes."""
    within = [m for m in mentions if span.start <= m.span.start and m.span.end <= span.end]
    if not within:
        return None
    written = span.of(prose)
    noun_end = span.start + len(head(written))
    published = noun(written) in speakers.published
    for m in within:
        source = m.sources[0]
        # not "The East African"
        doubtful = source.common_word and (source.collective or m.span.of(prose).count(" ") < 2)
        doubtful = doubtful and not _is_titled(prose, span)
        if source.kind == "institution" or (doubtful and m.span.start == span.start and not published):
            continue
        if published and m.span.start >= noun_end:
            return m
        rest = prose[m.span.end : noun_end] if m.span.start < noun_end else "-"
        words = [w.lower() for w in _WORD.findall(rest)]
        # "RFE/RL's Bishkek bureau" is RFE/RL, wherever it has people.
        bureau = bool(words) and rest[0] in "'’" and words[-1] in speakers.outlet_words
        if rest != "-" and (
            not words or bureau or words[0] in ("and", "or") or all(w in speakers.outlet_words for w in words)
        ):
            return m
    return None


def _is_titled(prose: str, span: Span) -> bool:
    """Whether a source has a capital article in the midst of a sentence: "..., The Guardian writes"."""
    before = prose[max(0, span.start - 4) : span.start].rstrip(' "”’')
    return prose.startswith("The ", span.start) and (before[-1:] in (",", ";") or before[-1:].isalpha())


def apposed(mentions: Sequence[Mention], span: Span, prose: str) -> Source | None:
    """The outlet that a source is said to be, between commas behind it: "one Moscow daily, Trud, says"."""
    for m in mentions:
        source = m.sources[0]
        if m.span.start >= span.end and source.publishes and not (source.common_word or source.collective):
            set_off = prose[span.end : m.span.start] == ", " and prose.startswith(",", m.span.end)
            return source if set_off and not _JOINED.match(prose, m.span.end) else None
    return None


def glossed(mentions: Sequence[Mention], span: Span, prose: str, speakers: Speakers) -> Source | None:
    """The outlet whose name the bracket behind its noun gives: "one daily (Trud) says", "told the paper (Trud)"."""
    if prose[span.end : span.end + 2] != " (":
        return None
    what = noun(span.of(prose))
    if what not in speakers.media and what not in speakers.anonymous:
        return None
    first = prose[span.start : span.end].partition(" ")[0].lower()
    if first not in speakers.indefinite and first != "the":  # "Armenia's public channel (H1) showed a film"
        return None
    begins = (m for m in mentions if m.span.start == span.end + 2 and prose[m.span.end : m.span.end + 1] == ")")
    return next((m.sources[0] for m in begins if m.sources[0].publishes), None)


def written_in(mentions: Sequence[Mention], span: Span, prose: str, speakers: Speakers) -> Source | None:
    """The outlet in which a source writes: "commentators in Pravda"; nothing may follow its name."""
    if noun(span.of(prose)) not in speakers.writers:
        return None
    behind = span.start + len(head(span.of(prose)))
    for m in mentions:
        source = m.sources[0]
        if m.span.start < behind or m.span.end > span.end or source.common_word or not source.publishes:
            continue
        if _IN.fullmatch(prose, behind, m.span.start) and not prose[m.span.end : span.end].strip(_MARKS):
            return source
    return None


def called(written: str, whole: str, speakers: Speakers) -> Source | None:
    """The outlet that the registry does not list and the text calls one: "The Cable, an online newspaper,".

    So does a name of several words with one that outlets bear: "Radio Svoboda", "the Kharkiv Observer".
    ``whole`` goes on behind the words of the source to the cue or the stop.
    """
    name = head(written).strip(_MARKS)
    if (bare := _NAMES.fullmatch(name)) and _is_borne(bare["name"].split(" "), speakers):
        return unlisted(bare["name"])
    if said := _CALLED.fullmatch(name):
        name, what = said["name"], said["what"]
        if name.split(" ")[0].lower() in speakers.roles:  # "the newspaper Editor Ivan Petrov"
            return None
    elif "," in whole and _NAME.fullmatch(name) and (apposed := _APPOSED.match(whole, len(written))):
        what = head(apposed["what"])
    else:
        return None
    words = what.lower().split()
    if speakers.called.isdisjoint((words[-1], " ".join(words[-2:]))):
        return None
    return unlisted(name, next(iter(speakers.kinds(words[-1])), None))


def _is_borne(words: Sequence[str], speakers: Speakers) -> bool:
    """Whether an outlet may bear such a name; "the Radio Committee" is a body."""
    if len(words) == 1:
        return False
    return words[-1] in speakers.name_tails or (
        words[0] in speakers.name_heads and not speakers.speaks(words[-1].lower())
    )


def unlisted(name: str, kind: SourceKind | None = None) -> Source:
    """An outlet of that name, of which no more is known."""
    return Source("-".join(_WORD.findall(name.lower())), name, kind=kind)


def dated(prose: str, told: Span) -> Source | None:
    """The outlet that the registry does not list, told something on the day in the bracket right behind its name.

    Nobody else is given so: "Sobolev told Severny Vestnik (October 13)".
    """
    named = _DATED.fullmatch(prose, *told) if _DAY_BEHIND.match(prose, told.end) else None
    if named is None or next(written.read(prose, told.end, told.end + _LONGEST_DAY), None) is None:
        return None
    return unlisted(named["name"])
