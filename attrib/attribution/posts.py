"""The post a speaker holds, told apart: the office ("spokesman") and the body ("the ministry") it is held in."""

from __future__ import annotations

import re
from functools import lru_cache

from attrib.attribution.sources import classify, head, singular
from attrib.attribution.speakers import Person, Speakers, person
from attrib.matching.patterns import pattern
from attrib.model import SourceClass
from attrib.values import NamedTuple

_ARTICLE = pattern(r"(?:who (?:is|was) (?:the |an? )?|(?:the|an?|its|his|her|their)\s+)", re.IGNORECASE)
_ONE_OF_MANY = pattern(r"an?\s+", re.IGNORECASE)
_WORD = pattern(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_IN = pattern(r"\s+(?:of|for|at|in|with|to)\s+")
# "the mayor of Mostar, Neven Tomic, said": two words at least, and a mark or "who" behind them.
_NAMED_BEHIND = pattern(
    r",\s+([^\W\d_a-z][\w’'.-]*(?:\s+(?:[a-z]{2,3}\s+)?[^\W\d_a-z][\w’'-]*)+)(?=[,.;:?!)—–]|\s+who\b|\Z)"
)
_APPOSED = pattern(r"(?:,|\s\()\s*([^,;()]+)")


class Post(NamedTuple):
    """What somebody is; both None where the text does not say it."""

    office: str | None = None
    body: str | None = None


class Told(NamedTuple):
    """What the words of a source tell by themselves: its class, the person named in them, the post named in them."""

    kind: SourceClass
    person: Person | None = None
    post: Post = Post()


@lru_cache(maxsize=2048)
def told(written: str, whole: str, speakers: Speakers) -> Told:
    """What is told by the words of a source that is no outlet; ``whole`` goes on behind them to the cue or the stop.

    It is remembered, for bulletins name the same people in the same words, and "officials said" again and again.
    """
    kind = classify(written, whole, speakers)
    if kind == "person" and (who := person(head(written) if "," in written else written, whole, speakers.titles)):
        return Told(kind, who, of_person(written, whole, who.name, speakers))
    if kind != "role":
        return Told(kind)
    post, behind = of_role(written, speakers), _NAMED_BEHIND.match(whole, len(written))
    if behind and classify(behind[1], behind[1], speakers) == "person":
        who = person(behind[1], written, speakers.titles)
        return Told("person", who, post) if who else Told(kind, None, post)
    return Told(kind, None, post)


def of_person(written: str, whole: str, name: str, speakers: Speakers) -> Post:
    """The post told beside a name: "Defense Ministry spokesman Ivan Petrov", "Ivan Petrov, head of the bank,".

    ``written`` are the words of the source, ``whole`` goes on behind them to the cue or the stop.
    """
    found = [written.find(part) for part in name.split(" ")]
    first = next((at for at in found if at >= 0), 0)
    before = written[:first].strip(" ,")
    titled = before and _is_office(before.rpartition(" ")[2], speakers)
    ranked = titled and speakers.ranks.issuperset(before.replace(".", "").split(" "))
    if titled and not ranked:
        return _parted(before, speakers)
    surname = name.rpartition(" ")[2]
    behind = whole.find(surname) + len(surname)
    apposed = _APPOSED.match(whole, behind) if surname in whole else None
    if apposed and ranked and _ONE_OF_MANY.match(apposed[1]):  # "Colonel Petrov, a veteran of two wars"
        apposed = None
    if apposed and any(_is_office(word, speakers) for word in _WORD.findall(apposed[1])):
        return _parted(apposed[1], speakers)
    return _parted(before, speakers) if ranked else Post()


def of_role(written: str, speakers: Speakers) -> Post:
    """The post by which somebody without a name is called: "a spokesman for the ministry", "a Duma deputy"."""
    return _parted(written, speakers)


def _is_office(word: str, speakers: Speakers) -> bool:
    """Whether the word is an office or a rank; "Mr." is neither."""
    bare = word.rstrip(".")
    return singular(bare.lower()) in speakers.roles or (bare in speakers.titles and bare not in speakers.courtesies)


def _parted(phrase: str, speakers: Speakers) -> Post:
    """The office and the body of a phrase that names both, or the office alone."""
    phrase = " ".join(phrase.rstrip(".?! ").split())
    if article := _ARTICLE.match(phrase):
        phrase = phrase[article.end() :]
    if within := _IN.search(phrase):
        return Post(phrase[: within.start()], phrase[within.end() :])
    words = phrase.split(" ")
    owner = next((at for at, word in enumerate(words[:-1]) if word.endswith(("'s", "’s"))), None)
    if owner is not None:  # "Russia's deputy defense minister"
        return Post(" ".join(words[owner + 1 :]), " ".join(words[: owner + 1])[:-2])
    for last in range(len(words) - 2, -1, -1):
        if singular(words[last].lower()) in speakers.groups or words[last] in speakers.places:
            return Post(" ".join(words[last + 1 :]), " ".join(words[: last + 1]))
    return Post(phrase)
