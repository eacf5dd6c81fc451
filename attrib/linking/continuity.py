"""An item and how its story goes on: the same speaker from an uncited paragraph to a cited one, or back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from attrib.linking.passages import by_paragraph
from attrib.model import Attribution, Basis, Citation, Claim, Event, Link, Paragraph

_REACH = 2  # paragraphs between one that cites nothing and the one whose citation carries it
_GOING_ON = 2  # claims at the start of a paragraph that show whose story goes on
_SURNAME = re.compile(r"[^\W\d_][\w’'-]+\Z")
_CLOSING_REFERENCES = 3  # a citation that closes a whole item draws on several reports


@frozen
class Part:
    """One prose paragraph of an item: indices of its claims and citations, and the people who speak or act in it."""

    number: int
    claims: tuple[int, ...]
    citations: tuple[int, ...]


@frozen
class Item:
    """One story: its paragraphs in order. ``speakers`` are, by claim, the surnames of those it quotes;
    ``people`` the surnames of all speakers of the bulletin that it names."""

    paragraphs: tuple[Part, ...]
    citations: tuple[int, ...]
    speakers: dict[int, frozenset[str]]
    people: dict[int, frozenset[str]]
    leads: dict[int, frozenset[str]]
    """By paragraph, the person whose name it begins with, if it goes on with that one alone."""

    def continued(
        self, index: int, part: Part, claims: Sequence[Claim], citations: Sequence[Citation]
    ) -> tuple[Link, ...]:
        """Links to the first citation of a later paragraph that goes on with the people of this one."""
        here = frozenset[str]().union(*(self.people[c] for c in part.claims))
        at = self.paragraphs.index(part)
        for later in self.paragraphs[at + 1 : at + 1 + _REACH]:
            start = later.claims[:_GOING_ON]
            shared = here & frozenset[str]().union(*(self.people[c] for c in start))
            if not shared:
                return ()
            if later.citations:
                reason = f"the next paragraph goes on with {' and '.join(sorted(shared))}"
                return _links(later.citations[0], claims[index], citations, "later", reason)
        return ()

    def dated_back(
        self, index: int, part: Part, claims: Sequence[Claim], citations: Sequence[Citation]
    ) -> tuple[Link, ...]:
        """Links to the first citation of the next paragraph where that names a day on which only this one has an event.

        "(BNS, February 18; Itar-Tass, February 19)" behind news of the 19th: what happened on the 18th stands above.
        """
        days = {e.days.first for c in part.claims for e in claims[c].events if not e.planned}
        at = self.paragraphs.index(part)
        for later in self.paragraphs[at + 1 : at + 2]:
            if not days or not later.citations:
                continue
            closing = citations[later.citations[0]]
            theirs = [e.days.first for c in later.claims for e in claims[c].events if not e.planned]
            if theirs and any(
                d.holds(day) and d.last < min(theirs) for r in closing.references for d in r.dates for day in days
            ):
                reason = f"the next citation names {min(days)}, a day of this paragraph and not of its own"
                return _links(later.citations[0], claims[index], citations, "dated", reason)
        return ()

    def continuing(
        self, index: int, part: Part, claims: Sequence[Claim], citations: Sequence[Citation]
    ) -> tuple[Link, ...]:
        """Links to the last citation of an earlier paragraph that quotes the person this one goes on with."""
        mine = self.people[index] & (self.leads[part.number] or frozenset[str]().union(*(self.speakers[c] for c in part.claims)))
        if not mine:
            return ()
        at = self.paragraphs.index(part)
        for earlier in reversed(self.paragraphs[max(0, at - _REACH) : at]):
            for citation in reversed(earlier.citations):
                covered = [c for c in earlier.claims if claims[c].span.start < citations[citation].span.start]
                if mine & frozenset[str]().union(*(self.speakers[c] for c in covered)):
                    reason = f"{' and '.join(sorted(mine))} goes on speaking"
                    return _links(citation, claims[index], citations, "earlier", reason)
        return ()

    def told_on(
        self, index: int, part: Part, claims: Sequence[Claim], citations: Sequence[Citation]
    ) -> tuple[Link, ...]:
        """Links to an inline citation of the sentences right before, whose speaker goes on."""
        before = [c for c in part.citations if citations[c].span.start < claims[index].span.start]
        if not before or citations[before[-1]].form != "inline":
            return ()
        since = [c for c in part.claims if claims[c].span.end >= citations[before[-1]].span.end and c <= index]
        speaking = [self.speakers[c] for c in part.claims if claims[c].span.meets(citations[before[-1]].span)]
        mine = frozenset[str]().union(*speaking)
        if mine and all(self.speakers[c] & mine for c in since):
            reason = f"{' and '.join(sorted(mine))} goes on speaking"
            return _links(before[-1], claims[index], citations, "earlier", reason)
        return ()

    def closed(self, index: int, claims: Sequence[Claim], citations: Sequence[Citation]) -> tuple[Link, ...]:
        """Links to the one citation of the item, where no news follows it and it draws on several reports."""
        if len(self.citations) != 1 or not self.paragraphs:
            return ()
        (only,) = self.citations
        news = [c for part in self.paragraphs for c in part.claims if claims[c].kind == "reported"]
        at_end = bool(news) and claims[news[-1]].span.start < citations[only].span.start
        if not at_end or len(citations[only].references) < _CLOSING_REFERENCES:
            return ()
        return _links(only, claims[index], citations, "later", "the one citation of the item closes it")


def items(
    paragraphs: Sequence[Paragraph],
    citations: Sequence[Citation],
    attributions: Sequence[Attribution],
    claims: Sequence[Claim],
) -> Iterable[Item]:
    """The items of a bulletin, in order."""
    claims_in, citations_in = by_paragraph(claims), by_paragraph(citations)
    by_item: dict[int, list[Part]] = {}
    for paragraph in paragraphs:
        number = paragraph.number
        part = Part(number, tuple(claims_in.get(number, ())), tuple(citations_in.get(number, ())))
        by_item.setdefault(paragraph.item, []).append(part)
    for parts in by_item.values():
        inside = [c for part in parts for c in part.claims]
        speakers = {c: _speakers(claims[c], attributions) for c in inside}
        everybody = frozenset[str]().union(*speakers.values())
        people = {c: speakers[c] | (_surnames(claims[c].names) & everybody) for c in inside}
        leads = {part.number: _lead(part, claims, people) for part in parts}
        for part in parts:
            for claim in part.claims if leads[part.number] else ():
                if speakers[claim] and not any(s & (_surnames(claims[claim].names)) for s in [speakers[claim]]):
                    people[claim] = people[claim] | leads[part.number]  # "he said", of the one the paragraph began with
        cited = tuple(c for part in parts for c in part.citations if citations[c].references)
        yield Item(tuple(parts), cited, speakers, people, leads)


def _lead(part: Part, claims: Sequence[Claim], people: dict[int, frozenset[str]]) -> frozenset[str]:
    if not part.claims or not claims[part.claims[0]].names:
        return frozenset()
    return people[part.claims[0]] & _surnames(claims[part.claims[0]].names[:1])


def _speakers(claim: Claim, attributions: Sequence[Attribution]) -> frozenset[str]:
    names = (attributions[i].speaker for i in claim.attributions if attributions[i].kind == "person")
    return _surnames(name for name in names if name)


def _surnames(names: Iterable[str]) -> frozenset[str]:
    return frozenset(m[0].removesuffix("'s").removesuffix("’s") for name in names if (m := _SURNAME.search(name)))


def _links(
    citation: int, claim: Claim, citations: Sequence[Citation], basis: Basis, reason: str
) -> tuple[Link, ...]:
    """Links to those references of a citation that are of the day of the claim's events, or later."""
    from attrib.linking.link import can_carry

    events: list[Event] = [e for e in claim.events if not e.planned]
    return tuple(
        Link(citation, r, basis, (reason,))
        for r, reference in enumerate(citations[citation].references)
        if all(can_carry(reference, e) for e in events)
    )
