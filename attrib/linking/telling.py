"""Who goes on telling: the sentences that stay with what was told before them, whatever citation comes next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from attrib.attribution.days import day_of
from attrib.attribution.sources import head
from attrib.linking.passages import Passages, last_covered
from attrib.linking.people import Names, listed, speakers, surnames
from attrib.linking.stories import Story
from attrib.linking.words import LinkWords
from attrib.matching.patterns import pattern
from attrib.model import Attribution, Claim, Link, Span
from attrib.registry import Registry
from attrib.values import frozen

_ALSO = 6  # code points in which "also" stands before a verb
_IN_TEXT = ("inline", "link")  # citations that are part of the sentence they stand in


_WORD = pattern(r"[A-Za-z][a-z-]{3,}")
_AT = pattern(r"(?:In|At|Near|Outside|Across|Around)\s+(?:the\s+)?[A-Z]")  # another place, and other news
_THE = pattern(r"(?:The|the|This|this|That|that|Those|those|These|these|Both) ([a-z][a-z-]{3,})(?! of )")


@frozen
class _Teller:
    """Who told what the claim before told: an outlet through a citation, or somebody to the bulletin itself (None).

    ``people`` are those who spoke, and with a citation those whom it told of, by full name.
    """

    citation: int | None
    people: Names
    words: Names = frozenset()
    """What the sentence with the citation calls things, in small letters."""


@frozen
class Tellings:
    """Claims, by index, that no passage decides.

    ``staying`` stay with an earlier citation. The others need no citation: ``own`` were told to the bulletin itself,
    and ``answered`` the text gives to an outlet with its day.
    """

    staying: Mapping[int, tuple[Link, ...]]
    own: frozenset[int]
    answered: frozenset[int] = frozenset()
    """Those that go on with what an outlet told that is named in the text: "HINA reported. He added"."""


@frozen
class Speeches:
    """The claims of an item with who speaks in them, as the questions below need them."""

    story: Story
    registry: Registry
    words: LinkWords

    def tellings(self, covering: Passages) -> Tellings:
        """Which claims stay with what was told before them.

        Behind a citation in running text, and behind an interview of the bulletin's own, the same speaker goes on, or
        a pronoun does; behind the former also one of whom it told. Behind a citation in brackets only its outlet does,
        by name or as "the paper". What a citation stands right behind is that citation's.
        """
        staying: dict[int, tuple[Link, ...]] = {}
        own: set[int] = set()
        answered: set[int] = set()
        closed = set(last_covered(covering).values())
        for number, here in self.story.claims_in.items():
            cited = self.story.citations_in.get(number, ())
            in_text = [c for c in cited if self.story.citations[c].form in _IN_TEXT]
            told: _Teller | None = None
            answering: _Teller | None = None
            for index in here:
                said = self.story.said(self.story.claims[index])
                if said and index not in covering and _outlet_speaks(said):
                    answering = _Teller(None, self._people(index) | self._introduced(index), self._called(index))
                elif answering and self._goes_on(index, answering):
                    answered.add(index)
                else:
                    answering = None
                if said and any(one.own_interview for one in said):
                    told = _Teller(None, self._people(index))
                elif in_text and (last := self._cited_in_text(index, in_text)) is not None:
                    told = _Teller(last, self._people(index) | self._introduced(index), self._called(index))
                    continue
                elif said and index not in closed and self._told_on_its_day(said, cited):
                    own.add(index)
                    told = None
                    continue
                elif told and not self._goes_on(index, told):
                    told = None
                if index in closed:
                    told = None
                elif told is None:
                    links = self._same_outlet(index, said, covering, cited) if said and cited else ()
                    if links := links or (self._added(index, said, covering) if said else ()):
                        staying[index] = links
                elif told.citation is None:
                    own.add(index)
                else:
                    staying[index] = self._links(told.citation, self._reason(index, told))
        return Tellings(staying, frozenset(own), frozenset(answered))

    def _people(self, index: int) -> Names:
        return speakers(self.story.claims[index], self.story.told.attributions)

    def _told_on_its_day(self, attributions: Sequence[Attribution], cited: Sequence[int]) -> bool:
        """Whether an outlet tells it that the text names with a day, and that no citation of the paragraph is of.

        "Vedomosti wrote on May 16 that" says where it stands, and no bracket of another outlet carries it.
        """
        for said in attributions:
            if said.outlet and not said.outlet.collective and day_of(self.story.prose, said):
                lineage = self.registry.lineage(said.outlet)
                if not any(self._cites(c, lineage) for c in cited):
                    return True
        return False

    def _introduced(self, index: int) -> Names:
        return surnames(name for name in self.story.claims[index].names if " " in name)

    def _called(self, index: int) -> Names:
        words = _WORD.findall(self.story.prose, *self.story.claims[index].span)
        return frozenset(word.lower().removesuffix("s") for word in words)

    def _same_thing(self, place: Span, told: _Teller) -> bool:
        """Whether "the driver" stands there, and the sentence with the citation told of one."""
        found = _THE.match(self.story.prose, *place)
        return found is not None and found[1].removesuffix("s") in told.words

    def _cited_in_text(self, index: int, in_text: Sequence[int]) -> int | None:
        """The last of the citations in running text that is part of the claim's sentence."""
        sentence = self.story.told.sentences[self.story.claims[index].sentence].span
        found = [c for c in in_text if sentence.meets(self.story.citations[c].span)]
        return found[-1] if found else None

    def _goes_on(self, index: int, told: _Teller) -> bool:
        claim = self.story.claims[index]
        if claim.kind == "analysis":
            return False
        said = [one for one in self.story.said(claim) if one.kind != "agentless"]
        if not said:
            begins_with = surnames(
                name for name in claim.names[:1] if self.story.prose.startswith(name, claim.span.start)
            )
            return bool(
                begins_with & told.people
                or self._right_behind(claim, told)
                or self._same_thing(claim.span, told)
                or self.words.anaphors.match(self.story.prose, claim.span.start, claim.span.end)
            )
        if told.citation is not None and self.words.scene.search(self.story.prose, claim.span.start, claim.span.end):
            return True
        return all(self._same(one, told) for one in said)

    def _right_behind(self, claim: Claim, told: _Teller) -> bool:
        """Whether it is news right behind the sentence that names outlet and day: "The vote was 238 to 91"."""
        if told.citation is None or self.story.citations[told.citation].form != "inline" or claim.kind != "reported":
            return False
        if not self.story.told.sentences[claim.sentence - 1].span.meets(self.story.citations[told.citation].span):
            return False
        return not (
            _AT.match(self.story.prose, *claim.span) or self.words.elsewhere.match(self.story.prose, *claim.span)
        )

    def _same(self, said: Attribution, told: _Teller) -> bool:
        if told.citation is not None and self._unnamed_outlet(said, told.citation):
            return True
        if said.outlet or said.own_interview:
            return False
        if said.source and self._same_thing(said.source, told):
            return True
        pronoun = said.source is None or said.source.of(self.story.prose).lower() in self.words.pronouns
        people = surnames((said.speaker,)) if said.speaker else frozenset[str]()
        return bool(people & told.people) or (pronoun and not (people and told.people))

    def _unnamed_outlet(self, said: Attribution, citation: int) -> bool:
        """Whether "the paper" says it, and the citation has one of that kind."""
        if said.source is None or (words := head(said.source.of(self.story.prose)).lower()) not in self.words.outlets:
            return False
        kinds = self.words.speakers.kinds(words.rpartition(" ")[2])
        references = self.story.citations[citation].references
        return not kinds or any(r.source is None or r.source.kind in kinds for r in references)

    def _outlet_again(self, index: int, said: Attribution, citation: int) -> bool:
        """Whether "the paper" says it, or is told."""
        if self._unnamed_outlet(said, citation):
            return True
        end = self.story.claims[index].span.end
        return said.cue is not None and self.words.hearers.search(self.story.prose, said.cue.start, end) is not None

    def _same_outlet(
        self, index: int, attributions: Sequence[Attribution], covering: Passages, cited: Sequence[int]
    ) -> tuple[Link, ...]:
        """Links to the bracket before it whose outlet goes on: "The paper adds", "He told Ekho Moskvy".

        One that the text names may be cited in the paragraph above; "the paper" is that of the bracket right before.
        """
        claim = self.story.claims[index]
        if claim.kind == "analysis":
            return ()
        above = bisect_left(self.story.citations, claim.paragraph - 1, key=attrgetter("paragraph"))
        before = [c for c in range(above, cited[-1] + 1) if self.story.citations[c].span.end <= claim.span.start]
        for said in attributions:
            if said.outlet and not said.outlet.collective:
                lineage = self.registry.lineage(said.outlet)
                if any(self._cites(c, lineage) for c in covering.get(index, ())):
                    return ()
                for citation in reversed(before):
                    if links := self._of_lineage(citation, lineage):
                        return links
            elif before and before[-1] >= cited[0] and self._outlet_again(index, said, before[-1]):
                references = self.story.citations[before[-1]].references
                if len(references) == 1 and not references[0].collective:
                    return self._links(before[-1], self._reason(index, _Teller(before[-1], frozenset())))
        return ()

    def _added(self, index: int, attributions: Sequence[Attribution], covering: Passages) -> tuple[Link, ...]:
        """Links to the bracket behind the sentence before, to which the same speaker adds: "The official added"."""
        claim, before = self.story.claims[index], covering.get(index - 1, ())
        if index in covering or not before:
            return ()
        cues = [said.cue for said in attributions if said.cue]
        if not any(
            self.words.adding.search(self.story.prose, max(claim.span.start, cue.start - _ALSO), cue.end)
            for cue in cues
        ):
            return ()
        told = _Teller(before[-1], self._people(index - 1) | self._introduced(index - 1), self._called(index - 1))
        same = all(self._same(said, told) and not self._unnamed_outlet(said, before[-1]) for said in attributions)
        return self._links(before[-1], self._reason(index, told)) if same and claim.kind != "analysis" else ()

    def _of_lineage(self, citation: int, lineage: str) -> tuple[Link, ...]:
        """Links to the references of a citation that are of an outlet."""
        return tuple(
            Link(citation, r, "named", (f"the text names {reference.written}, which is cited before it",))
            for r, reference in enumerate(self.story.citations[citation].references)
            if reference.source and self.registry.lineage(reference.source) == lineage
        )

    def _cites(self, citation: int, lineage: str) -> bool:
        references = self.story.citations[citation].references
        meant = (source for r in references for source in ((r.source,) if r.source else r.candidates))
        return any(self.registry.lineage(source) == lineage for source in meant)

    def _links(self, citation: int, reason: str) -> tuple[Link, ...]:
        references = self.story.citations[citation].references
        return tuple(Link(citation, number, "earlier", (reason,)) for number in range(len(references)))

    def _reason(self, index: int, told: _Teller) -> str:
        said = self.story.said(self.story.claims[index])
        for one in said:
            if told.citation is not None and one.source and self._unnamed_outlet(one, told.citation):
                return f"“{one.source.of(self.story.prose)}” is the outlet cited before it"
        if people := self._people(index) & told.people:
            return f"{listed(people)} goes on speaking"
        if people := surnames(self.story.claims[index].names[:1]) & told.people:
            return f"it goes on with {listed(people)}, of whom the sentence before told"
        return "it goes on telling what was cited in the sentence before"


def _outlet_speaks(said: Sequence[Attribution]) -> bool:
    return any(one.kind == "outlet" and one.outlet and not one.outlet.collective for one in said)
