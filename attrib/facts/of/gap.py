"""Facts of a gap: what parts two words of a citation in brackets, a comma or semicolon with its blanks, or blanks."""

from __future__ import annotations

from attrib.facts.gaps import Parted, Side, Spacing
from attrib.facts.view import View
from attrib.model import Span


def count(view: View) -> int:
    return len(view.gaps)


def span(view: View, gap: int) -> Span:
    """The mark with its blanks, or the blanks alone; without either, the place between two letters."""
    return view.gaps[gap][1].span


def citation_at(view: View, gap: int) -> Span:
    """The citation it stands in or at."""
    return view.analysis.citations[view.gaps[gap][0]].span


def around_at(view: View, gap: int) -> Span:
    """The gap with the letter on either side, where there is one: what an editor sees of it."""
    start, end = span(view, gap)
    return Span(max(start - 1, 0), min(end + 1, len(view.text)))


def place(view: View, gap: int) -> Side:
    """Where it is: before or behind the bracket, next to a mark of the bracket, or within."""
    return view.gaps[gap][1].place


def parts(view: View, gap: int) -> Parted:
    """What it parts: two references that have days of their own, a name and its day, or other words."""
    return view.gaps[gap][1].parts


def mark(view: View, gap: int) -> str | None:
    """The comma or semicolon; unknown where there are only blanks."""
    return view.gaps[gap][1].mark or None


def mark_at(view: View, gap: int) -> Span:
    """The comma or semicolon, or the place where it would stand."""
    return view.gaps[gap][1].mark_at


def spacing(view: View, gap: int) -> Spacing:
    """How its blanks are, against those of printers: one behind a mark and around a bracket, none elsewhere."""
    return view.gaps[gap][1].spacing


def broken(view: View, gap: int) -> bool:
    """Whether the line ends here."""
    return view.gaps[gap][1].broken


def justified(view: View, gap: int) -> bool:
    """Whether the bulletin's running text is set with doubled blanks, so that they are no slip."""
    return view.justified


def usual_mark(view: View, gap: int) -> str | None:
    """The mark that the bulletin's style puts here; unknown where it does not say."""
    return view.usual_marks.get(view.gaps[gap][1].parts)


def mark_usual(view: View, gap: int) -> bool | None:
    """Whether it has the mark that the bulletin's style puts here; unknown where the style does not say."""
    own = view.gaps[gap][1]
    usual = view.usual_marks.get(own.parts)
    return None if usual is None else own.mark == usual


def style(view: View, gap: int) -> str:
    """The style of the bulletin."""
    return view.analysis.style


def spaced(view: View, gap: int) -> str:
    """The gap with its blanks as printers set them: one behind a mark, one around a bracket, none inside it."""
    own = view.gaps[gap][1]
    return "" if own.place in ("opening", "closing") else f"{own.mark} "
