"""Suppressions: what a comment keeps back, where, and what is said of one that keeps nothing back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.analysis import analyse
from attrib.findings import check
from attrib.inputs import read_text
from attrib.model import Analysis
from attrib.rulebook import load_rulebook
from attrib.withheld import suppression

ISSUED = dt.date(1999, 5, 5)
CITED = "The presidents met in Batumi yesterday (Reuters, Interfax, May 4)."
BARE = "Police closed the road to the harbor on Monday."
OURS = ("S101", "S102", "N101", "N102", "N103", "N104", "N106")


def analysis(text: str) -> Analysis:
    return analyse(read_text(text, format="markdown"), date=ISSUED)


def found(text: str, *codes: str) -> list[str]:
    """The codes of the findings that matter here, in order."""
    book = load_rulebook()
    asked = book.only(rule for rule in book.rules if rule.code in (codes or OURS))
    return [finding.code for finding in check(analysis(text), asked)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{CITED} {BARE}", ["S101"]),
        (f"{CITED} {BARE} <!-- attrib: ignore[S101] from the desk -->", []),
        (f"<!-- attrib: ignore[S101] from the desk --> {CITED} {BARE}", []),
        (f"{CITED} <!-- attrib: ignore[S101] from the desk --> {BARE}", []),
        (f"{CITED} {BARE}\n<!-- attrib: ignore[S101] from the desk -->", []),
        (f"<!-- attrib: ignore[S102] from the desk -->\n\n{BARE}", []),
        (f"<!-- attrib: ignore[S102] from the desk -->\n\n<!-- of May -->\n\n{BARE}", []),
        (f"<!--attrib:ignore[ uncited-paragraph ]: from the desk-->\n\n{BARE}", []),
        (f"<!-- ATTRIB: ignore[s102, S101] from the desk -->\n\n{BARE}", ["N101"]),
        (f"<!-- attrib: ignore[S102] from the desk -->\n\n{BARE}\n\n{BARE}", ["S102"]),
        (f"{BARE}\n\n<!-- attrib: ignore[S102] from the desk -->", ["S102", "N101"]),
        (f"{CITED} <!-- attrib: ignore[S102] from the desk -->\n\n{BARE}", ["N101", "S102"]),
        (f"{BARE} <!-- attrib: ignore[S102] -->", ["S102", "N102"]),
        (f"{BARE} <!-- attrib: ignore[S12] from the desk -->", ["S102", "N103"]),
        (f"{BARE} <!-- attrib: ignore[nonsense] from the desk -->", ["S102", "N106"]),
        (f"{BARE} <!-- attrib: ignore[] from the desk -->", ["S102", "N104"]),
        (f"{BARE} <!-- attrib: ignore from the desk -->", ["S102", "N104"]),
        (f"{BARE} <!-- attribution to be checked -->", ["S102"]),
    ],
)
def test_what_a_comment_keeps_back(text: str, codes: list[str]) -> None:
    assert found(text) == codes


def test_a_rule_that_is_not_asked_is_not_unused() -> None:
    text = f"{CITED} <!-- attrib: ignore[S101] from the desk -->"
    assert found(text, "N101", "N103") == []
    assert found(text, "N101", "S101") == ["N101"]


def test_a_bulletin_finding_is_kept_back_where_it_is_shown() -> None:
    book = load_rulebook()
    draft = read_text(f"{BARE} <!-- attrib: ignore[D108] undated on purpose -->", format="markdown")
    codes = {finding.code for finding in check(analyse(draft), book)}
    assert not codes & {"D108", "N101"}


def test_the_words_of_a_suppression() -> None:
    text = f"{BARE} <!-- attrib: ignore[S12, § S101]\nheard by  the desk -->"
    book = load_rulebook()
    first, second, third = suppression.read(analysis(text), book.known)
    assert [one.span.of(text) for one in (first, second, third)] == ["S12", "§", "S101"]
    assert first.comment.of(text).startswith("<!--")
    assert (first.rule, first.nearest) == (None, "S102") or first.nearest in {code for code, _ in book.known}
    assert (second.rule, second.nearest) == (None, None)
    assert (third.rule, third.nearest, third.reason) == ("S101", None, "heard by  the desk")
    assert third.scope is not None
    assert third.scope.of(text).startswith(BARE)


def test_a_draft_without_comments_has_none() -> None:
    assert suppression.read(analysis(BARE), load_rulebook().known) == ()


@given(st.text(alphabet="attrib: ignore[]S10,\n-<>! x", max_size=60))
def test_no_comment_is_too_odd(words: str) -> None:
    text = f"{BARE} <!-- attrib: {words} -->\n\n{CITED}"
    for finding in check(analysis(text), load_rulebook()):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
