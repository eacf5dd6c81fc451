"""`link`: the passage rule, and the evidence that moves a claim to another citation or a reference off it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from attrib.keeping.reuse import Memo, Start, shifted
from attrib.linking.continuity import Item, item
from attrib.linking.days import can_carry, last_event
from attrib.linking.elsewhere import told_elsewhere
from attrib.linking.heard import by_hearer
from attrib.linking.origins import groups
from attrib.linking.passages import passages
from attrib.linking.stories import Story, speakers
from attrib.linking.telling import Speeches, Tellings
from attrib.linking.unnamed import of_outlets, unnamed_outlets
from attrib.linking.words import LinkWords
from attrib.model import (
    Attribution,
    Citation,
    Claim,
    Event,
    Link,
    Reference,
    Support,
    SupportLevel,
    Told,
)
from attrib.registry import Registry
from attrib.values import field, frozen

Links = tuple[Link, ...]


def link(
    told: Told, claims: Sequence[Claim], registry: Registry, words: LinkWords, memo: Memo | None = None
) -> tuple[Support, ...]:
    """What carries each claim, in the order of the claims. Links never cross from one item to another.

    ``memo`` keeps those of an item for the next version of the draft.
    """
    found: list[Support] = []
    speaking = speakers(told) if memo else {}
    for _, group in groupby(told.paragraphs, lambda paragraph: paragraph.item):
        story = Story.of(told, tuple(group), claims)
        read = partial(_of_story, story, registry, words)
        if memo:
            key = ("links", *story.key(speaking, memo))
            found += memo.of(key, Start(0, story.paragraphs[0].number, citation=story.first_citation), read)
        else:
            found += read()
    return tuple(found)


def _of_story(story: Story, registry: Registry, words: LinkWords) -> tuple[Support, ...]:
    """What carries the claims of an item; its links name citations of the bulletin."""
    swept = passages(story, words.places)
    elsewhere = told_elsewhere(story, swept, registry)
    tellings = Speeches(story, registry, words).tellings(swept)
    settled = {*tellings.staying, *tellings.own}
    covering = {c: cited for c, cited in swept.items() if c not in settled and c not in elsewhere}
    settled |= covering.keys()
    moved = dict(tellings.staying)
    if any(claim.kind != "analysis" and index not in settled for index, claim in enumerate(story.claims)):
        moved.update(_moved(item(story, words.common), settled, story, registry))
    carriers = _Carriers(story, registry, words, covering, moved, tellings)
    return tuple([carriers.support(index, claim) for index, claim in enumerate(story.claims)])


@frozen
class _Carriers:
    """What has been found for each claim of an item, by index: the citations that close its passage (``covering``), the
    links by which another one carries it (``moved``), and what the tellings say.
    """

    story: Story
    registry: Registry
    words: LinkWords
    covering: Mapping[int, tuple[int, ...]]
    moved: Mapping[int, Links]
    tellings: Tellings
    _undated: dict[tuple[int, ...], tuple[Links, Links]] = field(factory=dict, init=False, repr=False, eq=False)
    """By the citations of a passage, the links of claims whose day rules out none: indices in story and bulletin."""
    _of_pairs: dict[tuple[tuple[int, int], ...], int] = field(factory=dict, init=False, repr=False, eq=False)
    """By the references, how many origins they have."""

    def support(self, index: int, claim: Claim) -> Support:
        """What carries a claim; its links name citations of the bulletin."""
        story = self.story
        place = Start(0, citation=story.first_citation)
        cited = self.covering.get(index, ())
        swept, dropped, ready = self._of_passage(claim, cited)
        links = swept
        outlets = unnamed_outlets(story, claim) if links and claim.attributions else {}
        if outlets:
            links, others = of_outlets(links, outlets, story.citations)
            dropped += others
        if len(links) > 1 and claim.attributions:
            links, others = by_hearer(story, claim, links, self.registry)
            dropped += others
        apart = len(outlets) > 1 or self._outlets_differ(claim, links)
        each = apart and not self.words.agreement.search(story.prose, *claim.span)
        links = links or self.moved.get(index, ())
        origins = self._origins(links)
        attributed = not origins and claim.kind != "analysis" and self._is_attributed(index, claim, cited)
        there = ready if ready is not None and links is swept else shifted(links, place)
        return Support(
            _level(claim, origins, attributed, each), origins, there, shifted(dropped, place) if dropped else ()
        )

    def _of_passage(self, claim: Claim, cited: tuple[int, ...]) -> tuple[Links, Links, Links | None]:
        """The links of a passage, those that the day of the claim rules out, and the former as the bulletin counts."""
        citations = self.story.citations
        event = last_event(claim) if cited else None
        if event and (late := _late(event, cited, citations)):
            return *_by_day(event, claim, cited, late, citations), None
        if cited not in self._undated:
            links = tuple([_link(pair, citations, claim) for pair in _references(cited, citations)])
            self._undated[cited] = links, shifted(links, Start(0, citation=self.story.first_citation))
        links, ready = self._undated[cited]
        return links, (), ready

    def _outlets_differ(self, claim: Claim, links: Links) -> bool:
        """Whether the text gives each outlet that carries it something else: "Blic wrote it; he told Beta that"."""
        if len(links) < 2 or len(claim.attributions) < 2:
            return False
        lineage, citations = self.registry.lineage, self.story.citations
        told = [lineage(said.outlet) for said in self.story.said(claim) if said.outlet and said.content]
        cited = [citations[link.citation].references[link.reference].source for link in links]
        return len(set(told)) > 1 and all(source and lineage(source) in told for source in cited)

    def _origins(self, links: Links) -> int:
        pairs = tuple([(one.citation, one.reference) for one in links])
        if pairs not in self._of_pairs:
            citations = self.story.citations
            self._of_pairs[pairs] = len(groups([citations[c].references[r] for c, r in pairs], self.registry))
        return self._of_pairs[pairs]

    def _is_attributed(self, index: int, claim: Claim, cited: Sequence[int]) -> bool:
        """Whether the text says whose report it is, though no reference does."""
        if index in self.tellings.own or index in self.tellings.answered:
            return True
        citations = self.story.citations
        return _names_outlet(self.story.said(claim)) or any(_is_unread_note(citations[c]) for c in cited)


def _level(claim: Claim, origins: int, attributed: bool, each: bool) -> SupportLevel:
    """``each`` says that its outlets tell different things: one origin stands behind each, however many they are."""
    if claim.kind == "analysis":
        return "exempt"
    if origins:
        return "multiple" if origins > 1 and not each else "single"
    return "attributed" if attributed else "none"


def _names_outlet(said: Sequence[Attribution]) -> bool:
    """An outlet by name, or the bulletin's own interview; "local media" names nobody."""
    return any(a.own_interview or (a.outlet is not None and not a.outlet.collective) for a in said)


def _is_unread_note(citation: Citation) -> bool:
    """A note whose entry names no known source: it says whose report this is, and another rule asks for the source."""
    return not citation.references and any(problem.kind == "unread" for problem in citation.problems)


# --- by passage, and by day within it ---------------------------------------------------------------------------------


def _references(cited: Sequence[int], citations: Sequence[Citation]) -> list[tuple[int, int]]:
    """Every reference of these citations, by the indices of both."""
    return [(c, r) for c in cited for r in range(len(citations[c].references))]


def _late(event: Event, cited: Sequence[int], citations: Sequence[Citation]) -> list[tuple[int, int]]:
    """The references of the passage that the day of a past event rules out.

    A reference dated before the event yields to another that can carry it; where none can, all stay, and a rule of
    family D says so.
    """
    every = _references(cited, citations)
    late = [(c, r) for c, r in every if not can_carry(citations[c].references[r], event)]
    return late if len(late) < len(every) else []


def _by_day(
    event: Event, claim: Claim, cited: Sequence[int], late: Sequence[tuple[int, int]], citations: Sequence[Citation]
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The references of the passage that can carry a past event, and those that its day rules out."""
    kept = tuple([_link(pair, citations, claim, event) for pair in _references(cited, citations) if pair not in late])
    return kept, tuple([_dropped(pair, citations, event) for pair in late])


def _link(pair: tuple[int, int], citations: Sequence[Citation], claim: Claim, event: Event | None = None) -> Link:
    citation, reference = citations[pair[0]], citations[pair[0]].references[pair[1]]
    if citation.form in ("note", "footnote"):
        return Link(*pair, "note", (f"note {citation.label} stands behind it",))
    if citation.form == "link":
        return Link(*pair, "passage", ("the link stands in its sentence",))
    if citation.form == "inline":
        return Link(*pair, "passage", ("its sentence names the outlet and the day",))
    closes = "it closes the passage" if citation.span.start >= claim.span.start else "it heads what follows"
    if event is None:
        return Link(*pair, "passage", (closes,))
    return Link(*pair, "dated", (closes, f"{_of(reference)} can carry what happened on {event.days.first}"))


def _dropped(pair: tuple[int, int], citations: Sequence[Citation], event: Event) -> Link:
    reference = citations[pair[0]].references[pair[1]]
    return Link(*pair, "dated", (f"{_of(reference)} is older than the event of {event.days.first}",))


def _of(reference: Reference) -> str:
    days = f" of {reference.dates[-1].last}" if reference.dates else ""
    return f"{reference.written}{days}"


# --- to another passage -----------------------------------------------------------------------------------------------


def _moved(
    item: Item, settled: Collection[int], story: Story, registry: Registry
) -> Iterable[tuple[int, tuple[Link, ...]]]:
    """Links of claims that no citation closes, where the text shows another that carries them."""
    cited: Mapping[str, Sequence[int]] | None = None
    for part in item.parts:
        for index in part.claims:
            claim = story.claims[index]
            if index in settled or claim.kind == "analysis":
                continue
            found: tuple[Link, ...] = ()
            if outlets := _outlets(story.said(claim), registry):
                if cited is None:
                    cited = _by_outlet(item.cited, story.citations, registry)
                found = _named(claim, outlets, cited, story.citations, registry)
            if not found and not outlets and claim.kind == "reported":
                found = item.evidence(index, part)
            if found:
                yield index, found


def _outlets(said: Sequence[Attribution], registry: Registry) -> frozenset[str]:
    """The outlets that a claim names, whatever they were called when."""
    return frozenset([registry.lineage(one.outlet) for one in said if one.outlet])


def _by_outlet(cited: Sequence[int], citations: Sequence[Citation], registry: Registry) -> Mapping[str, Sequence[int]]:
    """The citations of each outlet, in the order of the text."""
    found: dict[str, list[int]] = {}
    for number in cited:
        for outlet in {registry.lineage(r.source) for r in citations[number].references if r.source}:
            found.setdefault(outlet, []).append(number)
    return found


def _named(
    claim: Claim,
    outlets: Collection[str],
    cited: Mapping[str, Sequence[int]],
    citations: Sequence[Citation],
    registry: Registry,
) -> tuple[Link, ...]:
    """What the item cites of the outlets that a claim names: the nearest behind the claim, else before it."""
    places = sorted({number for outlet in outlets for number in cited.get(outlet, ())})
    if not places:
        return ()
    behind = bisect_left(places, claim.span.start, key=lambda number: citations[number].span.start)
    nearest = places[min(behind, len(places) - 1)]
    return tuple(
        Link(nearest, r, "named", (f"the text names {reference.written}, which is cited here",))
        for r, reference in enumerate(citations[nearest].references)
        if reference.source and registry.lineage(reference.source) in outlets
    )
