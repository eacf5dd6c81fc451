"""Marks of the desk: found as what they are, blank for all that reads the prose, and nobody's claim or citation."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib import analyse, check, load_rulebook, read_text

ISSUED = dt.date(2002, 7, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tug sank on Monday [TK: ask the owner (and his brother)].", ["[TK: ask the owner (and his brother)]"]),
        ("The tug sank on Monday (source?), and the crew swam ashore (cite?).", ["(source?)", "(cite?)"]),
        ("The tug sank on Monday (citation needed).", ["(citation needed)"]),
        ("Captain Rui Sa (spelling?) is 51 (age?).", ["(spelling?)", "(age?)"]),
        ("[Check with the port] The tug sank. (CHECK DATE)", ["[Check with the port]", "(CHECK DATE)"]),
        ("It lay at xx metres; TK million litres and $TK went down.", ["TK", "$TK"]),
        ("It sank on ?? July, XX percent insured, DATE TO COME.", ["?? July", "XX", "DATE TO COME"]),
        ("It sank (EFE, July xx; AFP, XX June).", ["July xx", "XX June"]),
        # in print as well
        ("“I seen it” (sic), he said of the Gordo (?) reef [Ed. note: off Tumaco].", []),
        ("The worst is yet to come, TK Maxx said on p. xx of the XX Congress's XXX report (see source 4).", []),
        ("He would check (twice) the source (Reuters, July 8).", []),
        ("The TK-3 boiler burst (TK Sever, the operator, denies it).", []),
    ],
)
def test_marks_are_found(text: str, expected: list[str]) -> None:
    analysis = analyse(read_text(text), date=ISSUED)
    assert [mark.span.of(text) for mark in analysis.marks] == expected
    assert all(mark.span.of(analysis.document.prose).isspace() for mark in analysis.marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tug sank on Monday (EFE, July 9). Its owner has fled (source?).", [("S116", "(source?)")]),
        ("The tug sank on Monday (EFE, July 9). Its owner has fled. (CITE)", [("S116", "(CITE)")]),
        ("Its owner has fled (source?).", [("S116", "(source?)")]),
        ("The tug sank on Monday (EFE, xx July).", [("S116", "xx July")]),
        (
            "The tug sank on Monday (EFE, July 9). Its owner, NAME TO COME, has fled.",
            [("S101", "Its owner, NAME TO COME, has fled."), ("S116", "NAME TO COME")],
        ),
        (
            "The tug sank on Monday (EFE, July 9). [TK: how deep? who saw it?]",
            [("S116", "[TK: how deep? who saw it?]")],
        ),
    ],
)
def test_a_mark_is_told_once_and_is_no_claim(text: str, expected: list[tuple[str, str]]) -> None:
    findings = check(analyse(read_text(text), date=ISSUED), load_rulebook())
    assert [(one.code, one.span.of(text)) for one in findings if one.severity != "note"] == expected


def test_a_citation_whose_day_is_open_ends_its_passage() -> None:
    text = "The tug sank on Monday (EFE, xx July). Its owner fled on Tuesday (Reuters, July 11)."
    analysis = analyse(read_text(text), date=ISSUED)
    cited = [[(link.citation, link.reference) for link in support.links] for support in analysis.supports]
    assert [[analysis.citations[c].references[r].name for c, r in links] for links in cited] == [["EFE"], ["Reuters"]]
