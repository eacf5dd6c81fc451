"""Facts of a bracket: what stands in round or square brackets and what it is."""

from __future__ import annotations

from attrib.attribution.days import day_of
from attrib.dates import written
from attrib.facts import named
from attrib.facts.view import View
from attrib.model import BracketKind, Span


def count(view: View) -> int:
    return len(view.analysis.brackets)


def span(view: View, bracket: int) -> Span:
    """The bracket, marks included."""
    return view.analysis.brackets[bracket].span


def text(view: View, bracket: int) -> str:
    """The words in it."""
    return " ".join(span(view, bracket).of(view.prose).strip("()[] ").split())


def kind(view: View, bracket: int) -> BracketKind:
    """What it is."""
    return view.analysis.brackets[bracket].kind


def dated(view: View, bracket: int) -> bool:
    """Whether it is a day or days of a month and nothing else."""
    start, end = span(view, bracket)
    days = next(written.read(view.prose, start, end, citation=True), None)
    if days is None or any(day.day is None for pair in days.ranges for day in pair):
        return False
    return not (view.prose[start : days.span.start] + view.prose[days.span.end : end]).strip("()[] ,.;")


def closing(view: View, bracket: int) -> bool:
    """Whether it stands at the end of a sentence, where a citation would."""
    after = view.prose[span(view, bracket).end :][:2]
    return not after.strip() or after[0] in ".!?;"


def of_outlet(view: View, bracket: int) -> bool:
    """Whether it dates an outlet that the text names: right before it, or as who carried the words that it closes.

    "told Interfax (May 3)"; "told Interfax that he was leaving (May 3)".
    """
    at = span(view, bracket)
    if any(c.form in ("link", "inline") and c.span.holds(at) for c in view.analysis.citations):
        return True
    if named.right_before(view, at.start):
        return True
    told = [one for one in view.analysis.attributions if one.outlet and one.cue and one.cue.end <= at.start]
    here = next((i for i, sentence in enumerate(view.analysis.sentences) if sentence.span.holds(at)), None)
    return any(
        one.sentence == here or ((day := day_of(view.prose, one)) is not None and at.holds(day.span)) for one in told
    )


def suggestion(view: View, bracket: int) -> str | None:
    """The nearest name of the registry, where the bracket is one capitalised word that the registry does not have."""
    name = text(view, bracket)
    if not name[:1].isupper() or " " in name or view.registry.lookup(name):
        return None
    return next(iter(view.suggest(name)), None)


def citations(view: View, bracket: int) -> int:
    """How many citations the bulletin has."""
    return len(view.analysis.citations)
