"""An item, and how its story goes on: from an uncited paragraph to a cited one, or back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cached_property

from attrib.linking.days import can_carry
from attrib.linking.people import Names, listed, speakers, surnames, union
from attrib.linking.stories import Story
from attrib.matching.patterns import pattern
from attrib.model import Basis, Citation, Claim, Link
from attrib.values import field, frozen

_REACH = 2  # paragraphs between one that cites nothing and the one whose citation carries it
_GOING_ON = 2  # claims at the start of a paragraph that show whose story goes on
_WORD = pattern(r"\b[a-z]{5,}\b")
_MOST_NAMED = 3  # things that a reason names
_STEM = 6  # letters by which two forms of a word are one
_SEVERAL_REPORTS = 3  # a citation of so many is for more than its paragraph


@frozen
class Part:
    """One prose paragraph of an item: its claims and citations by index, and the person whose name it begins with.

    ``at`` is its own index; ``people`` and ``speaking`` are of all its claims together, ``days`` those of their past
    events.
    """

    at: int
    claims: tuple[int, ...]
    citations: tuple[int, ...]
    lead: Names
    people: Names
    speaking: Names
    days: frozenset[dt.date]


@frozen(slots=False)
class Item:
    """One story: its paragraphs in order, and its claims and citations, which their indices point into.

    ``cited`` are those of the citations that name a source. ``speaking`` are, by claim, the surnames of those it
    quotes; ``people`` those of all speakers of the item it names.
    """

    parts: tuple[Part, ...]
    claims: Sequence[Claim]
    citations: Sequence[Citation]
    cited: tuple[int, ...]
    speaking: Sequence[Names]
    people: Sequence[Names]
    prose: str = field(repr=False)
    common: Collection[str] = field(repr=False)
    """Words that any two paragraphs share."""

    def evidence(self, index: int, part: Part) -> tuple[Link, ...]:
        """Links of a news claim that nothing closes, from the first way in which the story shows what carries it."""
        if part.citations:
            return ()
        return (
            self._continued(index, part)
            or self._dated_back(index, part)
            or self._continuing(index, part)
            or self._closed(index)
            or self._opened(index, part)
            or self._led(index, part)
        )

    def _continued(self, index: int, part: Part) -> tuple[Link, ...]:
        """The first citation of a later paragraph that goes on with the people of this one."""
        for later in self._after(part, _REACH) if part.people else ():
            shared = part.people & union([self.people[c] for c in later.claims[:_GOING_ON]])
            if not shared:
                return ()
            if later.citations:
                reason = f"the next paragraph goes on with {listed(shared)}"
                return self._links(later.citations[0], index, "later", reason)
        return ()

    def _dated_back(self, index: int, part: Part) -> tuple[Link, ...]:
        """The first citation of the next paragraph, where it names a day on which only this one has an event.

        "(BNS, February 18; Itar-Tass, February 19)" behind news of the 19th: what happened on the 18th stands above.
        """
        for later in self._after(part, 1) if part.days else ():
            if not later.days or not later.citations:
                continue
            cited = [d for r in self.citations[later.citations[0]].references for d in r.dates]
            if any(d.holds(day) and d.last < min(later.days) for d in cited for day in part.days):
                reason = f"the next citation names {min(part.days)}, a day of this paragraph and not of its own"
                return self._links(later.citations[0], index, "dated", reason)
        return ()

    def _continuing(self, index: int, part: Part) -> tuple[Link, ...]:
        """The citation behind what an earlier paragraph last quotes of, or tells of, who goes on in this one."""
        mine = self.people[index] & (part.lead or part.speaking)
        for earlier in reversed(self._before(part, _REACH)) if mine else ():
            for told in reversed(earlier.claims):
                if mine & (self.speaking[told] | surnames(self.claims[told].names[:1])):
                    start = self.claims[told].span.start
                    behind = [c for c in earlier.citations if self.citations[c].span.end > start]
                    if behind:
                        return self._links(behind[0], index, "earlier", f"{listed(mine)} goes on speaking")
        return ()

    def _closed(self, index: int) -> tuple[Link, ...]:
        """The citation that closes the item, where one does."""
        if self._closing is None:
            return ()
        return self._links(self._closing, index, "later", "the one citation of the item closes it")

    def _opened(self, index: int, part: Part) -> tuple[Link, ...]:
        """The first citation of the item, where it draws on several reports, and no other paragraph stands between."""
        if not self.cited or len(self.citations[self.cited[0]].references) < _SEVERAL_REPORTS:
            return ()
        if not any(self.cited[0] in later.citations for later in self._after(part, _REACH)):
            return ()
        return self._links(self.cited[0], index, "later", "the first citation of the item draws on several reports")

    def _led(self, index: int, part: Part) -> tuple[Link, ...]:
        """The first citation of the second paragraph of the item, where it goes on with a thing of the first."""
        for later in self._after(part, 1) if part.at == 0 else ():
            if later.citations and later.claims:
                start, end = self.claims[later.claims[0]].span.start, self.citations[later.citations[0]].span.start
                told = self._things(self.claims[part.claims[0]].span.start, self.claims[part.claims[-1]].span.end)
                shared = told.keys() & self._things(start, end).keys()
                if shared:
                    words = " and ".join([f"“{word}”" for stem, word in told.items() if stem in shared][:_MOST_NAMED])
                    return self._links(
                        later.citations[0],
                        index,
                        "later",
                        f"the next paragraph goes on with what the lead tells: {words}",
                    )
        return ()

    def _things(self, start: int, end: int) -> dict[str, str]:
        """What a stretch tells of, by the first letters of its words: "exempting" and "the exemption" are of one."""
        return {word[:_STEM]: word for word in _WORD.findall(self.prose, start, end) if word not in self.common}

    @cached_property
    def _closing(self) -> int | None:
        """The one citation of the item, where no news follows it.

        It draws on several reports, or stands at the very end and names the days of all that the item tells before.
        """
        if len(self.cited) != 1:
            return None
        citation = self.citations[self.cited[0]]
        news = [c for part in self.parts for c in part.claims if self.claims[c].kind == "reported"]
        if self.claims[news[-1]].span.start > citation.span.start:
            return None
        if len(citation.references) < _SEVERAL_REPORTS:
            before = _past_days([self.claims[c] for c in news])
            cited = [d for r in citation.references for d in r.dates]
            last = [c for part in self.parts for c in part.claims][-1]
            at_end = self.claims[last].span.start < citation.span.start
            if not at_end or not before or not all(any(d.holds(day) for d in cited) for day in before):
                return None
        return self.cited[0]

    def _after(self, part: Part, reach: int) -> tuple[Part, ...]:
        return self.parts[part.at + 1 : part.at + 1 + reach]

    def _before(self, part: Part, reach: int) -> tuple[Part, ...]:
        return self.parts[max(0, part.at - reach) : part.at]

    def _links(self, citation: int, index: int, basis: Basis, reason: str) -> tuple[Link, ...]:
        """Links to those references of a citation that are of the day of the claim's events, or later."""
        events = [e for e in self.claims[index].events if not e.planned]
        return tuple(
            Link(citation, number, basis, (reason,))
            for number, reference in enumerate(self.citations[citation].references)
            if all(can_carry(reference, e) for e in events)
        )


def item(story: Story, common: Collection[str]) -> Item:
    """The item that a story makes, with the words ``common`` to any two paragraphs."""
    citations, claims = story.citations, story.claims
    speaking = [speakers(claim, story.told.attributions) for claim in claims]
    everybody = union(speaking)
    people = [
        said | (surnames(claim.names) & everybody) if everybody and claim.names else said
        for said, claim in zip(speaking, claims, strict=True)
    ]
    parts: list[Part] = []
    for paragraph in story.paragraphs:
        mine = tuple(story.claims_in.get(paragraph.number, ()))
        lead = people[mine[0]] & surnames(claims[mine[0]].names[:1]) if mine and people[mine[0]] else frozenset()
        for c in mine if lead else ():
            if speaking[c] and not speaking[c] & surnames(claims[c].names):
                people[c] |= lead  # "he said" is said by the one with whose name the paragraph began
        parts.append(
            Part(
                len(parts),
                mine,
                tuple(story.citations_in.get(paragraph.number, ())),
                lead,
                union([people[c] for c in mine]) if everybody else everybody,
                union([speaking[c] for c in mine]) if everybody else everybody,
                _past_days([claims[c] for c in mine]),
            )
        )
    cited = tuple([c for part in parts for c in part.citations if citations[c].references])
    return Item(tuple(parts), claims, citations, cited, speaking, people, story.prose, common)


def _past_days(claims: Sequence[Claim]) -> frozenset[dt.date]:
    """The days on which what these claims tell began."""
    return frozenset([event.days.first for claim in claims for event in claim.events if not event.planned])
