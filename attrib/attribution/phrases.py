"""Cues that are no verbs: "according to", "in his words", "reportedly", "is convinced that", "the claim that"."""

from __future__ import annotations

from attrib.attribution import clauses
from attrib.attribution.cues import Cues
from attrib.attribution.hits import Hit, Kind, Range, floor
from attrib.attribution.words import Words
from attrib.matching.patterns import pattern
from attrib.matching.wordlists import lowered
from attrib.model import BULLETS

_SOURCE = pattern(
    r"(?:[DN0nsKyYdgU'R]|[VG](?=[NnsKy])|<q>|Z(?=[NnsKyY]))*(?:[NnsKyY0]|<q>)(?:(?:[oI]|C(?=[DNns]))(?:[DN0nsKyYdgU'RZ]|<q>)*[NnsKyY0])*|[pP]|D(?:I[DNnsKyY']*[NnsKyY])?(?=[.,;W)]|$)|DoD[dgnN']*[nsN]+"
)
_PARTED = pattern(r"[NnsKyY0](?=D)")
_OWNED = pattern(r"I([DNnsdgR0KyY]+'|D)R*n*[snyYK]")
_DID = pattern(r"M(?=:<Q)")
_LABEL = pattern(r"N{1,5}(?=:[<Ph])")
# "Croatia: The mayor of Split, on the levy: '...'", "Foreign Minister Ivan Petrov -- '...'" and nothing behind it.
_HEAD = r"[DNnsKyYdgU'R0]*[NnsKyY]"
_HEADED = pattern(
    rf"[{BULLETS}]?(?:[DN][DNns]{{0,3}}:)?(?P<who>(?P<head>{_HEAD})(?:o{_HEAD})*)"
    r"(?:,?[IS][DNnsKyYdgU'R0oIpC]*,?)?(?P<mark>:(?=<)|-+(?=<[qQ]>[.,]?\Z))"
)
_SIGNED = pattern(r"<Q>,?(?P<dash>-+)(?=[DN])")
_REST = pattern(r"(?:,[^BHMFVzvy<]*)?[.]?\Z")
_ASKED = pattern(r"(?:^|[Sh,])R?([VU])(?=[RZ]*(?:h|S|I|W|w|t|[DN0nsRp]{1,6}h|D[nR]*[ny]I))")


def fixed(words: Words, start: int, text: str, cues: Cues) -> list[Hit]:
    """All of these of a sentence, whose ``text`` starts at ``start``; for one that holds a word of ``cues.marks``."""
    found = according(words, start, text, cues)
    if not (cues.owned.isdisjoint(words.words) and cues.reckoned.isdisjoint(words.words)):
        found += owned(words, cues)
    if not cues.adverbs.isdisjoint(words.words):
        found += adverbs(words, cues)
    found += hearsay(words, lowered(text), start, cues)
    return found if cues.asked.isdisjoint(words.words) else found + asked(words, cues)


def according(words: Words, sentence_start: int, text: str, cues: Cues) -> list[Hit]:
    """ "According to X, ...", "..., according to X", "as quoted by X"."""
    w, tags = words.words, words.tags
    out = []
    for _, first, last in cues.phrases.find_matches_as_indexes(text):
        at = words.at(sentence_start + first)
        after = words.at(sentence_start + last)
        if (
            at >= len(tags)
            or words.starts(at) != sentence_start + first
            or after >= len(tags)
            or not w[at][0].isalpha()
        ):
            continue
        m = _SOURCE.match(tags, after)
        if not m or words.ends(after - 1) != sentence_start + last:
            continue
        source = (after, m.end())
        if parted := _PARTED.search(tags, after, m.end()):
            source = (after, parted.end())  # "According to Interfax the talks"
        if "C" in tags[after : m.end()] and m.end() < len(tags) and tags[m.end()] in "VzFBHM":
            source = (after, tags.index("C", after))
        content = _around(words, at, source[1])
        if content:
            out.append(Hit(source, (at, after), content, "speech", at, trailing=at == 0))
    return out


def _around(words: Words, at: int, after: int) -> tuple[Range, ...]:
    """What a phrase and its source leave: what follows one at the start, else what goes before, or both."""
    tags = words.tags
    last = words.end
    low = tags.rfind(";", 0, at) + 1
    while low < at and tags[low] in ",CRS" and tags[low] != "D" and low < 2:
        low += 1
    rest = after
    if rest < len(tags) and tags[rest] in ",:":
        rest += 1
    if at - low <= 1:
        return ((rest, last),) if rest < last else ()
    first = at - (tags[at - 1] in ",-")
    content = [(low, first)]
    if tags[at - 1] in ",-":
        rest = _behind_relative(tags, after)
        if rest < last and tags[rest] in ",-" and tags[rest + 1] not in "GWw":
            content.append((rest + 1, last))
    return tuple(content)


def _behind_relative(tags: str, at: int) -> int:
    """Where what is told of a source ends: "according to men who saw it, ...", "according to him, who saw it, ..."."""
    begun = at + (tags[at : at + 1] == ",")
    end = tags.find(",", begun) if tags[begun : begun + 1] in ("W", "w") else at
    return end if end >= 0 else at


def owned(words: Words, cues: Cues) -> list[Hit]:
    """ "In his words, ...", "in the ministry's view"; set off, "by his own account, ..."."""
    w, tags = words.words, words.tags
    out = []
    for m in _OWNED.finditer(tags):
        at, last = m.start(), m.end()
        led = w[at].lower()
        apart = led == "by" and (at == 0 or tags[at - 1] in ",;:")
        if not (led == "in" and w[last - 1] in cues.owned) and not (apart and w[last - 1] in cues.reckoned):
            continue
        if tags[at + 1] == "D" and m.end(1) == at + 2 and w[at + 1] not in words.grammar.possessive:
            continue
        source = (at + 1, m.end(1) - (tags[m.end(1) - 1] == "'"))
        content = _around(words, at, last)
        if content and source[0] < source[1]:
            out.append(Hit(source, (at, last), content, "speech", at))
    return out


def adverbs(words: Words, cues: Cues) -> list[Hit]:
    """ "reportedly": the clause around it is somebody's word."""
    out = []
    for at, word in enumerate(words.words):
        if word in cues.adverbs:
            last = words.end
            low = max(floor(words.tags, at), words.tags.rfind(",", 0, at) + 1)
            if low >= at and low:
                low = max(words.tags.rfind(",", 0, at - 1) + 1, 0)
            content = tuple(r for r in ((low, at), (at + 1, last)) if r[0] < r[1])
            out.append(Hit(None, (at, at + 1), content, "speech", low))
    return out


def hearsay(words: Words, text: str, start: int, cues: Cues) -> list[Hit]:
    """ "It is an open secret in Riga that ...", "rumor has it that ...", "that ... is an open secret"."""
    tags, out = words.tags, []
    for phrase in cues.hearsay:
        at = text.find(phrase)
        if at < 0:
            continue
        first, after = words.at(start + at), words.at(start + at + len(phrase))
        that = tags.find("T", after)
        verb = max(tags.rfind("B", 0, first), 0)
        content = (that, words.end) if that >= 0 else (after, words.end) if after < words.end else (0, verb)
        if content[0] < content[1]:
            out.append(Hit(None, (first, after), (content,), "speech", first, trailing=content[0] >= after))
    return out


def asked(words: Words, cues: Cues) -> list[Hit]:
    """ "Asked whether ..., he said", "he said when asked about ...": a question that nobody is named for."""
    tags = words.tags
    out = []
    for m in _ASKED.finditer(tags):
        at = m.start(1)
        if words.words[at] not in cues.asked:
            continue
        comma = tags.find(",", at)
        first = at + 1
        if tags[first] == "I":
            first += 1
        last = comma if comma > first else words.end
        if first < last:
            out.append(Hit(None, (at, first), ((first, last),), "speech", at))
    return out


def state(words: Words, at: int, cues: Cues) -> Hit | None:
    """ "is confident that", "was critical of"."""
    w, tags = words.words, words.tags
    adjective = at + 1
    while adjective < len(tags) and tags[adjective] in "R!":
        adjective += 1
    preps = cues.states.get(w[adjective]) if adjective < len(w) else None
    after = adjective + 1
    if not preps or after >= len(tags) - 1:
        return None
    group = clauses.group(words, at)
    low = floor(tags, group.start)
    if group.start and tags[group.start - 1] in "Ww":
        source: Range | None = (group.start - 1, group.start)
    elif group.start and tags[group.start - 1] == ",":
        source = clauses.apposed(words, group.start, low)
    else:
        source = clauses.subject(words, group.start, low) if group.start else None
    if not source or w[source[0]].lower() in ("it", "there") or group.modal or group.infinitive:
        return None
    if "clause" in preps and (tags[after] == "T" or (tags[after] == "P" and tags[source[0]] in "PNW")):
        content = after
    elif w[after] in preps and tags[after] in "Iot":
        content = after + 1
    else:
        return None
    relative = tags[source[0]] in "Ww"
    return Hit(
        source, (group.start, content), ((content, words.end),), "thought", source[0], relative=relative, trailing=True
    )


_STIRRED = pattern(r"(?:[FzVvyY]|MR*[nd]|[NnsKyY'P]d)[ndgRU0]?\Z")  # a verb, and at most an adjective


def noun(words: Words, at: int, cues: Cues) -> Hit | None:
    """ "his claim that", "the ministry's criticism of"."""
    w, tags = words.words, words.tags
    preps = cues.nouns[w[at]]
    after = at + 1
    if after >= len(tags) - 1:
        return None
    if "that" in preps and tags[after] == "T" and tags[after + 1] not in "BHMFzVRZ":
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
        source = clauses.subject(words, k - 1, 0)
    elif k and tags[k - 1] == "D" and w[k - 1].lower() in words.grammar.possessive:
        source = (k - 1, k)
    if source is None and tags[after] != "T":
        return None
    if source is None and (tags[at - 1 : at + 1] == "ty" or ("felt" in preps and _STIRRED.search(tags, 0, at))):
        return None  # "to demand that" is a verb; what "confirms fears that" does not say whose they are
    begin = source[0] if source else at
    return Hit(source, (at, content), ((content, words.end),), "speech", begin, trailing=True)


def did(words: Words) -> Hit | None:
    """ "Asked who had lied, the guard did: '...'": the verb of saying is only stood for."""
    m = _DID.search(words.tags)
    if not m or words.words[m.start()] not in ("do", "does", "did"):
        return None
    at = m.start()
    source = clauses.subject(words, at, floor(words.tags, at))
    if source is None:
        return None
    return Hit(source, (at, at + 1), ((at + 2, words.end),), "speech", source[0], trailing=True)


def speaker_label(words: Words, kind: Kind) -> Hit | None:
    """ "Ivanov: '...'", "The mayor, on the levy -- '...'": who speaks, a colon or a dash, and speech."""
    if m := _LABEL.match(words.tags):
        n = m.end()
        return Hit((0, n), (n, n + 1), ((n + 1, words.end),), "speech", 0, trailing=True)
    m = _HEADED.match(words.tags)
    topic = (
        m is not None and m["head"] == "N" and words.words[m.end("head")] in ("on", "about")
    )  # "Petrov on the levy: '...'"
    if not m or not (topic or kind(m.span("head"))):
        return None
    return Hit(m.span("who"), m.span("mark"), ((m.end(), words.end),), "speech", 0, trailing=True)


def signed(words: Words) -> Hit | None:
    """ "'...' -- Slovenian President Kucan, to Delo": speech, a dash and who said it."""
    m = _SIGNED.match(words.tags)
    source = m and _SOURCE.match(words.tags, m.end())
    if not (m and source and _REST.match(words.tags, source.end())):
        return None
    return Hit(source.span(), m.span("dash"), ((0, 3),), "speech", m.end())
