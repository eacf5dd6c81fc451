"""Facts of a problem: what keeps a citation from being read whole."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.model import CitationForm, Span


def count(view: View) -> int:
    return len(view.problems)


def span(view: View, problem: int) -> Span:
    """The place of the fault."""
    return view.problems[problem][1].span


def kind(view: View, problem: int) -> str:
    """What is wrong, in one word."""
    return view.problems[problem][1].kind


def detail(view: View, problem: int) -> str:
    """What is wrong, in a sentence."""
    return view.problems[problem][1].message


def citation_at(view: View, problem: int) -> Span:
    """The citation it stands in."""
    return view.analysis.citations[view.problems[problem][0]].span


def form(view: View, problem: int) -> CitationForm:
    """How the citation is written."""
    return view.analysis.citations[view.problems[problem][0]].form


def end_at(view: View, problem: int) -> Span:
    """The place right behind the fault."""
    end = span(view, problem).end
    return Span(end, end)


def start_at(view: View, problem: int) -> Span:
    """The place right before the fault."""
    start = span(view, problem).start
    return Span(start, start)


def mark_at(view: View, problem: int) -> Span:
    """The last mark of the fault."""
    end = span(view, problem).end
    return Span(end - 1, end)


def opening(view: View, problem: int) -> str:
    """The mark that opens what the citation's last mark closes."""
    return "[" if citation_at(view, problem).of(view.prose).endswith("]") else "("


def closing(view: View, problem: int) -> str:
    """The mark that closes the citation's bracket."""
    return "]" if citation_at(view, problem).of(view.prose).startswith("[") else ")"


def outlet_before(view: View, problem: int) -> bool:
    """Whether something is cited, or an outlet named, before it in its item: in running text, by a note or a link."""
    place, analysis = citation_at(view, problem).start, view.analysis
    number = analysis.citations[view.problems[problem][0]].paragraph
    item = next(p.item for p in view.paragraphs if p.number == number)
    start = min(p.span.start for p in view.paragraphs if p.item == item)
    places = [c.span.start for c in analysis.citations if c.references]
    places += [a.source.start for a in analysis.attributions if a.outlet and a.source]
    return any(start <= one < place for one in places)
