"""What each format makes of findings and of claims."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from typing import Any

import pytest
from attrs import evolve
from handmade import TEXT, analysis, at, findings, golden, report
from hypothesis import given
from hypothesis import strategies as st

from attrib.analysis import analyse
from attrib.errors import AttribError
from attrib.excerpt import excerpt, underlined
from attrib.findings import check
from attrib.inputs import read_text
from attrib.model import Analysis, Days, Edit, Fix, IssueDate, Span
from attrib.outputs import Options, Report, Run, Unread, formats, render
from attrib.pages.explain import claims_at, explanation, standing_at
from attrib.registry import default
from attrib.rulebook import load_rulebook
from attrib.summary import Summary, statistics, summary
from attrib.terminal import clipped, columns, glyphs, inert, wrapped
from attrib.wording import days

EMPTY = Report(
    evolve(
        analysis(),
        document=read_text("", "empty.txt"),
        date=IssueDate(None, "none"),
        masthead=None,
        **dict.fromkeys(("paragraphs", "sentences", "brackets", "citations", "attributions", "claims", "supports"), ()),
    )
)


@pytest.mark.parametrize("format", [format for format in formats() if format != "html"])  # see test_report.py
def test_every_format_of_findings_reads_as_it_was_read_last(format: str) -> None:
    rules = tuple(rule for rule in load_rulebook().rules if rule.code in ("A101", "C110", "S101"))
    run = Run(rules, (Unread("drafts/scan.txt", "drafts/scan.txt: is a PDF file, not text"),), 2)
    golden(f"check.{format}", render([report()], format, Options(width=88, run=run)))


@pytest.mark.parametrize("format", formats("links"))
def test_every_format_of_claims_reads_as_it_was_read_last(format: str) -> None:
    golden(f"links.{format}", render([report(), EMPTY], format, Options(width=88), of="links"))


@pytest.mark.parametrize("format", ["full", "concise", "table"])
def test_colours_frame_the_words_and_change_none(format: str) -> None:
    plain, colored = (render([report()], format, Options(80, color)) for color in (False, True))
    assert "\x1b[31" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


@pytest.mark.parametrize("format", ["full", "concise", "table", "jsonl", "github"])
def test_nothing_found_is_nothing_written(format: str) -> None:
    assert render([EMPTY], format) == ""


def test_a_comment_on_a_clean_bulletin_has_the_sums_alone() -> None:
    assert render([EMPTY], "markdown") == "### attrib\n\n0 claims; no findings\n"


@pytest.mark.parametrize(("of", "format"), [("check", "tabel"), ("links", "full"), ("check", "links")])
def test_a_format_that_is_not_there_is_named_with_those_that_are(of: str, format: str) -> None:
    with pytest.raises(AttribError, match=f"“{format}”; known are .*json"):
        render([], format, of=of)


def test_lines_and_columns_count_from_one_and_end_behind_the_last_character() -> None:
    found = json.loads(render([report()], "json"))["findings"][2]
    line = TEXT.split("\n")[found["line"] - 1]
    assert line[found["column"] - 1 : found["end_column"] - 1] == "Nortwire"
    assert TEXT[found["start"] : found["end"]] == "Nortwire"
    assert found["fix"] == {
        "safety": "safe",
        "edits": [{"start": found["start"], "end": found["end"], "text": "Northwire"}],
    }


def test_text_taken_out_of_a_file_is_given_with_the_claims() -> None:
    taken = evolve(analysis(), document=evolve(analysis().document, format="docx", extracted=True))
    of_text, of_docx = (
        json.loads(render([Report(one)], "json", of="links"))["documents"][0] for one in (analysis(), taken)
    )
    assert "text" not in of_text
    assert of_docx["text"] == TEXT


def test_a_planned_day_is_no_event_day() -> None:
    claims = json.loads(render([report()], "json", of="links"))["documents"][0]["claims"]
    assert [claim["event_dates"] for claim in claims] == [[["2001-04-30", "2001-04-30"]], [], [], []]


def test_notes_of_one_rule_in_a_paragraph_are_one_entry_for_people_and_no_others_are() -> None:
    text = (
        "Crowds gathered in the square of Gori late on Monday (AFP, Intrefax, May 4). Two generals "
        "were arrested at the airport on Tuesday (Reuters, Interfax, May 5). The port was closed on Tuesday (AFP, May 4).\n"
        "\nThe mayor of Batumi left for Ankara on Monday (AFP, Interfax, May 4).\n"
    )
    document = read_text(text, "may.txt")
    analysed = analyse(document, date=dt.date(1999, 5, 6))
    found = tuple(one for one in check(analysed, load_rulebook()) if one.code in ("C110", "S111"))
    assert [one.code for one in found] == ["S111", "C110", "S111", "S111"]
    entries = render([Report(analysed, found)], "full").split("\n\nmay.txt:")
    assert (
        entries[0]
        == """\
may.txt:1:1: S111 note multiply-sourced, twice in this paragraph

  1:1  “Crowds gathered in the square of Gori…”: carried by 2 independent origins: AFP and Intrefax
  1:78 “Two generals were arrested at the…”: carried by 2 independent origins: Reuters and Interfax

  why: This is how it should be: an editor can see at a glance what stands on more than one leg.
  see: 1:55 “AFP”: one that carries it
  see: 1:60 “Intrefax, May 4”: one that carries it
  see: 1:132 “Reuters”: one that carries it
  see: 1:141 “Interfax, May 5”: one that carries it"""
    )
    assert [entry.partition(" ")[0] for entry in entries[1:]] == ["1:60:", "3:1:"]
    assert render([Report(analysed, found)], "concise").count("S111") == 3
    assert json.dumps(json.loads(render([Report(analysed, found)], "json"))["findings"]).count('"S111"') == 3


# --- windows ----------------------------------------------------------------------------------------------------------


def window(text: str, words: str, width: int = 40) -> str:
    document = read_text(text)
    start = text.index(words)
    rows = excerpt(document, Span(start, start + len(words)), width)
    return "\n".join(line for row in rows for line in row)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The dam broke.", "dam", "The dam broke.\n    ^^^"),
        ("The dam\nbroke at noon.", "dam", "The dam\n    ^^^"),
        ("The dam\nbroke at noon.", "dam\nbroke", "The dam broke at noon.\n    ^^^^^^^^^"),
        ("", "", " \n^"),
        ("It fell (AFP, May 4", "", "It fell (AFP, May 4\n^"),
        ("大坝 broke at noon", "broke", "大坝 broke at noon\n     ^^^^^"),
        ("大坝 broke at noon", "大坝", "大坝 broke at noon\n^^^^"),
        ("Café closed", "closed", "Café closed\n     ^^^^^^"),
        ("a\x1b[31mred\x9b", "red", "a\\x1b[31mred\\x9b\n         ^^^"),
        ("a\u202etpircs\u202c", "tpircs", "a\\u202etpircs\\u202c\n       ^^^^^^"),
        (
            "One two three four five six seven eight nine ten eleven twelve.",
            "six",
            "... three four five six seven eight ...\n                    ^^^",
        ),
    ],
)
def test_carets_stand_beneath_the_words(text: str, words: str, expected: str) -> None:
    assert window(text, words) == expected


def test_words_at_the_end_of_a_text_without_a_bracket_get_a_caret_behind_them() -> None:
    rows = excerpt(read_text("It fell (AFP, May 4"), Span(19, 19), 40)
    assert rows == [("It fell (AFP, May 4 ", " " * 19 + "^")]


def test_long_words_show_their_beginning_and_their_end() -> None:
    text = "Before it. " + " ".join(f"word{number}" for number in range(100)) + ". After it."
    shown = window(text, text[11:-10], width=60)
    assert "word0 " in shown
    assert "... " in shown
    assert "word99." in shown
    assert "word50" not in shown


@given(st.text(max_size=300), st.data())
def test_a_window_never_fails_never_steers_and_never_overflows(text: str, data: st.DataObject) -> None:
    document = read_text(text)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    for width in (20, 60):
        for row in excerpt(document, Span(start, end), width):
            assert columns(row.text) <= width
            assert columns(row.carets) <= width
            assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in row.text)


@given(st.text(max_size=100), st.integers(5, 60))
def test_measuring_and_wrapping_take_any_text(text: str, width: int) -> None:
    words = inert(text)
    assert columns(clipped(words, width)) <= width
    assert " ".join(wrapped(words, width)) == " ".join(words.split())
    assert all(columns(row.text) <= width for row in underlined(text, [Span(0, len(text) // 2)], width))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("The minister resigned.", 30, "The minister resigned."),
        ("The minister resigned.", 16, "The minister..."),
        ("Incomprehensibilities", 10, "Incompr..."),
    ],
)
def test_a_clipped_text_keeps_whole_words(text: str, width: int, expected: str) -> None:
    assert clipped(text, width) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("one\r\ntwo\u2028three", "one  two three"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\u202eright to left", "\\u202eright to left"),
        ("soft\u00adhyphen", "soft\\xadhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("non\xa0breaking", "non\xa0breaking"),
    ],
)
def test_what_would_steer_a_terminal_is_written_out(text: str, expected: str) -> None:
    assert inert(text) == expected


@pytest.mark.parametrize(("encoding", "ellipsis"), [("utf-8", "…"), ("ascii", "..."), ("cp1252", "..."), ("no", "...")])
def test_marks_are_those_that_the_terminal_can_show(encoding: str, ellipsis: str) -> None:
    assert glyphs(encoding).ellipsis == ellipsis


# --- words of a draft are inert in every format -----------------------------------------------------------------------

HOSTILE = (
    "::error file=x::%0A \x1b[2J\x07 | `code` <script>alert(1)</script> @editor #12 [x](javascript:y) &amp; *b* ~~s~~"
)


def hostile() -> Report:
    document = read_text(HOSTILE, "dra\x1b[31mft|\n.txt")
    own = evolve(EMPTY.analysis, document=document)
    found = evolve(
        findings()[0],
        path=document.path,
        span=Span(0, len(HOSTILE)),
        message=HOSTILE,
        related=(),
        fix=Fix("unsafe", (Edit(Span(0, 5), HOSTILE), Edit(Span(0, 0), "new"), Edit(Span(0, 5), ""))),
    )
    return Report(own, (found,))


def obeyed(line: str) -> str | None:
    """The command that a runner of GitHub Actions or Azure takes a line of a log for (actions/runner, `ActionCommand`)."""
    if found := re.match(r"\s*::([\w-]+)[^\n]*?::", line):
        return found[1]
    found = re.search(r"##\w*\[", line)
    return found[0] if found else None


COMMANDS = (
    "::error file=x::%0A",
    "the end ::stop-commands::x",
    "##[add-mask]the",
    "###[error]x",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[message text='x']",
    " ::set-output name=a::b",
    "%0A::error::x",
    "one\n::error::two\r::warning::three\u2028::notice::four",
)


@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("words", COMMANDS)
def test_words_that_command_a_ci_come_out_inert(format: str, words: str) -> None:
    text = f"{words} and so on for as long as a line is, {words} {words}"
    for path in ("a.txt", words, f"{words}.txt"):
        document = read_text(text, path)
        spans = {
            Span(0, len(text)),
            Span(min(2, len(text)), len(text)),
            *(Span(m.start(), len(text)) for m in re.finditer(r"[\[:]", words)),
        }
        found = tuple(evolve(findings()[0], path=path, span=span, message=text, why=text, related=()) for span in spans)
        run = Run(unread=(Unread(path, f"{path}: {text}"),), status=2)
        made = render([Report(evolve(EMPTY.analysis, document=document), found)], format, Options(60, run=run))
        # the format's own commands are the only ones, and no line break splits one
        own = {"error", "warning", "notice"} if format == "github" else set()
        commands = [command for line in re.split(r"[\n\r\u2028]", made) if (command := obeyed(line))]
        assert set(commands) <= own
        assert len(commands) in (0, min(10, 1 + len(found)))


@pytest.mark.parametrize("format", formats())
def test_words_that_steer_come_out_inert(format: str) -> None:
    shown = render([hostile()], format)
    assert not set(shown) & set("\x1b\x07\x9b")
    assert format in ("json", "jsonl") or "draft|" not in shown


def test_markdown_shows_the_words_and_does_nothing_else() -> None:
    row = next(line for line in render([hostile()], "markdown").split("\n") if "S101" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    for live in ("<script", "](", "@editor", "#12", " `code"):
        assert not re.search(rf"(?<!\\){re.escape(live)}", row), live


def test_a_fix_says_what_it_would_change() -> None:
    shown = render([hostile()], "full")
    assert "fix (unsafe): “::err” → “" in shown
    assert "insert “new”" in shown
    assert "remove “::err”" in shown


# --- the closing line -------------------------------------------------------------------------------------------------


def closing(**counts: int) -> str:
    return str(Summary(**counts))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"bulletins": 1}, "0 claims; no findings"),
        ({"bulletins": 1, "claims": 2, "exempt": 2}, "2 claims (2 of them analysis); no findings"),
        (
            {"bulletins": 1, "claims": 4, "exempt": 1, "supported": 2, "multiple": 1, "errors": 1},
            "4 claims (1 of them analysis): 67 % supported, 33 % multiply sourced; 1 finding (1 error)",
        ),
        (
            {"bulletins": 3, "claims": 400, "supported": 399, "multiple": 1, "warnings": 2, "notes": 1},
            "400 claims in 3 bulletins: 99 % supported, 1 % multiply sourced; 3 findings (2 warnings, 1 note)",
        ),
        (
            {"bulletins": 1, "claims": 5, "supported": 5},
            "5 claims: 100 % supported, 0 % multiply sourced; no findings",
        ),
    ],
)
def test_a_run_closes_with_one_line(counts: dict[str, int], expected: str) -> None:
    assert closing(**counts) == expected


def test_sums_are_over_all_bulletins() -> None:
    assert summary([report(), report(), EMPTY]) == Summary(3, 8, 2, 4, 2, 2, 2, 2)


def test_statistics_put_the_most_frequent_rule_first() -> None:
    twice = Report(analysis(), (*findings(), findings()[2]))
    assert statistics([twice]).split("\n") == [
        "     2 C110 misspelt-source (note)",
        "     1 A101 anonymous-plural (warning)",
        "     1 S101 uncited-statement (error)",
        "",
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1999-11-15", "1999-11-16", "November 15-16, 1999"),
        ("1999-11-30", "1999-11-30", "November 30, 1999"),
        ("1999-11-29", "1999-12-02", "November 29 - December 2, 1999"),
        ("1999-12-31", "2000-01-02", "December 31, 1999 - January 2, 2000"),
    ],
)
def test_days_are_written_as_bulletins_write_them(first: str, last: str, expected: str) -> None:
    assert days(Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))) == expected


# --- explaining a claim -----------------------------------------------------------------------------------------------


def test_the_explanation_reads_as_it_was_read_last() -> None:
    golden("explain.txt", explanation(report(), range(4), default(), Options(width=88)))


def test_an_explanation_in_colours_has_the_same_words() -> None:
    plain, colored = (explanation(report(), [0, 1], default(), Options(88, color)) for color in (False, True))
    assert "\x1b[31" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_a_bulletin_without_a_date_says_so() -> None:
    undated = evolve(analysis(), date=IssueDate(None, "none"))
    assert "issue date not known" in explanation(Report(undated), [0], default(), Options())


def place(words: str) -> dict[str, Any]:
    line, column = analysis().document.origin(at(words).start)
    return {"line": line, "column": column}


@pytest.mark.parametrize(
    ("where", "claims"),
    [
        ({"line": 3}, (0, 1)),
        ({"line": 5}, (2, 3)),
        ({"line": 1}, ()),
        ({"line": 99}, ()),
        (place("harbor master"), (0,)),
        (place("The mayor"), (1,)),
        (place("(Northwire"), (0,)),
        (place("(Nortwire"), (3,)),
        ({"line": 1, "column": 3}, ()),
    ],
)
def test_a_place_stands_for_its_claims(where: dict[str, int], claims: tuple[int, ...]) -> None:
    assert claims_at(analysis(), **where) == claims


@pytest.mark.parametrize(
    ("bulletin", "line", "column", "expected"),
    [
        (analysis(), 1, 3, "the masthead stands there; the nearest claim starts at 3:1"),
        (analysis(), 2, None, "no text stands there; the nearest claim starts at 3:1"),
        (analysis(), 5, 90, "no claim stands there; the nearest claim starts at 5:31"),
        (analysis(), 99, 1, "the file has 5 lines"),
        (EMPTY.analysis, 1, 1, "no text stands there"),
    ],
)
def test_a_place_without_a_claim_says_what_stands_there(
    bulletin: Analysis, line: int, column: int | None, expected: str
) -> None:
    assert standing_at(bulletin, line, column) == expected


def test_findings_of_several_bulletins_keep_their_paths() -> None:
    other = Report(evolve(analysis(), document=read_text(TEXT, "second.txt")), findings()[:1])
    lines = render([report(), other], "concise").splitlines()
    assert [line.split(":")[0] for line in lines] == ["drafts/harbor.txt"] * 3 + ["second.txt"]
