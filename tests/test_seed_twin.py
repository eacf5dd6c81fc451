"""What an editor expects of the examples, claim by claim: what carries it, and what the reports say of that."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from attrib.analysis import analyse
from attrib.findings import check
from attrib.inputs import read
from attrib.model import Analysis
from attrib.rulebook import load_rulebook

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TWIN, SPRING, DAM = "monitor-5-223-twin.txt", "monitor-2-128.txt", "edm-4-5.txt"
TRAMS, GRAIN, LEVY, FAULTY = "newsline-3-234.txt", "notes-grain.txt", "harbor-levy.md", "faulty.txt"


@cache
def example(name: str) -> Analysis:
    return analyse(read(str(EXAMPLES / name)))


def claim(name: str, words: str) -> int:
    got = example(name)
    (found,) = (i for i, c in enumerate(got.claims) if words in " ".join(c.span.of(got.document.text).split()))
    return found


@pytest.mark.parametrize(
    ("name", "words", "kind", "level", "sources"),
    [
        (TWIN, "said yesterday that Russia will stay away", "reported", "multiple", ["afp", "russian-agencies"]),
        (TWIN, "told reporters yesterday", "reported", "multiple", ["afp", "russian-agencies"]),
        (TWIN, "apparently means", "analysis", "exempt", ["itar-tass", "afp", "russian-agencies"]),
        (TWIN, "apparently not be held", "analysis", "exempt", ["itar-tass", "afp", "russian-agencies"]),
        (TWIN, "Sarychev will not travel", "reported", "multiple", ["itar-tass", "afp", "russian-agencies"]),
        (TWIN, "suspended", None, "none", []),
        (TWIN, "confined its work", "background", "none", []),
        (TWIN, "turned down a request", None, "none", []),
        (TWIN, "may also be related", "analysis", "exempt", ["reuters", "itar-tass", "m2-communications"]),
        (TWIN, "endorsed on November 16", "reported", "multiple", ["itar-tass", "m2-communications"]),
        (TWIN, "characterized the appeal", "reported", "multiple", ["reuters", "itar-tass", "m2-communications"]),
        (SPRING, "broke from its moorings", "reported", "single", ["interfax"]),
        (SPRING, "ice had weakened the cables", "reported", "single", ["interfax"]),
        (SPRING, "paid for new cables in May", "reported", "multiple", ["? Krasny Sever", "itar-tass"]),
        (SPRING, "losing 40 million rubles", "reported", "multiple", ["radio-rossii", "ntv"]),
        (SPRING, "company of the railroad troops", "reported", "single", ["itar-tass", "krasnaya-zvezda"]),
        (DAM, "release a third less water", "reported", "single", ["akipress"]),
        (DAM, "We cannot drink", "reported", "single", ["24-kg"]),
        (DAM, "12,000 hectares", "reported", "multiple", ["kazinform", "interfax"]),
        (DAM, "seem meant for the home audience", "analysis", "exempt", []),
        (DAM, "says nothing about water", None, "none", []),
        (DAM, "yearly fee of $12 million", "reported", "multiple", ["khabar", "interfax"]),
        (TRAMS, "went back to work on 2 December", "reported", "single", ["itar-tass"]),
        (TRAMS, "debt amounts to 3.4 million", "reported", "single", ["interfax"]),
        (TRAMS, "closed the harbor of Kholmsk", "reported", "single", ["interfax-eurasia"]),
        (TRAMS, "cabinet could resort to a decree", "reported", "single", ["vechernii-bishkek"]),
        (TRAMS, "quoted two lawyers", "reported", "single", ["turan"]),
        (GRAIN, "record 4.1 million tons", "reported", "single", ["interfax"]),
        (GRAIN, "railcars were running short", "reported", "multiple", ["interfax", "kommersant"]),
        (GRAIN, "Two elevators", "reported", "single", ["kommersant"]),
        (GRAIN, "Prices fell", "reported", "single", ["reuters"]),
        (GRAIN, "The relief may not last", "analysis", "exempt", []),
        (GRAIN, "farms in the Altai", "reported", "single", ["ria-novosti"]),
        (LEVY, "voted on Wednesday", "reported", "single", ["afp"]),
        (LEVY, "takes effect on June 1", "reported", "single", ["helsingin-sanomat"]),
        (LEVY, "carries most of the freight", "reported", "single", ["reuters"]),
        (LEVY, "small price for dry feet", "reported", "single", ["yle"]),
        (LEVY, "probably not settle", "analysis", "exempt", []),
        (FAULTY, "shot and wounded", "reported", "none", []),
        (FAULTY, "eleven suspects", "reported", "single", ["interfax", "interfax"]),
        (FAULTY, "known the man for years", "reported", "none", []),
        (FAULTY, "sent forty investigators", "reported", "single", ["itar-tass", "ria-novosti", "rossiiskaya-gazeta"]),
        (FAULTY, "expects charges within ten days", "reported", "single", ["interfax"]),
        (FAULTY, "would report to the Duma", "reported", "single", ["kommersant"]),
        (FAULTY, "its debts come to 90 million", "reported", "single", ["trud-moscow"]),
    ],
)  # fmt: skip
def test_what_carries_it(name: str, words: str, kind: str | None, level: str, sources: list[str]) -> None:
    got, index = example(name), claim(name, words)
    links = got.supports[index].links
    references = [got.citations[link.citation].references[link.reference] for link in links]
    assert [r.source.id if r.source else f"? {r.written}" for r in references] == sources
    assert got.supports[index].level == level
    assert kind in (None, got.claims[index].kind)


def test_the_twins_citations() -> None:
    got = example(TWIN)
    cited = [
        [(r.name, *((str(d.first), str(d.last)) for d in r.dates)) for r in citation.references]
        for citation in got.citations
    ]
    assert cited == [
        [
            ("Itar-Tass", ("1999-11-30", "1999-11-30")),
            ("AFP", ("1999-12-01", "1999-12-01")),
            ("Russian agencies", ("1999-12-01", "1999-12-01")),
        ],
        [
            ("Reuters", ("1999-11-13", "1999-11-13")),
            ("Itar-Tass", ("1999-11-15", "1999-11-16")),
            ("M2 Communications", ("1999-11-16", "1999-11-16")),
        ],
    ]
    assert not [problem for citation in got.citations for problem in citation.problems]


def test_reuters_is_told_to_be_too_old_for_the_appeal() -> None:
    got, index = example(TWIN), claim(TWIN, "endorsed on November 16")
    (dropped,) = got.supports[index].dropped
    assert got.citations[dropped.citation].references[dropped.reference].written == "Reuters"
    assert "1999-11-13" in dropped.reasons[0]
    assert "1999-11-16" in dropped.reasons[0]


def test_the_twins_uncited_paragraph_is_the_only_unsupported_news() -> None:
    got = example(TWIN)
    bare = {c.paragraph for c, s in zip(got.claims, got.supports, strict=True) if s.level == "none"}
    assert bare == {2}
    errors = [f for f in check(got, load_rulebook()) if f.severity == "error"]
    second = [s.span for s in got.sentences if s.paragraph == 2]
    assert [(f.span.start, f.span.end) for f in errors] == [(second[0].start, second[-1].end)]


def test_brackets_that_cite_nobody() -> None:
    kinds = {
        bracket.span.of(example(name).document.text): bracket.kind
        for name in (SPRING, TRAMS, GRAIN, FAULTY)
        for bracket in example(name).brackets
        if bracket.kind not in ("citation", "note")
    }
    assert kinds == {
        "(about US$8,000)": "currency",
        "(ZhDV)": "acronym",
        "($128,000)": "currency",
        "(about $11,500)": "currency",
        "(1)": "enumerator",
        "(2)": "enumerator",
        "(3)": "enumerator",
        "(see the Monitor, March 13)": "cross-reference",
    }
