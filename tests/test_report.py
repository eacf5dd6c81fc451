"""The editor's report: what its page is made of, what each ending writes, and what it says when it cannot."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from conftest import Run
from handmade import golden, report

import attrib
from attrib.model import Analysis
from attrib.outputs import Options, Report, render
from attrib.registry import default
from attrib.report import charts, drawing
from attrib.report.bulletin import Bulletin, bulletin, title
from attrib.report.outlets import country_name
from attrib.report.pages import page
from attrib.report.settext import set_text
from attrib.report.trends import trends
from attrib.report.writers import endings, writer
from attrib.report.writers.folder import names_of
from attrib.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = [str(file) for file in sorted((ROOT / "examples").glob("*.*")) if file.name != "README.md"]
ISSUE = dt.date(1999, 5, 5)
DRAFT = (
    "Crowds gathered in the square of Gori late on Monday (AFP, May 4; Interfax, May 3). "
    "The minister of transport resigned. The mood may yet turn.\n"
)


def analysed(text: str, path: str = "draft.txt", date: dt.date | None = ISSUE, format: str = "plain") -> Analysis:
    return attrib.analyse(attrib.read_text(text, path, format), date=date)


def reported(text: str, path: str = "draft.txt", date: dt.date | None = ISSUE, format: str = "plain") -> Report:
    analysis = analysed(text, path, date, format)
    return Report(analysis, attrib.check(analysis, load_rulebook()))


def made(one: Report) -> Bulletin:
    return bulletin(one, {rule.code: rule for rule in load_rulebook().rules}, default())


# --- the values -------------------------------------------------------------------------------------------------------


def test_the_values_of_a_page_are_as_they_were_last() -> None:
    def plain(value: Any) -> Any:
        if attrs.has(type(value)):
            return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
        if isinstance(value, (tuple, frozenset)):
            return [plain(one) for one in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    golden("report.bulletin.json", json.dumps(plain(made(report())), indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize(
    ("text", "format", "expected"),
    [
        (DRAFT, "plain", DRAFT.strip()),
        ("One\nline and\tanother.", "plain", "One line and another."),
        ("The ship *Relander* came ([Yle, May 4](https://yle.fi/a)).", "markdown", "The ship Relander came (Yle, May 4)."),
        ("Crews walked out.[^a] More.\n\n[^a]: AFP, May 4, 1999.", "markdown", "Crews walked out.[a] More.|AFP, May 4, 1999."),
        ("# Talks fail\n\nNobody <!-- x --> came.", "markdown", "Talks fail|Nobody came."),
        ("A \x1b[31mred\x1b[0m line and a \u202eturned one.", "plain", "A \\x1b[31mred\\x1b[0m line and a \\u202eturned one."),
    ],
)  # fmt: skip
def test_the_text_is_set_as_it_reads(text: str, format: str, expected: str) -> None:
    blocks = set_text(analysed(text, format=format), ())
    assert "|".join("".join(run.text for piece in one.pieces for run in piece.runs) for one in blocks) == expected


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_claim_and_citation_begins_once(name: str) -> None:
    one = made(Report(analysis := attrib.analyse(attrib.read(name)), attrib.check(analysis, load_rulebook())))
    pieces = [piece for block in one.blocks for piece in block.pieces]
    assert sorted(p.claim for p in pieces if p.claim_begins) == list(range(len(one.claims)))
    assert sorted(p.claim for p in pieces if p.claim_ends) == list(range(len(one.claims)))
    assert sorted(p.citation for p in pieces if p.citation_begins) == list(range(len(one.citations)))


def test_a_sentence_that_is_a_link_is_claim_and_citation() -> None:
    one = reported("[Crews walked out on May 4](https://www.reuters.com/a). Nobody came.", format="markdown")
    first, *_ = (piece for block in set_text(one.analysis, ()) for piece in block.pieces)
    assert (first.both, first.claim, first.citation) == (True, 0, 0)
    assert first.claim_begins
    assert first.citation_begins
    shown = page([one], Options())
    assert shown.count('id="claim-1"') == shown.count('id="citation-1"') == 1


def test_the_mark_of_a_finding_stands_behind_its_last_word() -> None:
    one = reported(DRAFT)
    (uncited,) = [at for at, finding in enumerate(one.findings) if finding.code == "S101"]
    (piece,) = [p for block in set_text(one.analysis, one.findings) for p in block.pieces if uncited in p.ending]
    assert piece.runs[-1].text == "The minister of transport resigned."


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("---\ntitle: The levy\n---\n\n# Another\n\nA text.", "a.md", "The levy"),
        ("Publication: Monitor Volume: 5 Issue: 223\n\nA text was written.", "a.txt", "Monitor, Volume 5, Issue 223"),
        ("# Talks fail\n\nNobody came.", "a.md", "Talks fail"),
        ("Nobody came.", "drafts/a.txt", "a.txt"),
        ("Nobody came[1].\n\n# Sources:\n\n[1]: AFP, May 3", "a.md", "a.md"),
    ],
)
def test_a_bulletin_has_a_title(text: str, path: str, expected: str) -> None:
    assert title(analysed(text, path, format="markdown" if path.endswith("md") else "plain")) == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The mood may yet turn.", "It makes no statement that needs a source."),
        ("The minister resigned on Monday.", "Its one statement has no source."),
        ("The minister resigned on Monday. His wife left Tbilisi.", "None of its 2 statements has a source."),
        ("The minister resigned on Monday (AFP, May 4).", "Its one statement rests on a source."),
        (
            "The minister resigned on Monday (AFP, May 4; Interfax, May 4).",
            "Its one statement rests on several independent sources.",
        ),
    ],
)
def test_the_verdict_is_a_sentence(text: str, verdict: str) -> None:
    assert made(reported(text)).verdict == verdict


def test_the_shares_are_of_the_statements() -> None:
    found = {share.level: (share.claims, share.percent) for share in charts.shares(analysed(DRAFT))}
    assert found == {
        "multiple": ((1,), 50.0),
        "single": ((), 0.0),
        "attributed": ((), 0.0),
        "none": ((2,), 50.0),
        "exempt": ((3,), None),
    }


def test_the_bars_count_what_is_cited() -> None:
    bars = charts.bars(
        analysed("It rained (AFP, Interfax, May 4). It snowed (Nowhere Post, May 4; local media, May 5).")
    )
    assert [[(bar.label, bar.count) for bar in chart.rows] for chart in bars] == [
        [("News agencies", 2), ("Nobody in particular", 1), ("Not in the registry", 1)],
        [("Private", 1), ("Public service", 1), ("Not in the registry", 1), ("Not known", 1)],
        [("France", 1), ("Of no one country", 1), ("Russia", 1), ("Not in the registry", 1)],
    ]  # fmt: skip


def test_what_has_no_room_in_the_bars_is_summed_in_the_last() -> None:
    papers = "AFP, Reuters, Interfax, Xinhua, Kyodo, DPA, ANSA, EFE, Tanjug, Anadolu"
    (chart,) = [bars for bars in charts.bars(analysed(f"It rained ({papers}, May 4).")) if "from" in bars.title]
    assert len(chart.rows) == charts.MOST_BARS
    assert chart.rows[-1].label == "3 others"
    assert sum(bar.count for bar in chart.rows) == 10


def test_the_timeline_runs_from_the_days_cited_to_the_issue() -> None:
    line = charts.timeline(analysed("It rained (AFP, May 2-3; Interfax, March 1). It snowed (NTV, May 7).\n"))
    assert line is not None
    assert [(one.day.isoformat(), [cited.name for cited in one.cited]) for one in line.days] == [
        ("1999-05-03", ["AFP"]),
        ("1999-05-07", ["NTV"]),
    ]
    assert [one.day.isoformat() for one in line.older] == ["1999-03-01"]
    assert (line.first.isoformat(), line.last.isoformat()) == ("1999-04-04", "1999-05-07")
    drawn = drawing.timeline(line)
    assert drawn.earlier
    assert drawn.after
    assert drawn.after[0] > (drawn.issue or 0)
    assert {square.cited.name: square.x for square in drawn.squares}["AFP"] < (drawn.issue or 0)


@pytest.mark.parametrize(("days", "references"), [(1, 8), (1, 9), (1, 300), (1, 5000), (30, 40), (60, 200)])
def test_the_squares_of_a_day_stay_in_its_column(days: int, references: int) -> None:
    first, last = dt.date(1999, 4, 1), dt.date(1999, 4, 1) + dt.timedelta(max(days, 7) - 1)
    cited = charts.CitedDay(last, tuple(charts.Cited(f"AFP {at}", ()) for at in range(references)))
    drawn = drawing.timeline(charts.Timeline(first, last, None, (cited,), ()))
    step = drawing.TIMELINE_WIDTH / max(days, 7)
    assert len({(square.x, square.y) for square in drawn.squares}) == references
    assert min(square.y for square in drawn.squares) >= 18  # below the words at the top
    assert max(square.y + drawn.side for square in drawn.squares) <= drawn.base
    assert min(square.x for square in drawn.squares) >= drawn.width - step - 0.01
    assert max(square.x + drawn.side for square in drawn.squares) <= drawn.width + 0.01
    by_row = sorted({square.y for square in drawn.squares})
    assert all(below - above >= drawn.side for above, below in itertools.pairwise(by_row))


def test_days_without_a_year_are_no_days_and_not_missing() -> None:
    shown = page([reported("The minister resigned on Monday (Interfax, May 4).", date=None)], Options())
    assert "The years of the days cited are not known." in shown
    assert "“May 4”, which is no known day." in shown
    shown = page([reported("The minister resigned on Monday (Interfax).", date=None)], Options())
    assert "No citation gives a day." in shown
    assert "No day is given." in shown


def test_a_choice_is_offered_where_there_is_one() -> None:
    one = reported("The minister resigned on Monday.")
    assert len(one.findings) == 1
    assert 'class="filters"' not in page([one], Options())
    assert 'class="filters"' in page([reported(DRAFT)], Options())


def test_the_index_counts_in_words() -> None:
    one = reported("The minister resigned on Monday.")
    assert " 2 findings: 2 errors.</p>" in page([one, one], Options())
    assert " 1 finding: 1 error.</p>" in page([one, reported("")._replace(findings=())], Options())
    assert " 0 findings.</p>" in page([one._replace(findings=())] * 2, Options())


def test_an_empty_draft_has_a_page_that_says_so() -> None:
    shown = page([reported("")], Options())
    assert "There is no text." in shown
    assert "Nothing in it is a claim." in shown


def test_without_a_day_there_is_no_timeline() -> None:
    assert charts.timeline(analysed("It rained (AFP).", date=None)) is None


def test_the_matrix_has_a_row_a_claim_and_the_busiest_source_first() -> None:
    matrix = charts.matrix(
        analysed("It rained in Gori on May 3 (AFP, May 1; Interfax, May 4). It snowed in Tbilisi (Interfax, May 4).")
    )
    assert [tuple(getattr(column, name) for name in ("name", "carries", "cannot")) for column in matrix.columns] == [
        ("Interfax", (1, 2), ()),
        ("AFP", (), (1,)),
    ]
    assert [[(cell.column, cell.carries) for cell in row.cells] for row in matrix.rows] == [
        [(0, True), (1, False)],
        [(0, True)],
    ]
    drawn = drawing.matrix(matrix)
    assert [len(row.dots) for row in drawn.rows] == [2, 1]
    assert drawing.matrix(charts.Matrix((), ())).columns == ()


def test_the_strip_is_as_wide_as_all_claims() -> None:
    stretches = drawing.strip(charts.shares(analysed(DRAFT)))
    assert [one.level for one in stretches] == ["multiple", "none", "exempt"]
    assert sum(one.width for one in stretches) == pytest.approx(100, abs=0.01)
    assert drawing.strip(charts.shares(analysed("# Nothing", format="markdown"))) == ()


def test_trends_follow_the_dates_and_the_undated_come_last() -> None:
    drafts = [
        ("c.txt", None, "It rained."),
        ("b.txt", dt.date(1999, 5, 5), DRAFT),
        ("a.txt", dt.date(1999, 5, 4), "It rained in Gori (AFP, May 4)."),
        ("d.txt", dt.date(1999, 5, 6), "The mood may yet turn."),
    ]
    found = trends([reported(text, path, date) for path, date, text in drafts], [f"{path}.html" for path, *_ in drafts])
    assert [(issue.path, issue.href, issue.percent) for issue in found.issues] == [
        ("a.txt", "a.txt.html", 100.0),
        ("b.txt", "b.txt.html", 50.0),
        ("d.txt", "d.txt.html", None),
        ("c.txt", "c.txt.html", 0.0),
    ]
    assert [point.issue.path for point in found.points] == ["a.txt", "b.txt", "c.txt"]
    assert max(block.height for block in found.blocks) <= 150


def test_every_country_of_the_registry_has_a_name() -> None:
    codes = {entry["country"] for entry in default().entries if "country" in entry}
    assert not [code for code in codes if country_name(code) == code]


# --- the page ---------------------------------------------------------------------------------------------------------


def test_the_page_needs_nothing_else_and_runs_nothing_else() -> None:
    shown = page([reported(DRAFT)], Options())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', shown)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert not re.search(r'(?:src|action|srcset)="|href="(?!#)|url\((?!#)| style="| on\w+="|@import|https?:', shown)


def test_the_page_is_the_same_every_time() -> None:
    reports = [reported(DRAFT), report()]
    assert page(reports, Options()) == page(reports, Options())
    assert page(reports, Options()) == render(reports, "html")


@pytest.mark.parametrize("names", [EXAMPLES, *([name] for name in EXAMPLES)])
def test_every_link_leads_somewhere_and_no_id_is_given_twice(names: Sequence[str]) -> None:
    analyses = [attrib.analyse(attrib.read(name)) for name in names]
    shown = page([Report(one, attrib.check(one, load_rulebook())) for one in analyses], Options())
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', shown))
    assert targets <= set(ids), targets - set(ids)


def test_an_empty_run_is_a_page_too() -> None:
    assert "Nothing to report" in page([], Options())


def test_a_missing_jinja_is_named_with_the_extra(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from attrib.report import pages

    pages._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    Path("draft.txt").write_text(DRAFT)
    ran = command("report", "draft.txt", "-o", "report.html")
    assert (ran.status, ran.out) == (2, "")
    assert "the report needs the package jinja2, which is not installed; run " in ran.err
    assert ran.err.endswith(" -m pip install 'attrib[report]'\n")


# --- the command ------------------------------------------------------------------------------------------------------


@pytest.fixture
def run(command: Run) -> Run:
    Path("draft.txt").write_text(DRAFT)
    Path("other.txt").write_text("=2+2 was written on the wall of the ministry (AFP, May 4).\n")
    return command


def test_a_report_is_written_and_summed(run: Run) -> None:
    ran = run("report", "draft.txt", "--date", "1999-05-05", "-o", "report.html")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("attrib: report.html: 3 claims (1 of them analysis): 50 % supported")
    assert Path("report.html").read_text().startswith("<!doctype html>")


def test_a_folder_that_a_report_needs_is_made_and_told(run: Run) -> None:
    assert (
        "made/here: there was no such folder; it is made"
        in run("report", "draft.txt", "-o", "made/here/report.html").err
    )
    assert "no such folder" not in run("report", "draft.txt", "-o", "made/here/report.md").err


def test_a_folder_gets_an_index_and_a_page_a_draft(run: Run) -> None:
    assert run("report", "draft.txt", "other.txt", "-o", "out/deep/").status == 0
    assert sorted(path.name for path in Path("out/deep").iterdir()) == ["draft.html", "index.html", "other.html"]
    index = Path("out/deep/index.html").read_text()
    assert 'href="draft.html"' in index
    assert 'href="index.html"' in Path("out/deep/other.html").read_text()
    assert run("report", "draft.txt", "-o", "out/deep").status == 0  # a folder that is there needs no slash


def test_pages_of_a_folder_have_names_of_their_own() -> None:
    paths = ["a/Issue 1.txt", "b/issue-1.md", "index.txt", "…/….txt", "issue-1-2.txt"]
    assert names_of([Report(analysed("It rained.", path)) for path in paths]) == [
        "issue-1.html", "issue-1-2.html", "index-2.html", "bulletin.html", "issue-1-2-2.html",
    ]  # fmt: skip


def test_the_other_endings(run: Run) -> None:
    for name in ("r.json", "r.md", "r.CSV"):
        assert run("report", "draft.txt", "other.txt", "--date", "1999-05-05", "-o", name).status == 0
    whole = json.loads(Path("r.json").read_text())
    assert list(whole) == ["schema", "documents", "findings", "summary"]
    assert (whole["schema"], len(whole["documents"])) == ("attrib/report/1", 2)
    assert "draft.txt:1:85 | **S101** error" in Path("r.md").read_text()
    rows = list(csv.DictReader(io.StringIO(Path("r.CSV").read_text("utf-8-sig"))))
    assert [(row["path"], row["support"], row["sources"]) for row in rows] == [
        ("draft.txt", "multiple", "AFP, May 4, 1999; Interfax, May 3, 1999"),
        ("draft.txt", "none", ""),
        ("draft.txt", "exempt", ""),
        ("other.txt", "single", "AFP, May 4, 1999"),
    ]
    assert rows[1]["findings"].startswith("S101 no citation")
    assert rows[3]["claim"].startswith("'=2+2 was")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["draft.txt", "-o", "report.pdf"], "report.pdf: no report is written so; expected a name that ends in .csv"),
        (["draft.txt"], "-o is missing, which says where the report goes: `attrib report draft.txt -o draft.html`"),
        (["missing.txt", "-o", "r.html"], "missing.txt: no such file"),
        (["draft.txt", "-o", "draft.txt/r.html"], "draft.txt/r.html: its folder cannot be made"),
        (["draft.html", "-o", "draft.html"], "draft.html: is a draft that was checked; give the report another name"),
    ],
)
def test_what_cannot_be_reported(run: Run, argv: list[str], message: str) -> None:
    Path("draft.html").write_text("It rained in Gori.")
    ran = run("report", *argv)
    assert ran.status == 2
    assert message in ran.err
    assert Path("draft.html").read_text() == "It rained in Gori."


def test_a_draft_that_cannot_be_read_is_named_on_the_page(run: Run) -> None:
    ran = run("report", "draft.txt", "missing.txt", "-o", "report.html")
    assert ran.status == 2
    assert "missing.txt: no such file" in Path("report.html").read_text()


def test_every_ending_has_one_writer() -> None:
    assert set(endings()) >= {".html", ".htm", ".md", ".markdown", ".json", ".csv", "/"}
    assert len(endings()) == len(set(endings()))
    assert writer("a.HTML").ENDINGS == (".html", ".htm")
