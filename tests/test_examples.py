"""The bulletins of examples/ say what their README says of them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from attrib.analysis import analyse
from attrib.findings import check
from attrib.inputs import read
from attrib.model import Analysis, Claim, Support
from attrib.rulebook import load_rulebook

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def example(name: str) -> Analysis:
    return analyse(read(str(EXAMPLES / name)))


def codes(got: Analysis) -> list[str]:
    return [finding.code for finding in check(got, load_rulebook())]


def claim(got: Analysis, words: str) -> tuple[Claim, Support]:
    """The one claim that holds these words, with its support."""
    found = [(c, s) for c, s in zip(got.claims, got.supports, strict=True) if words in c.span.of(got.document.text)]
    assert len(found) == 1, words
    return found[0]


def names(got: Analysis, support: Support) -> list[str]:
    return [got.citations[link.citation].references[link.reference].written for link in support.links]


@pytest.fixture(scope="module")
def twin() -> Analysis:
    return example("monitor-5-223-twin.txt")


def test_the_twins_date_is_inferred(twin: Analysis) -> None:
    assert twin.date.value == dt.date(1999, 12, 2)
    assert twin.date.basis == "inferred"


def test_the_twins_first_paragraph_rests_on_all_its_sources(twin: Analysis) -> None:
    supports = [s for c, s in zip(twin.claims, twin.supports, strict=True) if c.paragraph == 1]
    assert {name for support in supports for name in names(twin, support)} == {"Itar-Tass", "AFP", "Russian agencies"}
    assert all(support.links for support in supports)


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("a senior Russian admiral said yesterday", ["AFP", "Russian agencies"]),
        ("told reporters yesterday", ["AFP", "Russian agencies"]),
        ("endorsed on November 16", ["Itar-Tass", "M2 Communications"]),
    ],
)
def test_a_source_older_than_the_event_does_not_carry_it(twin: Analysis, words: str, sources: list[str]) -> None:
    assert names(twin, claim(twin, words)[1]) == sources


@pytest.mark.parametrize("words", ["apparently means", "may also be related"])
def test_the_twins_inferences_are_analysis(twin: Analysis, words: str) -> None:
    found, support = claim(twin, words)
    assert found.kind == "analysis"
    assert support.level == "exempt"


def test_the_twins_second_paragraph_is_one_finding(twin: Analysis) -> None:
    second = [s for s in twin.sentences if s.paragraph == 2]
    assert len(second) == 3
    findings = [f for f in check(twin, load_rulebook()) if f.code == "S102"]
    assert [(f.span.start, f.span.end) for f in findings] == [(second[0].span.start, second[-1].span.end)]
    assert not {"S101", "S103"} & set(codes(twin))


@pytest.mark.parametrize(
    ("name", "style", "day"),
    [
        ("monitor-2-128.txt", "monitor", dt.date(1996, 7, 1)),
        ("edm-4-5.txt", "edm", dt.date(2007, 1, 8)),
        ("newsline-3-234.txt", "newsline", dt.date(1999, 12, 3)),
        ("harbor-levy.md", None, dt.date(2024, 3, 15)),
        ("faulty.txt", "monitor", dt.date(2000, 3, 10)),
    ],
)
def test_style_and_date(name: str, style: str | None, day: dt.date) -> None:
    got = example(name)
    assert got.date.value == day
    assert style in (None, got.style)


def test_the_faulty_bulletin_shows_what_its_table_says() -> None:
    told = set(re.findall(r"\b[A-Z]\d{3}\b", (EXAMPLES / "README.md").read_text("utf-8")))
    assert told - set(codes(example("faulty.txt"))) == set()


def test_suppressed_findings_stay_away() -> None:
    found = codes(example("suppressed.md"))
    assert "S102" not in found
    assert found.count("N101") == 1


@pytest.mark.parametrize("name", sorted(p.name for p in EXAMPLES.iterdir() if p.is_file() and p.name != "README.md"))
def test_every_example_has_citations_and_claims(name: str) -> None:
    got = example(name)
    assert got.citations
    assert got.claims
