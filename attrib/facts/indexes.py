"""What carries what, looked up both ways: from references and citations to claims, and from claims to references."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from attrib.facts.carriers import Carriers, together
from attrib.model import Analysis, Link, Problem, Reference


class Indexes:
    """The indexes of an analysis; each is made when a fact first asks for it."""

    analysis: Analysis

    @cached_property
    def issued(self) -> dt.date | None:
        return self.analysis.date.value

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference, in order."""
        return tuple([r for citation in self.analysis.citations for r in citation.references])

    @cached_property
    def cited_in(self) -> tuple[int, ...]:
        """Of each reference the index of its citation."""
        return tuple([c for c, citation in enumerate(self.analysis.citations) for _ in citation.references])

    @cached_property
    def further_left(self) -> tuple[tuple[Reference, ...], ...]:
        """Of each reference those before it in its citation."""
        return tuple([c.references[:at] for c in self.analysis.citations for at in range(len(c.references))])

    @cached_property
    def problems(self) -> tuple[tuple[int, Problem], ...]:
        """Every problem with the index of its citation, in order."""
        return tuple([(c, p) for c, citation in enumerate(self.analysis.citations) for p in citation.problems])

    @cached_property
    def carried(self) -> tuple[tuple[int, ...], ...]:
        """Of each citation the claims linked to it."""
        return self._of_citations([support.links for support in self.analysis.supports])

    @cached_property
    def passages(self) -> tuple[tuple[int, ...], ...]:
        """Of each citation the claims linked to it or dropped from it: all that it could have carried."""
        supports = self.analysis.supports
        return self._of_citations([s.links + s.dropped if s.dropped else s.links for s in supports])

    def _of_citations(self, links: Iterable[tuple[Link, ...]]) -> tuple[tuple[int, ...], ...]:
        claims: list[list[int]] = [[] for _ in self.analysis.citations]
        for c, found in enumerate(links):
            if len(found) == 1:
                claims[found[0].citation].append(c)
            elif found:
                for citation in dict.fromkeys([link.citation for link in found]):
                    claims[citation].append(c)
        return tuple(map(tuple, claims))

    @cached_property
    def first_references(self) -> tuple[int, ...]:
        """Of each citation the index of its first reference among all."""
        return tuple(accumulate([len(citation.references) for citation in self.analysis.citations], initial=0))

    @cached_property
    def reference_claims(self) -> tuple[tuple[int, ...], ...]:
        """Of each reference the claims linked to it."""
        first = self.first_references
        claims: list[list[int]] = [[] for _ in self.references]
        for c, support in enumerate(self.analysis.supports):
            for link in support.links:
                claims[first[link.citation] + link.reference].append(c)
        return tuple(map(tuple, claims))

    @cached_property
    def carriers(self) -> tuple[Carriers, ...]:
        """Of each claim what carries it, in one value where it is the same."""
        citations = self.analysis.citations
        carried: dict[tuple[tuple[int, int], ...], Carriers] = {}
        found = []
        links: tuple[Link, ...] | None = None
        for support in self.analysis.supports:
            if support.links is not links:  # those of a passage are mostly one tuple
                links = support.links
                places = tuple([(link.citation, link.reference) for link in links])
                if places not in carried:
                    references = tuple([citations[citation].references[at] for citation, at in places])
                    carried[places] = together(references, self.issued)
            found.append(carried[places])
        return tuple(found)

    @cached_property
    def linked(self) -> tuple[tuple[Reference, ...], ...]:
        """Of each claim the references that carry it."""
        return tuple([carriers.references for carriers in self.carriers])

    @cached_property
    def repeating(self) -> frozenset[int]:
        """The claims that rest on the same references as one of their kind before them in their paragraph."""
        seen, found = set(), []
        for c, (claim, carriers) in enumerate(zip(self.analysis.claims, self.carriers, strict=True)):
            key = claim.paragraph, claim.kind, id(carriers)
            if key in seen:
                found.append(c)
            seen.add(key)
        return frozenset(found)
