"""The frames of cues: what may follow a verb of saying, and where what was said begins.

All positions here are words of a sentence (see ``words.py``), never offsets.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrib.attribution.cues import Cues, Verb
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern
from attrib.values import NamedTuple

_NOMINAL = r"(?:[DN0nsKyYdgU'R]|V(?=[NnsKyY])|<q>)"
_HEAD = r"[NnsKyY0]"
NOUN_PHRASE = rf"(?:{_NOMINAL}*{_HEAD}|p|P|D)"
_HEARER = pattern(rf"{NOUN_PHRASE}(?:[oI]{NOUN_PHRASE})*(?:C{NOUN_PHRASE})?")
_OF = pattern(r"oR*[DN0nsKyYdgU'Ro]*[NnsKyYpU0]")
_SHORT_HEARER = pattern(r"(?:p|P|D(?=P)|N+|[D0nd]*s|D?[ndN']*n)")
# Time, manner and place between the cue and the content: "said in Moscow on Tuesday that".
_ADJUNCT = pattern(r"(?:[RZ0]|D+Z|I(?:[DN0nsKyYdgGU'RZo]|C(?=[Nns]))*[NnsKyY0ZDG]|t(?:p|D?[NnsK'g]+))*")
_SPEECH = pattern(r"[:,-]?<[qQ]>")
_BEFORE_SPEECH = frozenset(":,-<")
_INSERTED = pattern(r",[^,.:;<]{1,14},(?=[Th])")
_BARE_CLAUSE = pattern(
    r"(?:[DNns0KyYdgGUR'oIC&ZPt]|<q>|S(?=[0D])|,[WwDNRnIS][^,]{1,60},)*?(?:[BHMFzVvd]|PR*[yY]|P<|s[yn])"
)
_AS = pattern(r"(?:[DNns0KyYdgU'RopPC]|I(?!S)|<q>){1,16}?S")
_TO_WHOM = pattern(rf"[tI]{NOUN_PHRASE}(?=I)")
_INFINITIVE = pattern(r"[R!]*tR*[vynFBHVsUM]")
_BEFORE_AGENT = frozenset("RI")
_BY = pattern(rf"R*(I){NOUN_PHRASE}")
_NOUN_STARTS = frozenset("DNns0KyYPpgGdUhV<RT")
_OBJECT_STARTS = _NOUN_STARTS | {"G", "'"}
_PREPOSITIONS = frozenset("Iot")
_POINTED = frozenset("nyKN")
_AFTER_ADVERB = frozenset("DNns0KyYp")
# "put the number of wounded at close to 40", "gives the share as 12 percent"
_FIGURE = pattern(rf"({NOUN_PHRASE}(?:[oI](?:{NOUN_PHRASE}|[VUd]))*?)[IS][DNRnsdotI]{{0,5}}0")
_EVEN = frozenset(("at", "as"))
# What may stand between a light verb and its noun of saying: "made several favorable comments".
_SAYING = pattern(r"(?:[DNR0dgnsUV'yYK!Z]|C(?=[nN])){0,7}[nsyYKNG]")


class Complement(NamedTuple):
    """Where the cue ends and the content begins, the act, the hearer named between them, and the frame."""

    cue_end: int
    content: int
    act: str
    frame: str
    hearer: tuple[int, int] | None = None


def verbs(words: Words, at: int, cues: Cues) -> list[tuple[Verb, int]]:
    """The verbs that the word is a form of, those with more words first, and where each of them ends."""
    w, tags = words.words, words.tags
    word = w[at]
    if alone := cues.alone.get(word):
        return [(alone, at + 1)]
    known = cues.verbs.get(word) or cues.verbs.get(word.lower(), ())
    light = cues.light.get(word)
    if not known and not light:
        return []
    found = []
    begin = at + 1
    if tags[begin : begin + 1] in ("R", "Z"):
        begin += 1  # "called Tuesday for"
    follows = w[begin] if begin < len(w) else ""
    for verb in known:
        if not verb.particles:
            found.append((verb, at + 1))
        elif verb.particles[0] == follows:
            after = begin + len(verb.particles)
            if tuple(w[begin:after]) == verb.particles:
                found.append((verb, after))
    if light and (noun := _SAYING.match(tags, at + 1)):
        last = next((k for k in range(noun.end() - 1, at, -1) if w[k] in cues.saying), 0)
        if last:
            found.insert(0, (light, last + 1))
    return found


def complement(words: Words, at: int, frames: Mapping[str, str]) -> Complement | None:
    """What follows a cue that ends before ``at``; None where no frame of it is met."""
    tags = words.tags
    if at >= len(tags):
        return None
    skipped = _ADJUNCT.match(tags, at) if tags[at] in "RZ0DIt" else None
    after = skipped.end() if skipped else at
    hearer = "hearer" in frames
    if (hearer or "quote" in frames) and (found := _speech(tags, at, after, frames)):
        return found
    if found := _clause(words, at, after, frames):
        return found
    if (hearer or "urge" in frames) and (found := _hearer(words, at, frames)):
        return found
    if "to" in frames and _INFINITIVE.match(tags, at):
        return Complement(at, at, frames["to"], "to")
    return _preposition(words, at, frames) or _phrase(words, at, frames)


def _speech(tags: str, at: int, after: int, frames: Mapping[str, str]) -> Complement | None:
    act = frames.get("quote") or frames["hearer"]
    of = _OF.match(tags, at) if tags[at] == "o" else None  # "said of the talks: ..."
    places = (of.end(),) if of else (at, after) if after != at else (at,)
    for place in places:
        if tags[place : place + 1] not in _BEFORE_SPEECH:
            continue
        if m := _SPEECH.match(tags, place):
            start = place + (tags[place] != "<")
            if (
                tags[place] != "<"
                or m.end() >= len(tags)
                or tags[start + 1] == "Q"
                or "object" in frames
                or "clause" in frames
            ):
                return Complement(at, start, act, "quote")
        if tags[place] == ":":
            return Complement(at, place + 1, act, "quote")
    return None


def _clause(words: Words, at: int, after: int, frames: Mapping[str, str]) -> Complement | None:
    w, tags = words.words, words.tags
    if "bare" in frames and (tags[at] in ".Z" or tags[at : at + 2] in ("TZ", "RZ", "DZ")):
        return Complement(at, len(tags), frames["bare"], "bare")  # "made several complaints that day"
    if tags[at] == "," and (inserted := _INSERTED.match(tags, at)):
        after = inserted.end()
    if after >= len(tags) - 1:
        return None
    if tags[after] == "T" and ("clause" in frames or "that" in frames):
        return Complement(at, after, frames.get("clause") or frames["that"], "clause")
    if "wh" in frames and (tags[after] == "h" or w[after] == "if"):
        return Complement(at, after, frames["wh"], "wh")
    if "clause" not in frames or "hearer" in frames:
        return None
    if tags[after] in "hS" and w[after] not in ("as", "than", "like"):
        return Complement(at, after, frames["clause"], "clause")
    if tags[at : at + 2] == ",T":
        return Complement(at, at + 1, frames["clause"], "clause")
    for place in (after, at) if after != at else (at,):
        if (tags[place] in "DNns0KyYPgGdRIZt" or w[place] == "having" or _contracted(w[place])) and _BARE_CLAUSE.match(
            tags, place
        ):
            return Complement(at, place, frames["clause"], "clause")
    return None


def _contracted(word: str) -> bool:
    """A subject and its verb in one word: "he'd"."""
    return "'" in word or "’" in word


def _hearer(words: Words, at: int, frames: Mapping[str, str]) -> Complement | None:
    w, tags = words.words, words.tags
    m = _HEARER.match(tags, at)
    if not m:
        return None
    hearer = (at, m.end())
    if "urge" in frames and _INFINITIVE.match(tags, m.end()):
        return Complement(at, m.end(), frames["urge"], "urge", hearer)
    if "about" in frames and "about" in w[at : m.end()]:
        about = w.index("about", at) + 1
        return Complement(at, about, frames["about"], "about", (at, about - 1)) if at < about - 1 else None
    after = _ADJUNCT.match(tags, m.end()).end()  # type: ignore[union-attr]  # it matches the empty string
    if "hearer" in frames and (inserted := _INSERTED.match(tags, after)):
        after = inserted.end()
    if after < len(tags) - 1:
        if "urge" in frames and _INFINITIVE.match(tags, after):
            return Complement(at, after, frames["urge"], "urge", hearer)
        if "hearer" in frames:
            act = frames["hearer"]
            if tags[after] in "Th" or w[after] == "if":
                return Complement(at, after, act, "hearer", hearer)
            if tags[after] == ":":
                return Complement(at, after + 1, act, "hearer", hearer)
            if s := _SPEECH.match(tags, after):
                return Complement(at, after + (s.group()[0] != "<"), act, "hearer", hearer)
            if found := _preposition(words, m.end(), frames):
                return found._replace(cue_end=at, hearer=hearer)
    if "hearer" not in frames:
        return None
    short = _SHORT_HEARER.match(tags, at)
    if short and _BARE_CLAUSE.match(tags, short.end()):
        return Complement(at, short.end(), frames["hearer"], "hearer", (at, short.end()))
    return Complement(at, after, frames["hearer"], "told", hearer)


def _preposition(words: Words, at: int, frames: Mapping[str, str]) -> Complement | None:
    w, tags = words.words, words.tags
    while at < len(tags) and tags[at] in "RZ":
        at += 1
    if tags[at : at + 1] not in _PREPOSITIONS:
        return None
    if "about" in frames and (told := _TO_WHOM.match(tags, at)) and w[told.end() : told.end() + 1] == ["about"]:
        at = told.end()
    if at < len(tags) - 1 and tags[at] in _PREPOSITIONS and w[at] in frames and tags[at + 1] in _OBJECT_STARTS:
        return Complement(at + 1, at + 1, frames[w[at]], w[at])
    return None


def _phrase(words: Words, at: int, frames: Mapping[str, str]) -> Complement | None:
    w, tags = words.words, words.tags
    if w[at] == "so" and "clause" in frames:
        return Complement(at, at, frames["clause"], "object")
    if tags[at] not in _NOUN_STARTS and w[at] != "as":
        return None
    if "as" in frames and w[at] == "as" and at < len(tags) - 1:
        return Complement(at + 1, at + 1, frames["as"], "as")
    if "as" in frames and (m := _AS.match(tags, at)) and w[m.end() - 1] == "as":
        return Complement(at, at, frames["as"], "as")
    if "figure" in frames and tags[at] in _NOUN_STARTS and (m := _FIGURE.match(tags, at)) and w[m.end(1)] in _EVEN:
        return Complement(at, at, frames["figure"], "figure")
    for frame in ("for", "of"):
        # "accused him of", "blamed them for": the object stands between
        if frame in frames and (m := _HEARER.match(tags, at)):
            inside = w[at : m.end()]
            if frame in inside or w[m.end() : m.end() + 1] == [frame]:
                return Complement(at, at, frames[frame], frame)
    pointed = tags[at] == "T" and tags[at + 1 : at + 2] in _POINTED  # "called that report a lie"
    if "naming" in frames and (tags[at] not in "RTh" or w[at] == "what" or pointed):
        return Complement(at, at, frames["naming"], "naming")
    if "object" in frames and (tags[at] != "R" or tags[at + 1 : at + 2] in _AFTER_ADVERB):
        return Complement(at, at, frames["object"], "object")
    return None


def agent(words: Words, at: int) -> tuple[int, int] | None:
    """The noun phrase after "by" in a passive."""
    w, tags = words.words, words.tags
    m = _BY.match(tags, at) if tags[at : at + 1] in _BEFORE_AGENT else None
    if m and w[m.start(1)] in ("by", "By"):
        return m.end(1), m.end()
    return None
