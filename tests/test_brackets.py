"""Brackets as they stand: what is paired, nested, unclosed, doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.citations.brackets import pairs
from attrib.model import Span


def outermost(text: str) -> list[str]:
    return [pair.span.of(text) for pair in pairs(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no brackets at all", []),
        ("the mayor left (AP, May 3)", ["(AP, May 3)"]),
        ("a (b) c [d] e", ["(b)", "[d]"]),
        ("a (b [c] d) e", ["(b [c] d)"]),
        ("a (b (c) (d)) e", ["(b (c) (d))"]),
        ("a (b", ["(b"]),
        ("a (b (c) d", ["(b (c) d", "(c)"]),
        ("a (b)) c", ["(b))"]),
        ("a (b) ) c", ["(b) )"]),
        ("a (b) c) d", ["(b)", ")"]),
        ("a b) c", [")"]),
        ("((b)) c", ["((b))"]),
        ("((b) c", ["((b)"]),
        ("((b) c) d", ["((b) c)"]),
        ("a (b] c", ["(b]"]),
    ],
)
def test_outermost_brackets(text: str, found: list[str]) -> None:
    assert outermost(text) == found


@pytest.mark.parametrize(
    ("text", "closed", "doubled", "inner"),
    [
        ("(b)", True, False, "b"),
        ("(b", False, False, "b"),
        ("(b))", True, True, "b"),
        ("((b)", True, True, "b"),
        ("((b))", True, True, "b"),
        ("()", True, False, ""),
    ],
)
def test_marks_of_a_bracket(text: str, closed: bool, doubled: bool, inner: str) -> None:
    (pair,) = pairs(text, Span(0, len(text)))
    assert (pair.closed, pair.doubled, pair.inner.of(text)) == (closed, doubled, inner)


def test_a_mark_that_nothing_opens() -> None:
    assert [(pair.opened, pair.inner.of("a (b) c)")) for pair in pairs("a (b) c)", Span(0, 8))] == [
        (True, "b"),
        (False, ""),
    ]


def test_what_is_within() -> None:
    text = "(the Union (RSPP) and the Bank [CBR])"
    (pair,) = pairs(text, Span(0, len(text)))
    assert [inner.span.of(text) for inner in pair.within] == ["(RSPP)", "[CBR]"]


def test_only_the_span_is_read() -> None:
    assert pairs("(a) (b) (c)", Span(4, 7)) == pairs("    (b)", Span(4, 7))


@given(st.text(alphabet="()[] ab", max_size=40))
def test_brackets_lie_in_the_text_and_in_order(text: str) -> None:
    found = pairs(text, Span(0, len(text)))
    assert [p.span for p in found] == sorted(p.span for p in found)
    for pair in found:
        assert 0 <= pair.span.start < pair.span.end <= len(text)
        assert pair.span.holds(pair.inner)
        assert all(pair.span.holds(inner.span) for inner in pair.within)
