"""For whom a pronoun, a bare surname or "the general" stands, and what a paragraph hands to the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from attrib.matching.patterns import pattern
from attrib.model import Source, SourceKind, Span
from attrib.values import NamedTuple, evolve, frozen


class Speakers(NamedTuple):
    """The words of speakers, as ``rules/lexicon/speakers.toml`` lists them: in small letters, but for names."""

    titles: frozenset[str]
    """Before a name: "President", "Mr"."""
    courtesies: frozenset[str]
    """Of those, what is said to anybody and is no office: "Mr"."""
    ranks: frozenset[str]
    """And what is kept in any office: "General"."""
    roles: frozenset[str]
    """Nouns of one person: "minister", "villager"."""
    groups: frozenset[str]
    """Nouns of many or of a body that speaks as one: "ministry", "guerrillas"."""
    endings: frozenset[str]
    """How names of companies end: "neft", "prom"."""
    media: frozenset[str]
    """Generic media: "newspaper", "agency"."""
    indefinite: frozenset[str]
    """What brings in an outlet without its name: "one", "another"."""
    documents: frozenset[str]
    """What shows or finds something: "poll", "report"."""
    anonymous: frozenset[str]
    """Who speaks without a name: "source"."""
    unnamed: frozenset[str]
    """What says so of anybody: "unidentified"."""
    anonymous_phrases: frozenset[str]
    """And in more words: "on condition of anonymity"."""
    person_pronouns: frozenset[str]
    """ "he", "who"."""
    group_pronouns: frozenset[str]
    """ "they", "everyone"."""
    thing_pronouns: frozenset[str]
    """ "it", "which"."""
    places: frozenset[str]
    """Places and bodies that speak, as they are written: "Moscow", "NATO"."""
    own: frozenset[str]
    """The bulletin itself as the hearer: "the Monitor", "this writer"."""
    first_person: frozenset[str]
    """What whoever writes it calls himself there: "us"."""
    quantities: frozenset[str]
    """Who alone stand for several: "some", "many"."""
    outlet_words: frozenset[str]
    """What may follow an outlet's name that is still the outlet: "daily", "bureau"."""
    papers: frozenset[str]
    """What only a paper is called: "weekly"."""
    agencies: frozenset[str]
    """What only an agency is called: "wire service"."""
    stations: frozenset[str]
    """What only a broadcaster is called: "channel"."""
    published: frozenset[str]
    """What an outlet publishes and speaks by: "editorial"."""
    writing: frozenset[str]
    """What "it" does where it is a paper: "recalls"."""
    writers: frozenset[str]
    """Who is heard through an outlet: "columnist" in "a columnist in Izvestia"."""
    called: frozenset[str]
    """What an unlisted outlet is called beside its name: "an online newspaper"."""
    name_heads: frozenset[str]
    """How the names of outlets begin: "Radio"."""
    name_tails: frozenset[str]
    """How they end: "Observer"."""

    def kinds(self, word: str) -> tuple[SourceKind, ...]:
        """The kinds of outlet that a word for one ("the paper") may mean; () for any."""
        if word in self.papers:
            return ("newspaper", "magazine")
        if word in self.agencies:
            return ("agency",)
        return ("broadcaster",) if word in self.stations else ()

    def speaks(self, word: str) -> bool:
        """Whether a noun or pronoun is of somebody who may say something; a sum or a deal says nothing."""
        return word in self.roles or word in self.groups or word in self.person_pronouns

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> Speakers:
        """The speakers of ``speakers.toml``."""
        return cls(**{name: frozenset(words) for name, words in table.items()})


class Person(NamedTuple):
    """Somebody introduced by name: the full name, and in small letters the words that say what he is."""

    name: str
    offices: frozenset[str] = frozenset()
    office: str | None = None
    body: str | None = None

    @property
    def surname(self) -> str:
        return self.name.rpartition(" ")[2]


class Looked(NamedTuple):
    """Whose full name was looked for in all that stands before a place, and what it is."""

    surname: str
    place: Span
    full: str | None

    def holds(self, prose: str) -> bool:
        """Whether the same is found in another text."""
        return full_name(self.surname, prose, self.place.start) == self.full


@frozen
class Context:
    """What goes from paragraph to paragraph: the last speaker, and outlets and people introduced, the latest last.

    ``looked`` are the surnames for which more was looked at.
    """

    speaker: str | None = None
    outlets: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    looked: tuple[Looked, ...] = ()

    def named(self, surname: str, prose: str, place: Span) -> tuple[str, Context]:
        """The full name of a surname at a place where it is known, else the surname; with the context."""
        if known := self.by_surname(surname):
            return known.name, self
        full = full_name(surname, prose, place.start)
        return full or surname, evolve(self, looked=(*self.looked, Looked(surname, place, full)))

    def with_outlet(self, outlet: Source) -> Context:
        if self.outlets and self.outlets[-1] is outlet:
            return self
        return Context(
            self.speaker, (*[o for o in self.outlets if o is not outlet][-8:], outlet), self.people, self.looked
        )

    def outlet(self, kinds: Collection[str]) -> Source | None:
        """The outlet named last, of one of these kinds; of any kind where none are given."""
        return next((o for o in reversed(self.outlets) if not kinds or o.kind in kinds), None)

    def with_speaker(self, speaker: str | None) -> Context:
        return self if speaker == self.speaker else Context(speaker, self.outlets, self.people, self.looked)

    def introduce(self, person: Person) -> Context:
        """The context with this person as the latest, who speaks; offices told before stay known."""
        if self.people and self.people[-1] == person:
            return self.with_speaker(person.name)
        if known := self.by_name(person.name):
            told = person if person.office else known
            person = Person(person.name, known.offices | person.offices, told.office, told.body)
        others = [p for p in self.people if p is not known][-40:]
        return Context(person.name, self.outlets, (*others, person), self.looked)

    def by_name(self, name: str | None) -> Person | None:
        if name is not None:
            for person in reversed(self.people):
                if person.name == name:
                    return person
        return None

    def by_surname(self, surname: str) -> Person | None:
        return next((p for p in reversed(self.people) if p.surname == surname), None)

    def by_office(self, office: str) -> Person | None:
        return next((p for p in reversed(self.people) if office in p.offices), None)


_NAME = pattern(r"[^\W\d_a-z][\w’'.-]*(?: (?:(?:al|bin|de|der|van|von|la|le|du|el|ibn)[ -])?[^\W\d_a-z][\w’'-]*\.?)*")
_SMALL = pattern(r"[a-z][a-z-]+")
_FIRST_NAME = pattern(r"(?:^|(?<=[\s(\"“]))([^\W\d_a-z][\w’'-]+)\Z")


def person(written: str, whole: str, titles: frozenset[str]) -> Person | None:
    """The person named in the words of a source, without title; ``whole`` may hold an apposition with the office."""
    names = _NAME.findall(written.removeprefix("The ").removeprefix("the "))
    if not names:
        return None
    parts = names[-1].removesuffix("’s").removesuffix("'s").split(" ")
    offices = set(_SMALL.findall(whole))
    while len(parts) > 1 and parts[0].rstrip(".") in titles:
        offices.add(parts.pop(0).rstrip(".").lower())
    for k in range(len(parts) - 2, -1, -1):
        # "Defense Ministry Spokesman Ivan Petrov": the name begins after the last title
        if parts[k].rstrip(".") in titles:
            offices.update(p.rstrip(".").lower() for p in parts[: k + 1])
            parts = parts[k + 1 :]
            break
    return Person(" ".join(parts), frozenset(offices))


def full_name(surname: str, prose: str, before: int) -> str | None:
    """The first name and surname as they stand together somewhere earlier in the prose."""
    at = prose.find(" " + surname, 0, before)
    while at != -1:
        m = _FIRST_NAME.search(prose, max(0, at - 30), at)
        if m:
            return m.group(1) + " " + surname
        at = prose.find(" " + surname, at + 1, before)
    return None
