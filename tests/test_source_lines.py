"""Source lines: what cites in a line or sentence of its own, without brackets."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.findings import check
from attrib.inputs import read_text
from attrib.model import Analysis
from attrib.rulebook import load_rulebook

ISSUE = dt.date(1999, 5, 5)


def read(text: str, format: str = "plain") -> Analysis:
    return analyse(read_text(text, format=format), date=ISSUE)


@pytest.mark.parametrize(
    ("text", "span", "references"),
    [
        ("The road was closed. Source: BTA, 4 May.", "Source: BTA, 4 May", ["BTA 05-04"]),
        ("The road was closed.\n\nSource: BTA, 4 May", "Source: BTA, 4 May", ["BTA 05-04"]),
        ("The road was closed.\nSOURCES: AFP, Interfax, May 4", "SOURCES: AFP, Interfax, May 4", ["AFP 05-04", "Interfax 05-04"]),
        ("The road was closed. Via: AFP, May 3; Krasny Sever, May 4.", "Via: AFP, May 3; Krasny Sever, May 4", ["AFP 05-03", "Krasny Sever 05-04"]),
        ("The road was closed. — BTA, 4 May.", "— BTA, 4 May", ["BTA 05-04"]),
        ("“We were not asked,” he said.\n\n-- BTA, 4 May", "-- BTA, 4 May", ["BTA 05-04"]),
        ("The road was closed. Source: Reuters. The mayor left.", "Source: Reuters", ["Reuters"]),
    ],
)  # fmt: skip
def test_a_source_line_cites(text: str, span: str, references: list[str]) -> None:
    got = read(text)
    (citation,) = got.citations
    assert citation.span.of(text) == span
    named = [
        f"{r.name or r.written} {' '.join(str(d.first)[5:] for d in r.dates)}".strip() for r in citation.references
    ]
    assert named == references
    assert len(got.supports[0].links) == len(references)
    assert "source" not in " ".join(claim.span.of(text).lower() for claim in got.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Source: the ministry’s own figures.",
        "Sources: they are all dead.",
        "He named his source: Interfax, May 4, had told him all.",
        "The road was closed — Reuters.",
        "The road was closed. — The mayor, 4 May",
        "The road – says Interfax – was closed on May 4",
        "Source: AFP reported on Monday that the road was closed.",
    ],
)
def test_what_cannot_be_read_whole_is_no_source_line(text: str) -> None:
    assert [c for c in read(text).citations if c.form == "parenthetical"] == []


def test_a_source_line_carries_what_stands_above_it_and_has_no_blanks_to_mend() -> None:
    text = "The road was closed. The mayor left.\n\nCrowds gathered.\n\nSource : BTA , 4 May\n"
    got = read(text)
    assert [s.level for s in got.supports] == ["single"] * 3
    assert {f.code for f in check(got, load_rulebook())} & {"C118", "C101", "S101", "S102"} == set()


def test_a_link_of_a_source_line_gives_its_reference_the_address() -> None:
    got = read("The road was closed.\n\nSource: [BTA](https://www.bta.bg/1), 4 May\n", "markdown")
    (citation,) = got.citations
    (reference,) = citation.references
    assert (reference.name, reference.url) == ("BTA", "https://www.bta.bg/1")
    assert [str(d.first) for d in reference.dates] == ["1999-05-04"]


@pytest.mark.parametrize(
    ("text", "format", "span", "sources"),
    [
        ("Reuters: The road was closed. The mayor left.", "plain", "Reuters:", ["Reuters"]),
        ("BTA, Trud, 4 May: The road was closed. The mayor left.", "plain", "BTA, Trud, 4 May:", ["BTA", "Trud"]),
        ("- AFP, May 4: The road was closed.", "plain", "AFP, May 4:", ["AFP"]),
        ("**Reuters:** The road was closed. The mayor left.", "markdown", "Reuters:", ["Reuters"]),
        ("> **AFP**, May 4: “We shall not leave the road to them.”", "markdown", "AFP**, May 4:", ["AFP"]),
    ],
)
def test_an_outlet_heads_what_it_tells(text: str, format: str, span: str, sources: list[str]) -> None:
    got = read(text, format)
    (citation,) = got.citations
    assert citation.span.of(text) == span
    assert [r.name for r in citation.references] == sources
    assert [len(s.links) for s in got.supports] == [len(sources)] * len(got.claims)
    assert {f.code for f in check(got, load_rulebook())} & {"A105", "S101", "S102", "S103"} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Armenia: The road was closed.",
        "NATO: An alliance looks for a task.",
        "Time: ten o’clock. The road was closed.",
        "The plan is simple: close the road.",
        "Interfax reported this: The road was closed.",
    ],
)
def test_what_heads_nothing(text: str) -> None:
    assert [c for c in read(text).citations if c.form == "parenthetical"] == []


def test_a_citation_behind_it_carries_its_own_part_of_a_headed_paragraph() -> None:
    got = read("BTA, 4 May: The road was closed. The mayor left (AFP, May 4). Crowds gathered.")
    carried = [[got.citations[link.citation].references[0].name for link in s.links] for s in got.supports]
    assert carried == [["AFP"], ["AFP"], ["BTA"]]


# --- press digests ----------------------------------------------------------------------------------------------------

DIGEST = """\
PRESS DIGEST, May 5, 1999

LENDERS WILL WAIT
Izvestia, May 4, 1999, p. 2
The court has put off the case until June. Creditors had asked for a receiver.

Nobody came to the hearing for the company.

GENERALS PROMOTED
Segodnya, May 5, 1999, p. 1
By Ivan Petrov
Two colonels have become generals. Itar-Tass had said so before (Itar-Tass, May 3).

SCHOOLS CLOSE
The schools of the town have closed.
"""

MARKDOWN = """\
# Press digest, May 5, 1999

## Lenders will wait

*Izvestia, May 4, 1999, p. 2*

The court has put off the case until June. Creditors had asked for a receiver.

## Generals promoted

**Segodnya**, May 5, 1999

Two colonels have become generals.
"""


def carried(text: str, format: str = "plain") -> list[tuple[str, list[str]]]:
    """The first words of each claim, with the sources that carry it."""
    got = read(text, format)
    return [
        (
            claim.span.of(text)[:11],
            [str(got.citations[one.citation].references[one.reference].name) for one in support.links],
        )
        for claim, support in zip(got.claims, got.supports, strict=True)
    ]


def test_a_source_line_under_a_headline_carries_its_item() -> None:
    assert carried(DIGEST) == [
        ("The court h", ["Izvestia"]),
        ("Creditors h", ["Izvestia"]),
        ("Nobody came", ["Izvestia"]),
        ("Two colonel", ["Itar-Tass"]),
        ("Itar-Tass h", ["Itar-Tass"]),
        ("The schools", []),
    ]
    assert carried(MARKDOWN, "markdown") == [
        ("The court h", ["Izvestia"]),
        ("Creditors h", ["Izvestia"]),
        ("Two colonel", ["Segodnya"]),
    ]


@pytest.mark.parametrize(
    "line", ["The Moscow bank, May 4", "Harbor closed, May 4", "Izvestia", "Izvestia on May 4, in short"]
)
def test_other_lines_under_a_headline_cite_nothing(line: str) -> None:
    assert read(f"LENDERS WILL WAIT\n\n{line}\n\nThe court has put off the case until June.\n").citations == ()


@pytest.mark.parametrize("day", ["May 4:", "May 4", "Tuesday, May 4:", "4 May 1999"])
def test_a_day_alone_heads_what_happened_on_it(day: str) -> None:
    got = read(f"SURVEY OF THE WEEK\n\nBanks lend again.\n\n{day}\nThe court has put off the case (Interfax).\n")
    assert [claim.span.of(got.document.text)[:11] for claim in got.claims] == ["Banks lend ", "The court h"]
    assert [str(reference.dates[0].first) for reference in got.citations[0].references] == ["1999-05-04"]


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("3 May", ["05-03", "05-04"]),
        ("BANKS FAIL [3 MAY]", ["05-03", "05-04"]),
        ("26 April - 2 May", ["", "05-04"]),  # on which of them the paper wrote, nobody can tell
    ],
)
def test_a_day_that_heads_an_item_is_that_of_what_it_cites_and_a_period_is_not(heading: str, days: list[str]) -> None:
    text = f"A DIGEST\n\n{heading}\n\nThe harbor was sold [Kommersant]. A deputy paid in cash [Izvestia, 4 May]."
    cited = [reference for citation in read(text).citations for reference in citation.references]
    assert [str(reference.dates[0].first)[5:] if reference.dates else "" for reference in cited] == days


def test_the_day_with_which_an_entry_of_a_chronology_begins_is_that_of_what_it_cites() -> None:
    text = "2 May: Two sailors were let go (AFP). The port was shut (Interfax, 3 May).\n\nNobody came (BNS).\n"
    cited = [reference for citation in read(text).citations for reference in citation.references]
    assert [str(r.dates[0].first)[5:] for r in cited if r.dates] == ["05-02", "05-03", "05-02"]


@pytest.mark.parametrize("style", ["generic", "newsline"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fakti writes today that the ferry sank. Two were lost. [Fakti]", "12-03"),
        ("Fakti reported on Wednesday that the ferry sank. (Fakti)", "12-01"),
        ("“Fakti” today wrote that the ferry sank. [Fakti]", "12-03"),
        ("Fakti reported on December 1 that the ferry sank. [Fakti]", "12-01"),
        ("Fakti reports that today the ferry sank. [Fakti]", None),  # the day of the ferry
        ("The ferry sank today. [Fakti]", None),
    ],
)
def test_a_tag_has_the_day_on_which_the_text_says_that_its_outlet_told_it(
    text: str, day: str | None, style: str
) -> None:
    got = analyse(read_text(text), date=dt.date(1999, 12, 3), style=style)
    (citation,) = got.citations
    assert [f"{d.first:%m-%d}" for d in citation.references[0].dates] == ([day] if day else [])
    assert citation.span.of(text) in ("[Fakti]", "(Fakti)")


def test_a_heading_that_the_bracket_of_its_paragraph_repeats_cites_once() -> None:
    got = read("Fakti: one in five families has somebody abroad. Few come back. (Fakti, 3 May)")
    (citation,) = got.citations
    assert citation.references[0].dates
    assert [support.level for support in got.supports] == ["single", "single"]
