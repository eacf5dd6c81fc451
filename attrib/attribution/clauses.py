"""The clause around a cue: its verb group, its subject to the left or right, and how far the content goes."""

from __future__ import annotations

from functools import lru_cache

from attrib.attribution.words import Words
from attrib.matching.patterns import pattern
from attrib.values import NamedTuple

_CORE = r"(?:[D0R]*(?:[NnsKyYU0'gD]|d(?=[nNsg])|R(?=[nNsgd])|V(?=[nNs])|(?<=D)G(?=[nNs])|<q>)+|P|p)"
_SUBJECT = pattern(rf"{_CORE}(?:(?:[oI]|t(?=[DN])|C(?=[NnsDd0]))R*{_CORE}R*)*$")
_IN_SUBJECT = "D0RNnsKyYU'gdVG<q>PpoItC"  # the letters that a subject may hold: whatever stands before another is none
_CORE_LETTERS = "DN0nsKyYU'g"  # a stretch of these alone is one noun phrase
_LAST_CORE = pattern(r"(?:[DN0nsKyYU'gRd]|<q>)+$|[Pp]$")
# A noun before a name that begins another phrase: "for the reporters Petrov said".
_BEHIND_ONE = pattern(r"(?<![N'])[nsKyY](?=N+$)")
_NEXT_ARTICLE = pattern(r".*[NnsKyY0Z](?=D)")
_BEHIND_SEVERAL = pattern(r"(?<![N'])[sY](?=N+$)")
_APPOSITION = pattern(r"[DNnswWhgGUdVR0SIKYyPp-]")
_MAIN_CLAUSE = pattern(r"[DNnsKPyY0'd&R]+[oI]?[DNnsKyY]*[BHMF]")
_POSTPOSED = pattern(r"(?:[RZ0]|D+Z|[ISo][DN0nsKyYdgU'RZo]*[NnsKyY0ZDgp]|t[DNns0'p]+)*(?:[.,;:?!()-]|$|S|CG|C<)")
_INVERTED = pattern(
    r"(?:[DN0nsKyYdgU'R]|G(?=N)|<q>|P)+(?:(?:[oI]|t(?=[DN]))[DN0nsKyYdgU'Ro]+)*(?:C[DN0nsKyY']+)*(?=[,.;:?!()-]|$|[ISRZWwhCTGVUt<])"
)
_PARTICIPLE = pattern(r"(?<=[nsNKyYD])[VUd](?:[RZ0]|I[DNns0KyYZ]*[NnsKyYZ0])*$")
_TIME = pattern(r"(?:[RZ]|I?D?R?Z0?)+$")
# "Democrats in Iowa who watched the debate said", "officials trying to calm the town say"
_FAR = pattern(rf"({_CORE}(?:[oI]{_CORE})*)(?:[WT]R*[BHMFVvzUdy]|[Gg](?=[tDNnsIp0]))[^,;:<>WTC-]*$")
_FINITE = pattern(r"[BHMFzV]|(?<=[NnsPYKZR,])d(?![nNs])")
_FIRST = pattern(_CORE)
_RELATIVE = frozenset("Ww")


class Group(NamedTuple):
    """A verb group: its first word, and whether it holds a form of "be", "have", "do", a modal, a "not", a "to"."""

    start: int
    be: bool
    have: bool
    do: bool
    modal: bool
    would: bool
    """What somebody would say or back, he is for; what he may say, nobody knows."""
    negated: bool
    infinitive: bool
    controlled: bool
    """The infinitive of a verb that did happen: "went on to say"."""


def group(words: Words, at: int) -> Group:
    """The verb group that ends with the word at ``at``."""
    w, tags = words.words, words.tags
    if not at or tags[at - 1] not in "BHM!tRS":
        return _alone(at)
    start = at
    be = have = do = modal = would = negated = infinitive = controlled = False
    while start:
        tag = tags[start - 1]
        if tag == "B":
            be = True
        elif tag == "H":
            have = True
        elif tag == "M":
            do = do or w[start - 1].startswith("d")
            modal = modal or not w[start - 1].startswith("d")
            would = would or w[start - 1] == "would"
            negated = negated or w[start - 1].endswith(("n't", "n’t"))
        elif tag == "!":
            negated = True
        elif tag == "t" and not infinitive and start > 1:
            control = words.grammar.control
            if w[start - 2] not in control and " ".join(w[max(0, start - 3) : start - 1]) not in control:
                infinitive = True
                break
            controlled = True
            start -= 1
            if w[start - 1] == "on":
                start -= 1
        elif tag != "R" and not (tag == "S" and w[start - 1] == "since" and tags[start - 2] == "H"):
            break
        start -= 1
    while start < at and tags[start] == "R":
        start += 1
    return Group(start, be, have, do, modal, would, negated, infinitive, controlled)


@lru_cache(maxsize=128)
def _alone(at: int) -> Group:
    """The group of a verb with nothing before it, as most are."""
    return Group(at, *[False] * 8)


def subject(words: Words, at: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that stands right before ``at``, or before the clause that does, not before ``floor``."""
    tags = words.tags
    if at - 1 > floor and words.words[at - 1].endswith(("self", "selves")):  # "Petrov himself said"
        at -= 1
    near = tags[max(floor, at - 9) : at]
    verbal = "V" in near or "d" in near or "U" in near
    if verbal and (participle := _PARTICIPLE.search(tags, max(floor, at - 9), at)):
        # "a report published on Wednesday said"
        at = participle.start()
    if at > floor and tags[at - 1] in "RZ0" and (time := _TIME.search(tags, max(floor, at - 8), at)):
        at = time.start()
    found = _nearest(words, at, floor)
    low = max(tags.rfind(",", floor, at) + 1, floor)
    if at - low > 2 and (found is None or tags.find("W", low, at) > low or tags.find("T", low, at) > low):
        far = _FAR.search(tags, low, at)
        if far and (found is None or tags[far.end(1)] in "WT"):
            return far.span(1)
    return found


def _nearest(words: Words, at: int, floor: int) -> tuple[int, int] | None:
    w, tags = words.words, words.tags
    low = floor + len(tags[floor:at].rstrip(_IN_SUBJECT))
    if low == at:
        return None
    if tags[low:at].strip(_CORE_LETTERS):
        m = _SUBJECT.search(tags, low, at)
        if not m:
            return None
        start = m.start()
    else:
        start = low
    if start > floor + 2 and tags[start - 1] in "It" and w[start - 2] in words.grammar.behind_noun:
        found = _nearest(words, start - 2, floor)  # "people familiar with the plan"
        if found:
            return found[0], at
    if start > floor and tags[start - 1] in "Iot":
        start = _behind_object(words, start, at)
    elif start > floor and tags[start - 1] == "S" and (own := _BEHIND_SEVERAL.search(tags, start, at)):
        start = own.end()  # "before the deputies Torosian"
    while start < at - 1 and tags[start] == "R":
        start += 1
    if tags[at - 1] == "'" or (tags[at - 1] == "D" and w[at - 1] in words.grammar.article):
        return None
    if start > floor + 1 and w[start - 1] == "like" and (group := _nearest(words, start - 1, floor)):
        return group[0], at  # "critics like Petrov"
    return start, at


def _behind_object(words: Words, start: int, at: int) -> int:
    """Where a subject begins right behind a preposition, whose object comes first: "in Moscow the bank of trade"."""
    tags = words.tags
    article = _NEXT_ARTICLE.match(tags, start, at)
    if article and words.words[article.end()].lower() in words.grammar.opening:
        return article.end()
    last = _LAST_CORE.search(tags, start, at)
    start = last.start() if last else start
    own = _BEHIND_ONE.search(tags, start, at)
    return own.end() if own else start


def time_before(tags: str, at: int) -> int | None:
    """Where a time begins that ends at ``at``; None where none does, or at the head of a sentence."""
    found = _TIME.search(tags, max(0, at - 8), at)
    return found.start() if found and found.start() else None


def apposed(words: Words, at: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase before an apposition that a comma closes right before ``at``: "X, the minister, said"."""
    tags = words.tags
    comma = at - 1
    for _ in range(5):
        comma = max(tags.rfind(",", floor, comma), tags.rfind("-", floor, comma))
        if comma <= floor:
            return None
        if _MAIN_CLAUSE.match(tags, comma + 1, at - 1):
            continue
        if _APPOSITION.match(tags, comma + 1) and (found := subject(words, comma, floor)):
            return found
    return None


def first_subject(words: Words, floor: int, at: int) -> tuple[int, int] | None:
    """The first noun phrase of a clause before its first finite verb, for verbs that share it."""
    tags = words.tags
    if tags[floor : floor + 1] in ("N", "D", "P", "K", "s") and (opening := _FIRST.match(tags, floor, at)):
        return opening.span()
    at_verb = floor
    while m := _FINITE.search(tags, at_verb, at):
        k = m.start()
        at_verb = k + 1
        if k == floor or tags[k - 1] in _RELATIVE:
            continue
        found = apposed(words, k, floor) if tags[k - 1] == "," else subject(words, k, floor)
        if found:
            return found
    first = _FIRST.search(tags, floor, at)
    return first.span() if first else None


def plural(words: Words, span: tuple[int, int]) -> bool:
    """Whether the noun phrase may stand with a verb without -s."""
    w, tags, grammar = words.words, words.tags, words.grammar
    first, last = span
    inside = tags[first:last]
    prepositions = [k for k in range(first + 1, last) if tags[k] in "oIt" or w[k] == "like"]
    head = (prepositions[0] if prepositions else last) - 1
    if head > first and w[head] in grammar.behind_noun:
        head -= 1  # "people close to the mayor"
    word = w[max(head, first)].lower()
    if tags[head] == "D" and (
        not (word in grammar.article or word in grammar.singular) or tags[head + 1 : head + 3] == "ID"
    ):
        return True  # "many", "one in five"
    return (
        "C" in inside
        or word in grammar.plural
        or word.endswith("men")
        or (tags[head] in "sKYN0" and word.endswith("s"))
        or word.isdigit()
    )


def postposed(tags: str, at: int) -> bool:
    """Whether nothing but time, place and manner follows up to a mark."""
    return _POSTPOSED.match(tags, at) is not None


def inverted(tags: str, at: int) -> tuple[int, int] | None:
    """The noun phrase that follows a cue as its subject: "...", said the minister."""
    m = _INVERTED.match(tags, at)
    if not m:
        return None
    return at, m.end()
