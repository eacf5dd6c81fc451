"""The attributions of one sentence, in words: each cue of the lexicon whose frame and subject are found."""

from __future__ import annotations

from collections.abc import Callable

from attrib.attribution.words import Words
from attrib.matching.patterns import pattern
from attrib.values import NamedTuple

Range = tuple[int, int]
# What kind of source a range of words is: "outlet" (or generic media), "outlets" (a collective: nobody in particular),
# "finding" (a poll, a report), "speaker" (somebody by name or role, or a body), or none of them.
Kind = Callable[[Range], str]


class Hit(NamedTuple):
    """One attribution, as ranges of words. ``start`` is where the clause of the cue begins, with its subject."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    act: str
    start: int
    shared: bool = False
    """The source is that of the clause before."""
    hearer: Range | None = None
    relative: bool = False
    """The source is a relative pronoun."""
    trailing: bool = False
    """The content runs on to the sentence's end, and a later cue may cut it."""
    frame: str = ""
    """The frame by which the content was found, where there is one."""
    silent: bool = False
    """It says that nothing was said: "did not report the find", "said nothing of it"."""


def floor(tags: str, at: int) -> int:
    """Where the stretch begins in which a subject may stand: after speech, a semicolon or a colon."""
    low = max(tags.rfind(";", 0, at), tags.rfind(":", 0, at)) + 1
    speech = tags.rfind("<Q>", 0, at)
    while speech > 0 and tags[speech - 1] not in ",:;-TC>.?!":
        speech = tags.rfind("<Q>", 0, speech)  # a quotation inside a clause: "X, who calls it a “shame,” said"
    return max(low, speech + 3) if speech != -1 else low


AFTER_SPEECH = ",>-?!"
"""The marks that end what was said where a cue follows it."""


def left(tags: str, begin: int, before: list[Hit]) -> Range | None:
    """What was said, where it stands before a cue and its subject: up to the comma or the closing mark."""
    if begin < 2 or tags[begin - 1] not in AFTER_SPEECH:
        return None
    last = begin - (tags[begin - 1] in ",-")
    if tags[last - 1] == ">":
        opening = tags.rfind("<", 0, last)
        if tags[opening + 1] == "Q":
            # a quotation after a comma or a colon begins its content; one inside a clause does not
            alone = before or opening == 0 or tags[opening - 1] in ",:;CT"
            return (opening if alone else 0), last
    low = tags.rfind(";", 0, last) + 1
    for hit in before:
        if low < hit.cue[1] <= last and not hit.frame:
            low = hit.cue[1]
    while low < last and tags[low] in ",C":
        low += 1
    return (low, last) if low < last else None


_ADVERBIAL = pattern(r"(?:[RZ0]|[IS][DN0nsKyYdgU'RZo]*[NnsKyY0ZDg]|t[DNns0'p]+)*")


def interposed(tags: str, after: int) -> int | None:
    """Where the content goes on behind an interposed cue: "..., he said, ..."."""
    m = _ADVERBIAL.match(tags, after)
    at = m.end() if m else after
    if at < len(tags) - 1 and tags[at] in ",.:-" and tags[at + 1] not in "GWwC":
        return at + 1
    return None


_PROPOSITIONS = frozenset(("clause", "quote", "hearer", ""))


def outermost(found: list[Hit], words: Words, kind: Kind) -> list[Hit]:
    """Without what is part of another's words: that somebody is said to think so, to be for it, to have called for it.

    A whole proposition keeps its own speaker ("she said that he had said that"), and an outlet reports what others say.
    """
    out = []
    for hit in found:
        if any(_is_object(hit, other) for other in found):
            continue
        if hit.act in ("thought", "stance") or hit.frame not in _PROPOSITIONS:
            if _apart(words, hit):
                out.append(hit)
                continue
            around = (o for o in found if o is not hit and any(a <= hit.cue[0] < b for a, b in o.content))
            claims = (o for o in around if o.frame not in ("naming", "about"))
            if any(not (o.source and kind(o.source).startswith("outlet")) for o in claims):
                continue
        out.append(hit)
    return out


def _is_object(hit: Hit, of: Hit) -> bool:
    """Whether its cue is no verb, but the noun that ends what another says: "deputies demanded emergency rule"."""
    if not (hit.source and of.source) or hit.source[0] != of.source[0] or not of.cue[0] < hit.source[1] <= hit.cue[0]:
        return False
    inside = any(first <= hit.cue[0] < last for first, last in of.content)
    return inside and all(last <= hit.cue[0] for _, last in hit.content)


def _apart(words: Words, hit: Hit) -> bool:
    """Whether a mark or a conjunction sets its clause off from what was said before: "..., the mayor denied"."""
    if not hit.start:
        return False
    return words.tags[hit.start - 1] in ",>:" or words.words[hit.start - 1] in words.grammar.apart


def cut(found: list[Hit], words: Words) -> list[Hit]:
    """Contents that run on end where the next cue of the same rank begins."""
    tags = words.tags
    out = []
    for k, hit in enumerate(found):
        if hit.trailing and hit.content:
            first, last = hit.content[-1]
            comma = tags.find(",", first) if hit.relative else -1
            if 0 < comma < last and tags[comma + 1] in "BHMFzV":
                # "who said that ..., left": the clause around the relative one goes on
                last = comma
            for later in found[k + 1 :]:
                start = later.start
                around = not later.shared or (
                    tags[hit.cue[0]] == "G" and tags[later.cue[0]] != "G" and tags[start - 1] == ","
                )
                if later.source and around and later.source[1] <= hit.start and later.cue[0] > first:
                    # "X, citing Y, said": the verb of the clause around this one
                    last = later.cue[0]
                    while last > first and tags[last - 1] in ",-":
                        last -= 1
                    break
                if start <= first + 1:
                    continue
                joint = tags[start - 1]
                participle = tags[later.cue[0]] == "G" and joint == "," and later.shared
                joined = joint == "C" and (later.shared or tags[start - 2] == ",")
                if participle or joined or joint == ";":
                    last = start - 1
                    while last > first and tags[last - 1] in ",C;":
                        last -= 1
                    break
            if last != hit.content[-1][1]:
                hit = hit._replace(content=(*hit.content[:-1], (first, last)))
        out.append(hit)
    return out
