"""What is said of the words under the pointer: of a citation its sources, of a claim its links and reasons."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lsprotocol import types

from attrib.model import Citation, Reference, Source, Span
from attrib.pages.explain import claims_at
from attrib.pages.reasoning import reasoning
from attrib.pages.sourcepage import held_on, years
from attrib.registry import Registry
from attrib.server.drafts import Draft
from attrib.terminal import visible
from attrib.wording import all_days, reference

_MARKS = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&]")


def hover(draft: Draft, position: types.Position) -> types.Hover | None:
    """The sources of the citation there, else the reasoning for the claim there; None where neither stands."""
    offset = draft.positions.offset(draft.document, position)
    citation = next((one for one in draft.analysis.citations if one.span.start <= offset < one.span.end), None)
    if citation is not None:
        return _shown(draft, citation.span, "\n\n".join(_sources(citation, draft.registry)))
    place = draft.document.origin(offset)
    found = [
        i for i in claims_at(draft.analysis, place.line, place.column) if draft.analysis.claims[i].span.end > offset
    ]
    if not found:
        return None
    return _shown(draft, draft.analysis.claims[found[0]].span, "\n".join(_reasons(draft, found[0])))


def _shown(draft: Draft, span: Span, text: str) -> types.Hover:
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, text), draft.positions.range(draft.document, span)
    )


def _sources(citation: Citation, registry: Registry) -> Iterator[str]:
    for one in citation.references:
        yield "  \n".join(_source(one, registry))
    for problem in citation.problems:
        yield f"*{_plain(problem.message)}*"
    if not citation.references and not citation.problems:
        yield "no source is named here"


def _source(cited: Reference, registry: Registry) -> Iterator[str]:
    """The lines about a reference: who it is, who held it on the cited day, and when it was cited for."""
    yield f"**{_plain(reference(cited))}**"
    source = cited.source
    if source is None:
        yield "stands for several sources, and names none" if cited.collective else "not in the registry"
        return
    day = cited.dates[0].first if cited.dates else None
    yield ", ".join(_plain(part) for part in _facts(source, registry, day) if part)
    if cited.dates:
        yield f"cited for {_plain(all_days(cited.dates))}"


def _facts(source: Source, registry: Registry, day: dt.date | None) -> Iterator[str]:
    yield source.kind or ""
    yield source.country or ""
    used = years(source.first, source.last)
    yield f"in use {used}" if used else ""
    if day is not None:
        control = held_on(source.control, day)
        owners = registry.owners.of(source, day)
        yield (
            f"{control.value}-controlled"
            if control and control.value != "public"
            else "public service"
            if control
            else ""
        )
        yield f"owner {', '.join(owner.name for owner in owners)}" if owners else ""


def _reasons(draft: Draft, index: int) -> Iterator[str]:
    for line in reasoning(draft.report, index, draft.registry, draft.quoted):
        yield f"- **{line.label}** {_plain(line.text)}" if line.label else f"- {_plain(line.text)}"
        for reason in line.reasons:
            yield f"  - {_plain(reason)}"


def _plain(text: str) -> str:
    """Words of a draft as Markdown that shows them as they are."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", visible(text))
