"""`check`: places, order, messages, related places, fixes, fingerprints."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.analysis import analyse
from attrib.findings import check
from attrib.inputs import read_text
from attrib.model import Finding
from attrib.rulebook import load_rulebook

ISSUED = dt.date(1999, 5, 5)


def found(text: str, *codes: str, date: dt.date | None = ISSUED, path: str = "draft.txt") -> tuple[Finding, ...]:
    book = load_rulebook()
    asked = book.only(rule for rule in book.rules if not codes or rule.code in codes)
    return check(analyse(read_text(text, path), date=date), asked)


def mended(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    ((span, words),) = finding.fix.edits
    return text[: span.start] + words + text[span.end :]


def test_a_finding_has_what_a_reader_needs() -> None:
    text = "A mine exploded near Zugdidi yesterday, and eleven passengers were killed (Itar-Tass, May 4)."
    (finding,) = found(text, "S108")
    rule = load_rulebook().find("S108")[0]
    assert (finding.code, finding.name, finding.severity) == ("S108", "single-source-casualties", "warning")
    assert finding.path == "draft.txt"
    assert finding.span.of(text) == "killed"
    assert finding.message == "these casualties rest on one origin: Itar-Tass"
    assert finding.why == rule.why
    ((place, words),) = finding.related
    assert (place.of(text), words) == ("Itar-Tass, May 4", "all that carries it")
    assert finding.fix is None


def test_findings_are_ordered_by_place_then_code() -> None:
    text = "The general resigned (Rueters, February 30; AFP). He left (, May 3). Trucks rolled north."
    findings = found(text)
    assert [(f.span, f.code) for f in findings] == sorted((f.span, f.code) for f in findings)
    assert {"C110", "D104", "C108", "C105", "S101"} <= {f.code for f in findings}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Trucks rolled north.", [("S101", "error", "Trucks rolled north.")]),
        ("Trucks are said to have rolled north.", [("A103", "error", "are said")]),
        ("Officers of the garrison said that trucks rolled north.", [("A101", "error", "Officers of the garrison")]),
        ("A clerk of the mayor, a deputy said, rolled north.", [("A107", "error", "a deputy")]),
        ("“We saw trucks roll north,” a deputy said.", [("S103", "error", "“We saw trucks roll north,”")]),
        ("“We saw trucks roll north,” sources said.", [("S103", "error", "“We saw trucks roll north,”")]),
    ],
)
def test_one_fault_is_told_once_by_the_rule_that_says_it_most_exactly(
    statement: str, expected: list[tuple[str, str, str]]
) -> None:
    text = f"The harbor is shut (AFP, May 4). {statement}"
    codes = ("S101", "S103", "A101", "A103", "A107")
    assert [(f.code, f.severity, f.span.of(text)) for f in found(text, *codes)] == expected


def test_a_rule_yields_to_none_that_is_not_asked() -> None:
    text = "The harbor is shut (AFP, May 4). A deputy said that trucks rolled north."
    assert [f.code for f in found(text, "S101", "S103", "A101", "A103")] == ["S101"]
    assert [(f.code, f.severity) for f in found(text, "A107")] == [("A107", "note")]


def test_each_sentence_has_its_own_fault() -> None:
    text = "The harbor is shut (AFP, May 4). A deputy said that trucks rolled north. Trains followed."
    assert [(f.code, f.span.of(text)) for f in found(text, "S101", "A107")] == [
        ("A107", "A deputy"),
        ("S101", "Trains followed."),
    ]


def test_a_rule_speaks_once_of_one_place() -> None:
    text = "Trucks rolled north (Interfax, AFP, Reuters, February 30)."
    assert [f.span.of(text) for f in found(text, "D104")] == ["February 30"]


@pytest.mark.parametrize(
    ("text", "code", "safety", "after"),
    [
        ("It rained (Rueters, May 4).", "C110", "unsafe", "It rained (Reuters, May 4)."),
        ("It rained (interfax, May 4).", "C111", "safe", "It rained (Interfax, May 4)."),
        ("It rained (AFP, May 3; AFP, May 3).", "C112", "safe", "It rained (AFP, May 3)."),
        ("It rained (AFP, Interfax, AFP, May 3).", "C112", "safe", "It rained (AFP, Interfax, May 3)."),
        ("It rained (AFP, May 3; Interfax, 3-4 May; Reuters, May 4).", "C114", "safe", "It rained (AFP, May 3; Interfax, May 3-4; Reuters, May 4)."),
        ("It rained (AFP, 3 May; Interfax, 3 May; Reuters, April 30-May 4, 1999).", "C114", "safe", "It rained (AFP, 3 May; Interfax, 3 May; Reuters, 30 April-4 May 1999)."),
        ("It rained (AFP, May 3.", "C103", "unsafe", "It rained (AFP, May 3)."),
        ("It rained [AFP, May 3.", "C103", "unsafe", "It rained [AFP, May 3]."),
        ("It rained (Itar-Tass, May 4, 2019).", "D106", "unsafe", "It rained (TASS, May 4, 2019)."),
    ],
)  # fmt: skip
def test_a_fix(text: str, code: str, safety: str, after: str) -> None:
    (finding,) = found(text, code)
    assert finding.fix is not None
    assert finding.fix.safety == safety
    assert mended(text, finding) == after
    assert found(after, code) == ()


def test_a_fix_that_would_be_a_guess_is_left_out() -> None:
    (finding,) = found("It rained (AFP, May 3; Interfax, May 3; Reuters, 1999-05-03).", "C114")
    assert finding.fix is None
    (finding,) = found("It rained (Izvestia, May 4, 1889).", "D106", date=dt.date(1889, 5, 5))
    assert finding.fix is None


def test_a_fingerprint_stays_when_the_text_moves() -> None:
    story = "It rained (AFP, May 3). Police closed the road to the harbor on Monday."
    (here,) = found(story, "S101")
    (moved,) = found("The presidents met yesterday (Reuters, May 4).\n\n" + story.replace(" road", "\nroad"), "S101")
    assert here.fingerprint == moved.fingerprint
    assert len(here.fingerprint) == 16


def test_equal_words_have_each_their_own_fingerprint() -> None:
    bare = "Police closed the road to the harbor on Monday."
    findings = found(f"It rained (AFP, May 3). {bare}\n\nIt snowed (AFP, May 4). {bare}", "S101")
    assert len({finding.fingerprint for finding in findings}) == 2
    again = found(f"It snowed (AFP, May 4). {bare}\n\nIt rained (AFP, May 3). {bare}", "S101")
    assert {finding.fingerprint for finding in findings} == {finding.fingerprint for finding in again}


def test_a_bulletin_keeps_its_fingerprint_whatever_its_words() -> None:
    (first,) = found("It rained yesterday.", "D108", date=None)
    (second,) = found("Trucks rolled north yesterday.", "D108", date=None)
    assert first.fingerprint == second.fingerprint


def test_rules_of_one_place_have_different_fingerprints() -> None:
    findings = found("Trucks rolled north (Itar-Tass, RIA Novosti, May 4).", "I102", "I103")
    assert len({finding.fingerprint for finding in findings}) == len(findings) > 1


def test_another_registry_can_be_given() -> None:
    from attrib.registry import Registry

    book = load_rulebook()
    analysis = analyse(read_text("It rained (Interfaks Novosti Severa, May 4)."), date=ISSUED)
    findings = check(analysis, book.only(book.find("C109")), registry=Registry(()))
    assert [finding.code for finding in findings] == ["C109"]


BULLETIN = st.lists(
    st.sampled_from(
        [
            "Trucks rolled north on Monday", "eleven guards were killed", "sources said that he left", "“We shall never leave this harbor”",
            "Interfax reported", "it may rain", "(AFP, May 3)", "(Rueters, February 30; , May 3)", "(", ")", "()", "[1]", "(see the Monitor, May 7)",
            "(Itar-Tass, Sunday, May 3; Itar-Tass, May 3)", "(Russian agencies)", ". ", ".", "\n\n", "\n", " ", "ß", "İ", "\u2028", "1999-05-03",
        ]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(BULLETIN, st.sampled_from([ISSUED, None]))
def test_every_finding_and_edit_lies_in_the_text(text: str, date: dt.date | None) -> None:
    for finding in found(text, date=date):
        places = [finding.span, *(related.span for related in finding.related)]
        places += [edit.span for edit in finding.fix.edits] if finding.fix else []
        for span in places:
            assert 0 <= span.start <= span.end <= len(text)


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for finding in found(text):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
