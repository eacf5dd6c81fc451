"""`analyse` on any text: it never raises, and what it finds lies in the text, in order, and points at what is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attrib.analysis import analyse
from attrib.errors import RuleError
from attrib.inputs import read_text
from attrib.model import Analysis, Span

PIECES = [
    *"()[]{}<>.,;:!?\"'“”‘’«»–—-…\n\t #*_`|\\^\r&",
    "\n\n", "((", "))", "()", "[1]", "[^1]", "[^1]: ", "[2] ", "(1) ", "1. ", "](", "https://www.interfax.ru/a/1999/12/01/x",
    "Interfax", "Itar-Tass", "AFP", "Russian agencies", "Severny Vestnik", "U.S. News & World Report", "NTV", "the Monitor",
    " and ", ", ", "; ", " & ", "see ", "see also ", "as cited by ", "citing ", "via ", "p. 3", "No. 46",
    "November 30", "Sept 3", "February 30", "Dec. 31-Jan. 2", "30 November 1999", "1999-11-30", "30.11.99", "12/31/99", "1999",
    "yesterday ", "today", "on Monday ", "the same day", "tomorrow", "last month",
    "Minister Ivan Orlov ", "said ", "told ", "reported ", "according to ", "reportedly ", "that ", "he ", "will resign",
    "The ferry sank", "apparently ", "may ", "In 1996 ", "Mr. ", "U.S. ", "20 million rubles ", "$3 ",
    "Publication: Monitor Volume: 5 Issue: 223\n\n", "Notes\n\n", "HEADLINE IN CAPITALS.\n", "MOSCOW, Dec 1 -- ", "# Head\n",
    "---\ndate: 1999-12-02\n---\n", "<!-- attrib: ignore[S101] why -->", "```\n", "é", "\u0301", "\U0001f600", "\u2028", "\x00", "\ufeff",
]  # fmt: skip
LOOK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans(value: object) -> Iterable[Span]:
    """Every span in a value and in what it holds; entries of the registry and the document's own lines are none."""
    if isinstance(value, Span):
        yield value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)


def ordered(values: Sequence[Span]) -> bool:
    return list(values) == sorted(values)


def sound(got: Analysis) -> None:
    length = len(got.document.text)
    assert len(got.document.prose) == length
    for span in spans(got):
        assert 0 <= span.start <= span.end <= length, span
    for values in (got.sentences, got.claims, got.citations, got.brackets, got.paragraphs):
        assert ordered([value.span for value in values])
    assert all(a.span.end <= b.span.start for a, b in zip(got.sentences, got.sentences[1:], strict=False))
    assert all(a.span.end <= b.span.start for a, b in zip(got.claims, got.claims[1:], strict=False))
    assert len(got.supports) == len(got.claims)
    item = {paragraph.number: paragraph.item for paragraph in got.paragraphs if paragraph.number}
    for claim, support in zip(got.claims, got.supports, strict=True):
        assert got.sentences[claim.sentence].span.holds(claim.span)
        assert got.sentences[claim.sentence].paragraph == claim.paragraph
        assert all(0 <= attribution < len(got.attributions) for attribution in claim.attributions)
        assert (support.level == "exempt") == (claim.kind == "analysis")
        assert support.origins <= len(support.links)
        for link in (*support.links, *support.dropped):
            citation = got.citations[link.citation]
            assert 0 <= link.reference < len(citation.references)
            assert item[citation.paragraph] == item[claim.paragraph]
            assert link.reasons
    assert all(0 <= attribution.sentence < len(got.sentences) for attribution in got.attributions)


@LOOK
@given(st.text(max_size=200), st.sampled_from(["plain", "markdown"]))
def test_any_text(text: str, form: str) -> None:
    sound(analyse(read_text(text, format=form)))


@LOOK
@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["plain", "markdown"]),
    st.sampled_from([None, dt.date(1999, 12, 2)]),
    st.sampled_from([None, "newsline", "monitor", "notes"]),
)
def test_texts_of_the_trades_own_pieces(text: str, form: str, date: dt.date | None, style: str | None) -> None:
    sound(analyse(read_text(text, format=form), date=date, style=style))


@LOOK
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from("()[]"))
def test_what_stands_in_brackets(inside: str, mark: str) -> None:
    sound(analyse(read_text(f"The ferry sank off the cape ({inside}{mark}. The crew was saved (AP, May 3).")))


@pytest.mark.parametrize("text", ["", "\n", "   \n\n \t", ".", "()", "Publication: Monitor Volume: 5 Issue: 223"])
def test_nothing_to_read(text: str) -> None:
    got = analyse(read_text(text), date=dt.date(1999, 12, 2))
    sound(got)
    assert not [claim for claim in got.claims if claim.span.of(text).strip(".()")]


def test_the_same_text_reads_the_same() -> None:
    text = "The ferry sank yesterday (AP, Interfax, December 1). It may have been overloaded."
    assert analyse(read_text(text), date=dt.date(1999, 12, 2)) == analyse(read_text(text), date=dt.date(1999, 12, 2))


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Publication: Monitor Volume: 5 Issue: 223\n\nThe ferry sank (AP, December 1).", "monitor"),
        ("The ferry sank (AP, December 1).", "generic"),
        ("The ferry sank.[1]\n\n[1] AP, December 1, 1999", "notes"),
        ("The ferry sank on 30 November, Interfax reported on 1 December.", "newsline"),
    ],
)
def test_the_style_that_the_text_shows(text: str, style: str) -> None:
    assert analyse(read_text(text)).style == style


def test_an_unknown_style_is_an_error_that_names_the_styles() -> None:
    with pytest.raises(RuleError, match="monitor"):
        analyse(read_text("The ferry sank."), style="monitro")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Trud" wrote that the ferry was late.', [("Trud", "wrote", "trud-moscow")]),
        ("The ferry was late, “Izvestia” wrote.", [("Izvestia", "wrote", "izvestia")]),
        ('According to "Izvestia", the ferry was late.', [("Izvestia", "According to", "izvestia")]),
        ('Petrov told "Izvestia" that the ferry was late.', [("Petrov", "told", "izvestia")]),
        ('In an interview with "Izvestia," Petrov said that it was late.', [("Petrov", "said", "izvestia")]),
        ('"Izvestia is late," Petrov said.', [("Petrov", "said", None)]),
    ],
)
def test_the_name_of_an_outlet_in_marks_is_no_quotation(text: str, said: list[tuple[str, str, str | None]]) -> None:
    got = analyse(read_text(f"{text} The crew was saved (Interfax, December 1)."), date=dt.date(1999, 12, 2))
    assert [
        (a.source and a.source.of(text), a.cue and a.cue.of(text), a.outlet and a.outlet.id) for a in got.attributions
    ] == said
