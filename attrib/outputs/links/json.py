"""`attrib/links/1`: everything that was read in the bulletins, offsets in code points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from attrib.attribution.speeches import joined
from attrib.model import Analysis, Attribution, Citation, Claim, Days, Masthead, Reference, Span, Support
from attrib.outputs import Options, Report, as_json

SCHEMA = "attrib/links/1"


def render(reports: Sequence[Report], options: Options) -> str:
    """One JSON object for all bulletins."""
    return as_json({"schema": SCHEMA, **documents(reports)}) + "\n"


def documents(reports: Sequence[Report]) -> dict[str, Any]:
    """All bulletins as the schema has them."""
    return {"documents": [document(report.analysis) for report in reports]}


def document(analysis: Analysis) -> dict[str, Any]:
    """One bulletin as the schema has it."""
    # Offsets into a text that was taken out of its file mean nothing without it.
    text = {"text": analysis.document.text} if analysis.document.extracted else {}
    date = analysis.date
    return {
        "path": analysis.document.path,
        **text,
        "masthead": _masthead(analysis.masthead),
        "date": {"value": _day(date.value), "basis": date.basis, "reasons": list(date.reasons)},
        "style": analysis.style,
        "sentences": [{**_span(s.span), "paragraph": s.paragraph} for s in analysis.sentences],
        "citations": [_citation(citation) for citation in analysis.citations],
        "parentheses": [{**_span(bracket.span), "kind": bracket.kind} for bracket in analysis.brackets],
        "attributions": [_attribution(attribution) for attribution in joined(analysis.attributions)],
        "claims": [_claim(*both) for both in zip(analysis.claims, analysis.supports, strict=True)],
    }


def _masthead(masthead: Masthead | None) -> dict[str, Any] | None:
    if masthead is None:
        return None
    return {"publication": masthead.publication, "volume": masthead.volume, "issue": masthead.issue}


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        **_span(citation.span),
        "form": citation.form,
        "problems": [problem.message for problem in citation.problems],
        "references": [_reference(reference) for reference in citation.references],
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        **_span(reference.span),
        "source": None if reference.source is None else reference.source.id,
        "name": reference.name,
        "written": reference.written,
        "dates": _days(reference.dates),
        "via": reference.via,
        "collective": reference.collective,
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    outlet = attribution.outlet
    return {
        "source": _pair(attribution.source),
        "cue": _pair(attribution.cue),
        "content": [_pair(span) for span in attribution.content],
        "class": attribution.kind,
        "outlet": None if outlet is None else outlet.id,
        "outlet_name": None if outlet is None else outlet.name,
        "sentence": attribution.sentence,
    }


def _claim(claim: Claim, support: Support) -> dict[str, Any]:
    return {
        **_span(claim.span),
        "sentence": claim.sentence,
        "kind": claim.kind,
        "support": support.level,
        "origins": support.origins,
        "event_dates": _days(event.days for event in claim.events if not event.planned),
        "links": [
            {"citation": at.citation, "reference": at.reference, "basis": at.basis, "reasons": list(at.reasons)}
            for at in support.links
        ],
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _days(ranges: Iterable[Days]) -> list[list[str | None]]:
    return [[_day(days.first), _day(days.last)] for days in ranges]


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
