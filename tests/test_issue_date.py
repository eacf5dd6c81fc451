"""The day a bulletin is dated: what is written down, and what masthead and citations tell where nothing is."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.errors import AttribError
from attrib.inputs import read_text
from attrib.model import IssueDate


def issue_date(text: str, path: str = "draft.txt", date: dt.date | None = None, format: str = "plain") -> IssueDate:
    return analyse(read_text(text, path=path, format=format), date=date).date


def inferred(text: str, volume: int, number: int, publication: str = "Monitor") -> str:
    found = issue_date(f"Publication: {publication} Volume: {volume} Issue: {number}\n\n{text}")
    return str(found.value) if found.basis == "inferred" else found.basis


# --- what is written down ---------------------------------------------------------------------------------------------

FRONT = "---\npublication: Monitor\ndate: 1999-12-03\n---\n\n"
MASTHEAD = "December 2, 1999\n\n"
BODY = "Talks failed (Interfax, December 1).\n"


@pytest.mark.parametrize(
    ("text", "path", "option", "day", "basis"),
    [
        (MASTHEAD + BODY, "1999-12-05.txt", dt.date(1999, 12, 6), "1999-12-06", "option"),
        (FRONT + MASTHEAD + BODY, "1999-12-05.md", None, "1999-12-03", "front-matter"),
        (MASTHEAD + BODY, "1999-12-05.txt", None, "1999-12-02", "masthead"),
        (BODY, "drafts/1999-12-05.txt", None, "1999-12-05", "file-name"),
        (BODY, "monitor_19991205_final.txt", None, "1999-12-05", "file-name"),
        (BODY, "1999.12.05.txt", None, "1999-12-05", "file-name"),
        ("Publication: Monitor Volume: 5 Issue: 223\n\n" + BODY, "draft.txt", None, "1999-12-02", "inferred"),
        (BODY, "draft.txt", None, None, "none"),
        (BODY, "1999-02-30.txt", None, None, "none"),
        (BODY, "119991205.txt", None, None, "none"),
        ("Talks failed.", "draft.txt", None, None, "none"),
        ("", "draft.txt", None, None, "none"),
    ],
)
def test_the_first_that_says_it_counts(
    text: str, path: str, option: dt.date | None, day: str | None, basis: str
) -> None:
    found = issue_date(text, path, option, "markdown" if path.endswith(".md") else "plain")
    assert (found.value and str(found.value), found.basis) == (day, basis)
    assert found.reasons


def test_front_matter_without_a_day_leaves_it_to_the_masthead() -> None:
    found = issue_date("---\ndate: soon\n---\n\n" + MASTHEAD + BODY, "draft.md", format="markdown")
    assert (str(found.value), found.basis) == ("1999-12-02", "masthead")


@pytest.mark.parametrize(
    "line",
    [
        "December 2, 1999",
        "2 December 1999",
        "Thursday, December 2, 1999",
        "Moscow, December 2, 1999",
        "Issue of 2 December 1999",
        "1999-12-02",
        "Northern Courier\nThursday, 2 December 1999",
        "Northern Courier\n\n2 December 1999",
        "Publication: Monitor Volume: 5 Issue: 223\nDecember 2, 1999",
        "Publication: Monitor Volume: 5 Issue: 223\n\nDecember 2, 1999",
        "RFE/RL Newsline Vol. 3, No. 233, Part I, 2 December 1999",
        "Northern Courier\nNo. 21, 2 December 1999",
        "Briefing note, 2 December 1999",
        "Published on 2 December 1999",
        "From our correspondent in Riga, December 2, 1999",
        "DAILY PRESS REVIEW FOR THE NORTHERN PORTS, Thursday, 2 December 1999",
        # a period is over on its last day
        "Press review, 26 November - 2 December 1999",
        "Week of November 26 - December 2, 1999",
    ],
)
def test_a_date_line_at_the_head_of_a_page(line: str) -> None:
    found = issue_date(f"{line}\n\n{BODY}")
    assert (str(found.value), found.basis) == ("1999-12-02", "masthead")


@pytest.mark.parametrize("line", ["*Briefing note, 2 December 1999*", "_What the ports wrote until 2 December 1999_"])
@pytest.mark.parametrize("title", ["# Northern Courier\n\n", ""])
def test_a_date_line_in_italics(title: str, line: str) -> None:
    found = analyse(read_text(f"{title}{line}\n\n{BODY}", format="markdown"))
    assert (str(found.date.value), found.date.basis, len(found.claims)) == ("1999-12-02", "masthead", 1)


@pytest.mark.parametrize(
    "line",
    [
        "*The deputies met on December 2, 1999.*",
        "*The deputies*, who met on December 2, 1999",
        "- December 2, 1999 it was",
    ],
)
def test_no_date_line_in_italics(line: str) -> None:
    assert issue_date(f"# Northern Courier\n\n{line}\n\nTalks failed.", format="markdown").basis == "none"


@pytest.mark.parametrize(
    "text",
    [
        "The deputies met on December 2, 1999.",
        "The deputies met on December 2, 1999 and left",
        "The talks failed.\n\nDecember 2, 1999",
        "Moscow Kyiv Minsk Riga Vilnius, December 2, 1999",
    ],
)
def test_a_day_in_running_text_is_no_date_line(text: str) -> None:
    assert issue_date(text).basis == "none"


@pytest.mark.parametrize(
    ("head", "cited", "day"),
    [
        ("BULLETIN OF 24 NOVEMBER", "Interfax, 22 November 1999", "1999-11-24"),
        ("Press digest, Wednesday, November 24", "Interfax, 22 November 1999", "1999-11-24"),
        ("Northern Courier\n\nIssue of 3 January", "Interfax, 30 December 1999", "2000-01-03"),
        ("Publication: Monitor Volume: 5 Issue: 217\n\nISSUE OF NOVEMBER 24", "Interfax, November 22", "1999-11-24"),
        # what gives no day of an issue
        ("BULLETIN OF 24 NOVEMBER", "Interfax, 22 May 1999", "1999-05-24"),
        ("The vote of 24 November", "Interfax, 22 November 1999", "1999-11-23"),
        ("A briefing on the vote of 24 November", "Interfax, 22 November 1999", "1999-11-23"),
        ("BULLETIN OF NOVEMBER", "Interfax, 22 November 1999", "1999-11-23"),
        ("BULLETIN OF 31 NOVEMBER", "Interfax, 22 November 1999", "1999-11-23"),
    ],
)
def test_a_heading_gives_the_day_and_what_is_cited_its_year(head: str, cited: str, day: str) -> None:
    found = issue_date(f"{head}\n\nTalks failed ({cited}).")
    assert (str(found.value), found.basis) == (day, "inferred")


# --- what masthead and citations tell ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks failed (Izvestia, December 2).", "1999-12-02"),  # a paper is of the issue day
        ("Talks failed (Interfax, December 1).", "1999-12-02"),  # a wire is of the day before
        ("Talks failed (Radio Liberty, December 1).", "1999-12-02"),
        ("Talks failed (Interfax, December 1; Izvestia, December 2).", "1999-12-02"),
        ("Talks failed (Interfax, November 30-December 1).", "1999-12-02"),
        ("Talks failed (Interfax, December 3).", "1999-12-06"),  # a Friday: rolled to Monday
        ("Talks failed (Interfax, December 5).", "1999-12-06"),  # a Sunday
        ("Talks failed (Interfax, December 2).\n\nThey began yesterday (Interfax, December 1).", "1999-12-02"),
        ("Talks failed today (Izvestia, December 2; Interfax, December 2).", "1999-12-02"),
        ("Talks failed (Interfax, December 1; World Bank report, December 1999).", "1999-12-02"),  # of some day of it
        ("Talks failed (Interfax, November 26; World Bank report, November 1999).", "1999-11-29"),
    ],
)
def test_papers_and_wires_tell_the_day(text: str, day: str) -> None:
    assert inferred(text, 5, 223) == day


@pytest.mark.parametrize(
    ("volume", "number", "text", "day"),
    [
        (6, 1, "Talks failed (Interfax, December 31).", "2000-01-03"),  # the last year's wires in the first issue
        (6, 1, "Talks failed (Interfax, January 2).", "2000-01-03"),
        (6, 2, "Talks failed (Interfax, December 30; Izvestia, January 4).", "2000-01-04"),
        (5, 246, "Talks failed (Interfax, December 30).", "1999-12-31"),
        (5, 223, "Talks failed (Interfax, May 3).", "1999-11-05"),  # the number bounds the day
    ],
)
def test_new_year_and_issue_number_bound_the_day(volume: int, number: int, text: str, day: str) -> None:
    assert inferred(text, volume, number) == day


@pytest.mark.parametrize(
    ("head", "cited", "day"),
    [
        ("Publication: Monitor Volume: 1 Issue: 1", "April 28", "1995-05-01"),  # the first year began in May
        ("Publication: Monitor Volume: 1 Issue: 77", "August 15", "1995-08-16"),
        ("Publication: Monitor Volume: 2 Issue: 77", "April 18", "1996-04-19"),
        ("Eurasia Daily Monitor Volume 1 Issue 92", "September 9", "2004-09-10"),
        ("Eurasia Daily Monitor\nVolume: 1 Issue: 92", "September 9", "2004-09-10"),
        ("The Monitor\nVolume 5, Issue 223", "December 1", "1999-12-02"),
        ("The Monitor -- Vol. 5, No. 223", "December 1", "1999-12-02"),
    ],
)
def test_the_first_volume_and_a_masthead_of_two_lines(head: str, cited: str, day: str) -> None:
    found = issue_date(f"{head}\n\nTalks failed (Interfax, {cited}).")
    assert (str(found.value), found.basis) == (day, "inferred")


def test_days_in_running_text_tell_the_issue_date_too() -> None:
    text = (
        "RFE/RL Newsline Vol. 3, No. 233, Part I\n\nCREWS WALK OUT\n\n"
        "Crews walked out, Interfax reported on 30 November. They returned, ITAR-TASS reported the next day. "
        "Dockers joined them, AFP reported yesterday."
    )
    found = analyse(read_text(text))
    assert (str(found.date.value), found.date.basis) == ("1999-12-02", "inferred")
    assert [str(c.references[0].dates[0].first) for c in found.citations] == ["1999-11-30", "1999-12-01", "1999-12-01"]


def test_yesterday_in_a_bracket_tells_no_issue_date() -> None:
    assert issue_date("Publication: Monitor Volume: 5 Issue: 223\n\nIt sank (AFP, yesterday).").basis == "none"


@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        ("It sank (Vanguard, 2/9/2018; AFP, 25/8/2018).", None, "2018-09-02"),  # another date of figures tells
        ("It sank (Vanguard, 2/9/2018; AFP, 8/25/2018).", None, "2018-02-09"),
        ("It sank (Vanguard, 2/9/2018).", dt.date(2018, 9, 4), "2018-09-02"),  # the issue date does
        ("It sank (Vanguard, 2/9/2018).", dt.date(2018, 2, 12), "2018-02-09"),
        ("It sank (Vanguard, 2/9/2018). It rose (AFP, 1 September 2018).", None, "2018-09-02"),  # days in words do
        ("It sank (Vanguard, 2/9/2018). It rose (AFP, September 1, 2018).", None, "2018-02-09"),
        ("It sank (Vanguard, 2/9/2018).", None, "2018-02-09"),  # nothing does: the month is first
        ("It sank (FT, 2/9; AFP, 25/8/2018).", dt.date(2018, 9, 4), "2018-09-02"),
    ],
)
def test_which_figure_is_the_month(text: str, date: dt.date | None, day: str) -> None:
    assert str(analyse(read_text(text), date=date).citations[0].references[0].dates[0].first) == day


def test_a_planned_day_past_the_bounds_is_not_the_last_cited_one() -> None:
    assert inferred("Talks failed (Interfax, March 3). A fair opens (Interfax, June 20).", 5, 43) == "1999-03-04"


@pytest.mark.parametrize(
    ("publication", "volume", "year"), [("Monitor", 4, 1998), ("Eurasia Daily Monitor", 4, 2007), ("Newsline", 3, 1999)]
)
def test_the_volume_tells_the_year(publication: str, volume: int, year: int) -> None:
    assert inferred("Talks failed (Interfax, May 12).", volume, 91, publication) == str(
        next(day for n in (13, 14, 15) if (day := dt.date(year, 5, n)).weekday() < 5)
    )


def test_a_year_beside_a_cited_day_serves_where_there_is_no_masthead() -> None:
    found = issue_date("Talks failed (Interfax, December 1, 1999). They had begun (AFP, November 28).")
    assert (str(found.value), found.basis) == ("1999-12-02", "inferred")


def test_a_month_beside_its_year_tells_the_year() -> None:
    found = issue_date("Talks failed (Interfax, December 1; World Bank report, November 1999).")
    assert (str(found.value), found.basis) == ("1999-12-02", "inferred")


def test_the_reasons_say_what_told_the_day() -> None:
    found = issue_date(
        "Publication: Monitor Volume: 5 Issue: 223\n\n"
        "Talks broke off yesterday (Interfax, December 1; Izvestia, December 2). A vote is due."
    )
    said = "; ".join(found.reasons)
    for word in ("1999", "issue number", "paper", "wire", "yesterday"):
        assert word in said


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_no_issue_is_dated_in_another_age(day):
    with pytest.raises(AttribError, match="the year lies before 1800 or after 2199"):
        analyse(read_text("The minister resigned yesterday (AFP, May 3)."), date=day)


def test_a_volume_of_another_age_tells_no_year():
    text = "Publication: Monitor Volume: 9999999 Issue: 5\n\nThe minister resigned (AFP, May 3)."
    assert analyse(read_text(text)).date.value is None


@pytest.mark.parametrize(
    ("head", "day", "style"),
    [
        ("From: desk@example.org\nSubject: Monitor\n\nPublication: Monitor Volume: 5 Issue: 223\n\n", "1999-12-02", "monitor"),
        # without a blank line between, and with a line that goes on
        ("From: desk@example.org\nSubject: Monitor,\n the daily\nPublication: Monitor Volume: 5 Issue: 223\n\n", "1999-12-02", "monitor"),
        # the day of sending, where the issue gives none
        ("From: desk@example.org\nDate: Fri, 3 Dec 1999 07:00:00 +0000\nSubject: Notes\n\n", "1999-12-03", None),
        ("Sent: 4 December 1999\nSubject: Notes\n\nPORTS DIGEST, 3 DECEMBER 1999\n\n", "1999-12-03", None),
    ],
)  # fmt: skip
def test_what_a_mail_program_wrote_above_an_issue_is_no_part_of_it(head: str, day: str, style: str | None) -> None:
    got = analyse(read_text(head + "The ferry sank (Interfax, December 1)."))
    assert str(got.date.value) == day
    assert [claim.span.of(got.document.text) for claim in got.claims] == ["The ferry sank"]
    assert style is None or got.style == style


def test_one_line_with_a_colon_is_no_mail_header() -> None:
    got = analyse(read_text("To: the harbor masters of Riga and Liepaja went two letters in one week (AFP, May 3)."))
    assert len(got.claims) == 1
