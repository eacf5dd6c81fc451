"""The editor's report in a real browser: an editor reads it, clicks, types and prints, and a hostile draft does nothing."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from browsing import Opened, opened, violations

import attrib
from attrib.inputs import read_text
from attrib.outputs import Options, Report, Run, Unread
from attrib.report.pages import index_page, page
from attrib.rulebook import load_rulebook

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SHOTS = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "narrow": {"viewport": {"width": 360, "height": 640}}}  # fmt: skip

HOSTILE = """---
title: "<script>alert('title')</script>"
publication: "</title><script>alert('publication')</script>"
date: 1999-05-05
---

# </h3></section><script>alert("headline")</script> ::error::none

::error::The minister </script><script>alert("text")</script> resigned on Monday <img src="http://example.invalid/a.png"
onerror="alert(1)"> (AFP" onmouseover="alert(2), May 4; </span><b onclick=alert(3)>Intrefax, May 3; \x1b]0;title\x07Reuters,
May 4). The \u202emayor\u202c of \x1b[31mGori\x1b[0m said "that {{ 7 * 7 }} {% raw %} ##[error] ${alert(4)} `x`" on Monday.

His ally told [Reuters on May 4](javascript:alert(5)) that <a href="javascript:alert(6)">he</a> would stay
(<svg onload=alert(7)>, May 4). It was quiet ('; DROP TABLE--, May 4). Nobody knows why the harbor was closed.[^"><i>]

[^"><i>]: <iframe src="javascript:alert(8)">, May 4, 1999. <style>*{display:none}</style>
"""


def reported(name: str) -> Report:
    return of(attrib.read(str(EXAMPLES / name)))


def of(document: attrib.Document, date: dt.date | None = None) -> Report:
    analysis = attrib.analyse(document, date=date)
    return Report(analysis, attrib.check(analysis, load_rulebook()))


def saved(folder: Path, *reports: Report, options: Options | None = None) -> Path:
    file = folder / "report.html"
    file.write_text(page(reports, options or Options()), "utf-8")
    return file


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("ferry"), reported("ferry-strike.txt"))


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("faulty"), reported("faulty.txt"))


@pytest.fixture
def desk(chromium: Any, ferry: Path) -> Opened:
    """The report of examples/ferry-strike.txt, open."""
    return opened(chromium, ferry)


def shown(page: Any) -> str:
    """What the card says."""
    return page.locator(".card").inner_text()


def lit(page: Any) -> list[str]:
    """The words of the text that are lit up."""
    return page.locator(".text .lit").all_inner_texts()


# --- an editor reads --------------------------------------------------------------------------------------------------


def test_the_head_says_what_it_comes_to(desk: Opened) -> None:
    head = desk.page.locator("header").inner_text()
    assert "Monitor, Volume 6, Issue 52" in head
    assert "March 15, 2000, as its masthead says" in head
    assert "Of 3 statements, 2 rest on a source, 1 of them on several independent ones. 1 has none." in head
    assert "3 findings: 1 error, 1 warning, 1 note." in " ".join(head.split())


def test_the_text_is_whole_and_in_order(desk: Opened) -> None:
    desk.page.locator(".text").evaluate("(text) => text.querySelectorAll('.unseen, .mark').forEach((e) => e.remove())")
    draft = (EXAMPLES / "ferry-strike.txt").read_text("utf-8").partition("\n\n")[2]
    assert desk.page.locator(".text .prose").inner_text().split() == draft.split()


@pytest.mark.parametrize(
    ("claim", "style", "said"),
    [
        ("Ferry crews in Murmansk", "double", "several sources"),
        ("Port director", "solid", "one source"),
        ("A tanker waiting", "wavy", "no source"),
        ("The strike may", "dotted", "the author's own view"),
    ],
)
def test_support_is_told_by_shape_colour_and_words(desk: Opened, claim: str, style: str, said: str) -> None:
    words = desk.page.locator(".text a.claim", has_text=claim).first
    drawn = words.evaluate("(e) => [getComputedStyle(e).textDecorationStyle, getComputedStyle(e).textDecorationColor]")
    assert drawn[0] == style
    assert f"({said})" in words.text_content()
    others = desk.page.locator(".text a.claim").evaluate_all("(all) => all.map((e) => getComputedStyle(e).textDecorationColor)")  # fmt: skip
    assert others.count(drawn[1]) == 1


# --- an editor clicks -------------------------------------------------------------------------------------------------


def test_a_claim_shows_its_links_reasons_and_findings_and_lights_its_citations(desk: Opened) -> None:
    desk.page.get_by_text("Ferry crews in Murmansk").first.click()
    card = shown(desk.page)
    for words in (
        "Several sources",
        "Itar-Tas, March 13, 2000",
        "Reuters, March 14, 2000",
        "It closes the passage.",
        "2: Itar-Tas; Reuters",
        "A statement is multiply sourced",
        "S111",
        "A cited source is misspelt",  # in the citation that carries it
    ):
        assert words in card
    assert lit(desk.page)[1:] == ["Itar-Tas", ", March 13", "Reuters, March 14"]
    assert desk.page.locator(".square.lit").count() == 2
    assert desk.page.locator(".row.lit").count() == 1
    assert desk.page.evaluate("location.hash") == "#claim-1"


def test_a_citation_shows_what_stands_behind_it_and_lights_its_claims(desk: Opened) -> None:
    desk.page.get_by_text("Interfax, March 14").first.click()
    card = shown(desk.page)
    assert "March 14, 2000. News agency, Russia. Control then: private." in card
    assert "Carries claim 2." in card
    assert lit(desk.page)[0].startswith("Port director Igor Belov")


def test_a_citation_shows_what_was_found_in_it(desk: Opened) -> None:
    desk.page.get_by_text("Itar-Tas", exact=True).first.click()
    card = shown(desk.page)
    assert "The registry has no source “Itar-Tas”; the nearest is Itar-Tass." in card
    desk.page.locator(".card").get_by_role("link", name="warning").first.click()
    assert "A cited source is misspelt" in desk.page.locator(".finding.lit").inner_text()


def test_a_link_of_the_card_leads_to_the_citation_and_back(desk: Opened) -> None:
    desk.page.get_by_text("Port director").first.click()
    desk.page.locator(".card").get_by_role("link", name="Interfax, March 14, 2000").click()
    assert "Citation" in shown(desk.page)
    desk.page.locator(".card").get_by_role("link", name="2", exact=True).click()
    assert "One source" in shown(desk.page)
    assert "Port director" in desk.page.evaluate("document.activeElement.textContent")


def test_a_finding_leads_to_its_words_and_they_to_it(desk: Opened) -> None:
    page = desk.page
    entry = page.locator(".finding", has_text="A news statement has no source")
    for words in ("No citation and no named outlet supports this statement.", "Rule S101", "Reuters Handbook"):
        assert words in entry.inner_text()
    entry.get_by_role("link").click()
    assert lit(page)[0].startswith("A tanker waiting for a pilot ran aground")
    mark = page.get_by_role("link", name="Finding 3, error: A news statement has no source")
    assert page.evaluate("document.activeElement.id") == mark.get_attribute("id")
    mark.click()
    assert page.locator(".finding.lit").count() == 1
    assert page.evaluate("document.activeElement.closest('.finding') !== null")


def test_a_fix_is_told_in_words(desk: Opened) -> None:
    assert "To mend it: write “Itar-Tass” in place of “Itar-Tas”." in desk.page.locator("#finding-2").inner_text()


def test_a_row_of_the_matrix_and_a_square_of_the_timeline_can_be_chosen(desk: Opened) -> None:
    desk.page.locator(".row").nth(2).click()
    assert "No source" in shown(desk.page)
    desk.page.locator(".square").first.click()
    assert "Citation" in shown(desk.page)


def test_the_arrows_of_the_card_step_from_claim_to_claim(desk: Opened) -> None:
    page = desk.page
    page.get_by_text("Port director").first.click()
    page.get_by_role("button", name="Next claim").click()
    assert "No source" in shown(page)
    page.get_by_role("button", name="Previous claim").click()
    assert "One source" in shown(page)
    page.get_by_role("button", name="Close").click()
    assert "Choose any underlined words" in shown(page)
    assert not lit(page)


@pytest.mark.parametrize(
    ("boxes", "left"),
    [(["Note"], ["error", "warning"]), (["Error", "Warning"], ["note"]), (["Form of citations"], ["note", "error"])],
)
def test_findings_are_filtered_by_severity_and_family(desk: Opened, boxes: list[str], left: list[str]) -> None:
    page = desk.page
    for box in boxes:
        page.get_by_role("checkbox", name=box).uncheck()
    visible = page.locator(".finding:visible")
    assert sorted(visible.evaluate_all("(all) => all.map((e) => e.dataset.severity)")) == sorted(left)
    assert page.locator(".mark:visible").count() == len(left)
    assert f"{len(left)} of 3 findings are shown." in page.get_by_role("status").inner_text()
    for box in boxes:
        page.get_by_role("checkbox", name=box).check()
    assert visible.count() == 3


# --- an editor without a mouse ----------------------------------------------------------------------------------------


def test_the_text_is_one_stop_and_the_arrows_walk_through_it(desk: Opened) -> None:
    page = desk.page
    page.get_by_role("link", name="Findings", exact=True).focus()
    page.keyboard.press("Tab")
    at = "document.activeElement.textContent.slice(0, 12)"
    assert page.evaluate(at) == "Ferry crews "
    walked = []
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        walked.append(page.evaluate(at))
    assert walked[0] == "1"
    assert any(words.startswith("(Itar-Tas") for words in walked)
    page.keyboard.press("Home")
    assert page.evaluate(at) == "Ferry crews "
    page.keyboard.press("End")
    assert page.evaluate(at) == "The strike m"
    page.keyboard.press("ArrowLeft")  # the mark of a finding
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert "choosing" in page.locator(".card").get_attribute("class")
    page.keyboard.press("Escape")
    assert "choosing" not in page.locator(".card").get_attribute("class")
    assert page.evaluate("document.activeElement.closest('.text') !== null")


def test_what_is_chosen_is_told_to_who_does_not_see_it(desk: Opened) -> None:
    assert desk.page.locator(".card [aria-live=polite]").count() == 1
    claim = desk.page.get_by_text("A tanker waiting").first
    claim.click()
    assert desk.page.locator("[aria-current=true]").count() == 1
    assert "No source" in desk.page.locator("[aria-live=polite]").inner_text()


def test_focus_can_be_seen(desk: Opened) -> None:
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_an_address_leads_to_a_claim(chromium: Any, ferry: Path) -> None:
    there = opened(chromium, ferry)
    there.page.goto(f"{ferry.as_uri()}#claim-3")
    there.page.reload()
    assert "No source" in shown(there.page)


def test_without_its_script_the_page_is_whole(chromium: Any, ferry: Path) -> None:
    page = opened(chromium, ferry, java_script_enabled=False).page
    assert page.locator(".why:visible").count() == 6  # four claims, two citations
    assert not page.locator(".filters").is_visible()
    page.get_by_text("A tanker waiting").first.click()
    assert page.url.endswith("#claim-3-why")


@pytest.mark.parametrize("look", SHOTS)
@pytest.mark.parametrize("draft", ["faulty", "ferry"])
def test_axe_finds_nothing(chromium: Any, draft: str, look: str, request: pytest.FixtureRequest) -> None:
    there = opened(chromium, request.getfixturevalue(draft), **SHOTS[look])
    assert violations(there.page) == []
    for choice in ("#claim-2", "#citation-2", "#mark-1"):
        there.page.locator(choice).click()
        assert violations(there.page) == [], choice
    assert there.heard == []


# --- several bulletins ------------------------------------------------------------------------------------------------


def test_several_bulletins_stand_behind_an_index(chromium: Any, tmp_path: Path) -> None:
    reports = [reported(name) for name in ("ferry-strike.txt", "notes-grain.txt", "newsline-3-234.txt")]
    run = Run(unread=(Unread("scan.txt", "scan.txt: is a PDF file, not text"),))
    there = opened(chromium, saved(tmp_path, *reports, options=Options(run=run)))
    rows = there.page.locator(".issues tbody tr").all_inner_texts()
    assert ["3, 1999" in rows[0], "15, 2000" in rows[1], "21, 2018" in rows[2]] == [True] * 3
    assert "scan.txt: is a PDF file" in there.page.locator(".unread").inner_text()
    there.page.get_by_role("link", name="Monitor, Volume 6, Issue 52").first.click()
    second = there.page.locator("#b1-bulletin")
    second.get_by_text("Port director").first.click()
    assert second.locator(".why.shown").count() == 1
    assert there.page.locator(".why.shown").count() == 1
    there.page.locator("#b3-bulletin .text a.claim").first.click()
    assert there.page.locator("#b3-bulletin .why.shown").count() == 1
    assert violations(there.page) == []
    assert there.heard == []


def test_an_index_of_its_own_is_sound(chromium: Any, tmp_path: Path) -> None:
    reports = [reported("ferry-strike.txt"), reported("suppressed.md")]
    file = tmp_path / "index.html"
    file.write_text(index_page(reports, ["a.html", "b.html"], Options()), "utf-8")
    there = opened(chromium, file)
    assert there.page.get_by_role("link", name="Coast Letter").get_attribute("href") == "b.html"
    assert violations(there.page) == []


# --- print, long drafts, hostile drafts -------------------------------------------------------------------------------


def test_print_has_the_text_the_charts_and_the_findings_and_no_controls(chromium: Any, faulty: Path) -> None:
    there = opened(chromium, faulty)
    there.page.emulate_media(media="print")
    for there_is in (".text", ".timeline", ".matrix", ".bars", ".findings"):
        assert there.page.locator(there_is).first.is_visible(), there_is
    for gone in (".jumps", ".filters", ".card"):
        assert not there.page.locator(gone).first.is_visible(), gone
    wide = there.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert wide


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_stands_out_at_the_side(chromium: Any, faulty: Path, width: int) -> None:
    page = opened(chromium, faulty, viewport={"width": width, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_path_does_not_stand_out_either(chromium: Any, tmp_path: Path) -> None:
    path = "/srv/" + "newsroom" * 12 + "/draft.txt"
    report = of(read_text("The port of Lesk closed on Monday (AFP, May 4).", path))
    run = Run(unread=(Unread("b.txt", f"{path}: no such file"),))
    page = opened(
        chromium, saved(tmp_path, report, options=Options(run=run)), viewport={"width": 320, "height": 800}
    ).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("format", "words"),
    [
        ("markdown", ['alert("text")', "\\x1b[31mGori", "{{ 7 * 7 }}", "##[error]", "::error::The", "\\u202emayor"]),
        (
            "plain",
            ['</script><script>alert("text")</script>', "[Reuters on May 4](javascript:alert(5))", "<svg onload="],
        ),
    ],
)
def test_a_hostile_draft_is_inert(chromium: Any, tmp_path: Path, format: str, words: list[str]) -> None:
    report = of(attrib.read_text(HOSTILE, '"><script>alert(9)</script>.md', format))
    file = saved(tmp_path, report, report)
    there = opened(chromium, file)
    for choice in there.page.locator("#b1-bulletin .text a:visible").all():
        choice.click()
    assert there.heard == []
    assert there.asked == [file.as_uri()]
    assert there.page.locator("script").count() == there.page.locator("style").count() == 1
    assert there.page.locator("iframe, img, .text svg, .text b, [onerror], [onclick], [onmouseover]").count() == 0
    protocols = set(there.page.locator("a").evaluate_all("(all) => all.map((a) => a.protocol)"))
    assert protocols == {"file:"}
    text = " ".join(there.page.locator("#b1-bulletin .text").text_content().split())
    assert [word for word in words if word not in text] == []
    raw = file.read_text("utf-8")
    assert not set(raw) & set("\x1b\x07\u202e\u202c")
    assert "##[error]" not in raw
    assert ">::error" not in raw


def test_a_draft_of_a_hundred_kilobytes_stays_responsive(chromium: Any, tmp_path: Path) -> None:
    text = "\n\n".join((EXAMPLES / name).read_text("utf-8").partition("\n\n")[2] for name in ("faulty.txt", "monitor-5-223-twin.txt"))  # fmt: skip
    whole = ((text + "\n\n") * (100_000 // len(text) + 1))[:100_000]
    there = opened(chromium, saved(tmp_path, of(attrib.read_text(whole), dt.date(2000, 3, 10))))
    page = there.page
    assert page.locator(".text a.claim").count() > 500
    spent = page.evaluate(
        """() => {
          const claims = [...document.querySelectorAll(".text a.claim[data-claim]")];
          const from = performance.now();
          for (const claim of claims.slice(300, 320)) {
            claim.click();
            document.body.getBoundingClientRect();
          }
          return (performance.now() - from) / 20;
        }"""
    )
    assert spent < 250, f"{spent:.0f} ms from a click to the card"  # a tenth of that on a quiet machine
    assert there.heard == []


# --- the picture of the README ----------------------------------------------------------------------------------------


def test_the_picture_of_the_readme_can_be_taken_again(chromium: Any, tmp_path: Path) -> None:
    from PIL import Image

    command = [sys.executable, "docs/screenshot.py", str(tmp_path / "report.png")]
    done = subprocess.run(command, cwd=EXAMPLES.parent, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    kept, taken = EXAMPLES.parent / "docs" / "report.png", tmp_path / "report.png"
    assert kept.stat().st_size < 200_000
    with Image.open(kept) as before, Image.open(taken) as now:  # the machine's typefaces are its own
        assert before.size == now.size
        assert len(now.getcolors() or []) > 100
    assert "python docs/screenshot.py" in (EXAMPLES.parent / "CONTRIBUTING.md").read_text("utf-8")
