"""The command line: what goes where, what it exits with, and what it says to a mistake."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, Run
from handmade import golden

from attrib.cli import command_names, console, main
from attrib.cli.spelling import nearest
from attrib.errors import AttribError
from attrib.outputs import formats
from attrib.version import __version__

CLEAN = "Crowds gathered in the square of Gori late on Monday (AFP, May 4).\n"
UNCITED = "Crowds gathered in the square of Gori late on Monday (AFP, May 4). The minister of transport resigned.\n"
UNCITED_WORDS = "The minister of transport resigned."

HOUSE_RULE = """
code = "S901"
summary = "A mayor needs two sources"
on = "claim"
severity = "warning"
message = "this rests on one origin"
why = "Mayors sue."
authority = "The desk"

[when]
support = "single"
text = {{ matches = "mayor" }}

[[bad]]
text = "The mayor of Gori sold the town hall to his brother (AFP, May 4)."
date = 1999-05-05
{flag}

[[good]]
text = "The governor sold the town hall to his brother (AFP, May 4)."
date = 1999-05-05
style = "monitor"
format = "markdown"

[[good]]
text = '''
Crowds gathered in the square of Gori late on Monday
(AFP, May 4).'''
"""


@pytest.fixture
def run(command: Run, tmp_path: Path) -> Run:
    """A command line run in a folder of three drafts."""
    (tmp_path / "clean.txt").write_text(CLEAN)
    (tmp_path / "uncited.txt").write_text(UNCITED)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "empty").mkdir()
    (tmp_path / "house").mkdir()
    flag = 'flag = ["The mayor of Gori sold the town hall to his brother"]'
    (tmp_path / "house" / "mayor.toml").write_text(HOUSE_RULE.format(flag=flag))
    return command


def check(run: Run, *argv: str) -> Ran:
    return run("check", "--date", "1999-05-05", "--select", "S101", *argv)


# --- exit status ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["clean.txt"], 0),
        (["uncited.txt"], 1),
        (["clean.txt", "uncited.txt"], 1),
        (["uncited.txt", "--exit-zero"], 0),
        (["uncited.txt", "--fail-on", "warning"], 1),
        (["uncited.txt", "--fail-on", "note"], 1),
        (["uncited.txt", "--fail-on", "never"], 0),
        (["uncited.txt", "--ignore", "S101"], 0),
        (["uncited.txt", "--output-format", "json"], 1),
        (["uncited.txt", "--output-format", "json", "-o", "out.json"], 1),
        (["missing.txt"], 2),
        (["binary.txt"], 2),
        (["missing.txt", "--exit-zero"], 2),
        (["missing.txt", "uncited.txt"], 2),
        (["empty"], 2),
        (["empty", "--allow-empty"], 0),
        (["empty", "clean.txt"], 0),
        (["clean.txt", "-o", "uncited.txt/out.txt"], 2),
    ],
)
def test_the_status_of_a_check(run: Run, argv: list[str], status: int) -> None:
    assert check(run, *argv).status == status


def test_a_note_fails_a_check_only_where_notes_do(run: Run) -> None:
    def status(*more: str) -> int:
        return run("check", "clean.txt", "--rules", "house", "--select", "D108", *more).status

    assert status() == status("--fail-on", "warning") == 0
    assert status("--fail-on", "note") == 1


def test_a_bad_file_costs_itself_alone(run: Run) -> None:
    ran = check(run, "missing.txt", "uncited.txt", "binary.txt", "clean.txt")
    assert "uncited.txt:1:68: S101 error" in ran.out
    assert [line.split(":")[2].strip() for line in ran.err.splitlines()[:2]] == ["missing.txt", "binary.txt"]
    assert "2 bulletins" in ran.err.splitlines()[2]


def test_findings_go_to_standard_output_and_the_rest_to_standard_error(run: Run) -> None:
    ran = check(run, "uncited.txt", "--statistics")
    assert "S101 error uncited-statement" in ran.out
    assert UNCITED_WORDS in ran.out
    assert ran.err == (
        "     1 S101 uncited-statement (error)\n"
        "attrib: 2 claims: 50 % supported, 0 % multiply sourced; 1 finding (1 error)\n"
    )


def test_quiet_leaves_the_findings_alone(run: Run) -> None:
    ran = check(run, "uncited.txt", "--statistics", "-q")
    assert "S101" in ran.out
    assert ran.err == ""


def test_a_clean_check_writes_nothing_to_standard_output(run: Run) -> None:
    ran = check(run, "clean.txt")
    assert ran.out == ""
    assert ran.err == "attrib: 1 claim: 100 % supported, 0 % multiply sourced; no findings\n"


def test_without_a_path_this_folder_is_checked(run: Run) -> None:
    Path("binary.txt").unlink()
    ran = check(run, "--output-format", "concise")
    assert ran.out.startswith("uncited.txt:1:68: ")
    assert "2 bulletins" in ran.err


def test_a_draft_named_twice_is_checked_once(run: Run) -> None:
    assert check(run, "uncited.txt", "./uncited.txt", "--output-format", "concise").out.count("S101") == 1


def test_reports_of_attrib_beside_the_drafts_are_no_drafts(run: Run) -> None:
    Path("binary.txt").unlink()
    before = check(run, "--output-format", "concise").out
    run("report", "uncited.txt", "-o", "report.html")
    run("report", "uncited.txt", "-o", "report.md")
    assert check(run, "--output-format", "concise").out == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser may list every folder")
def test_a_folder_that_cannot_be_listed_hides_no_other(run: Run) -> None:
    Path("empty").chmod(0)
    ran = check(run, "empty", "uncited.txt")
    assert ran.status == 2
    assert "S101" in ran.out


def test_a_folder_that_fails_to_list_is_named_and_the_others_are_checked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(paths: list[str], **_: object) -> list[str]:
        if paths == ["locked"]:
            raise AttribError("locked: the folder cannot be listed: Permission denied")
        return paths

    monkeypatch.setattr("attrib.config.drafts.find", find)
    Path("locked").mkdir()
    ran = check(run, "locked", "uncited.txt")
    assert ran.status == 2
    assert "locked: the folder cannot be listed" in ran.err
    assert "S101" in ran.out


# --- mistakes of usage ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["chek"], "command “chek” is unknown; did you mean “check”?"),
        (["xyzzy"], "command “xyzzy” is unknown (see"),
        (["--color", "check"], "option --color stands before the command; write `attrib COMMAND --color`"),
        (["--versoin"], "option --versoin is unknown; did you mean “--version”?"),
        (["check", "--select", ""], "--select: names no rule, and nothing would be checked; name some, or ALL"),
        (["links"], "PATH is missing (see `attrib links --help`)"),
        (["links", "clean.txt", "--output-format", "jsn"], "expected json, jsonl or table; did you mean “json”?"),
        (["check", "--output-format", "sarrif"], "“sarrif” is unknown; expected"),
        (["check", "--output-format", "json="], "“json=” names no file; write json=FILE, or json alone"),
        (["check", "--output-format", "json", "--output-format", "full"], "two formats go to standard output"),
        (["check", "--output-format", "json=a", "--output-format", "full=a"], "two formats go to a"),
        (["check", "--output-format", "json=a", "-o", "b"], "every format has a file of its own already"),
        (["check", "--fail-on", "eror"], "expected error, warning, note or never; did you mean “error”?"),
        (["check", "--color", "sometimes"], "expected auto, always or never"),
        (["check", "--date", "2.12.1999"], "expected YEAR-MONTH-DAY, such as 1999-12-02"),
        (["check", "--date", "1999-02-30"], "“1999-02-30” is no day of the calendar"),
        (["check", "--style", "moniter"], "did you mean “monitor”?"),
        (["check", "--select", "S999"], "“S999”; S101 to S117 begin with “S” (see `attrib rules --select S`)"),
        (["check", "--select", "A119"], "“A119”; A110 to A111 begin with “A11” (see `attrib rules --select A11`)"),
        (["check", "--select", "C128"], "“C128”; C120 to C127 begin with “C12” (see"),
        (["check", "--rules", "house", "--ignore", "S999"], "“S999”; S901 alone begins with “S9” (see"),
        (["rule", "X999"], "no rule is called “X999”; X101 to X107 begin with “X” (see `attrib rules --select X`)"),
        (["check", "clean.text"], "clean.text: no such file; did you mean “clean.txt”?"),
        (["check", "cat.txt"], "cat.txt: no such file; check the path"),
        (["check", "cleen.md"], "cleen.md: no such file; did you mean “clean.txt”?"),
        (["check", "nine.txt"], "nine.txt: no such file; check the path"),
        (["check", "hous/"], "hous/: no such folder; did you mean “house”?"),
        (["check", "nowhere/a.txt"], "nowhere/a.txt: no such file; there is no folder nowhere either; check the path"),
        (["check", "clean.txt/"], "clean.txt/: is a file; leave the slash out"),
        (["clean.txt"], "“clean.txt” is no command; did you mean `attrib check clean.txt`?"),
        (["check", "--fail-on", "eror"], "error: --fail-on: “eror” is unknown"),
        (
            ["check", "clean.txt", "--output-format", "concise,json"],
            "write --output-format concise --output-format json=FILE",
        ),
        (["check", "clean.txt", "-o", ""], "-o/--output: is empty; expected FILE (see `attrib check --help`)"),
        (["report", "clean.txt", "-o", ""], "-o/--output: is empty; expected FILE (see `attrib report --help`)"),
        (["check", ""], "PATH: is empty; expected PATH"),
        (["check", "--rules", "", "clean.txt"], "--rules: is empty; expected DIR"),
        (["check", "--rules", "clean.txt"], "--rules: clean.txt: is a file; name its folder"),
        (
            ["check", "--registry", "empty", "clean.txt"],
            "empty: no file of sources in it; it is one such as empty/own.toml",
        ),
        (["test", "clean.txt"], "clean.txt: is a file; name its folder"),
        (["init", "clean.txt"], "clean.txt: is a file; name its folder"),
        (["rule", "S"], "no rule is called “S”; S101 to S117 begin with “S” (see `attrib rules --select S`)"),
        (["sources", "--check", ""], "--check: the name is empty; name a source"),
        (["sources", "--check", "x" * 5000], f"the registry has no source “{'x' * 80}…” (see"),
        (["check", "clean.txt/a.txt"], "clean.txt/a.txt: leads through a file; check the path"),
        (["check", "--ignore", "uncited-statment"], "did you mean “uncited-statement”?"),
        (["check", "--extend-select", "Q"], "“Q”"),
        (["check", "--rules", "nowhere"], "--rules: nowhere: no such folder of rules"),
        (["check", "--outputformat", "json"], "option --outputformat is unknown; did you mean “--output-format”?"),
        (["check", "--xyzzy=1"], "option --xyzzy is unknown (see `attrib check --help`)"),
        (["check", "--output"], "expected one argument"),
        (["rules", "S101"], "“S101” is one word too many"),
        (["rule", "S1O1"], "no rule is called “S1O1”; did you mean “S101”?"),
        (["sources", "Reutrs"], "the registry has no source “Reutrs”; did you mean “Reuters”"),
        (["sources", "Xqzzyvw"], "the registry has no source “Xqzzyvw” (see `attrib sources`)"),
        (["sources", "("], "the registry has no source “(”"),
        (["explain", "clean.txt"], "“clean.txt” is no place; expected FILE:LINE or FILE:LINE:COL"),
        (["explain", "clean.txt:0"], "lines and columns count from 1"),
        (["explain", "clean.txt:1:0"], "lines and columns count from 1"),
        (["explain", "clean.txt:9"], "clean.txt:9: the file has 1 line"),
        (["explain", "missing.txt:1"], "missing.txt: no such file"),
        (["test", "nowhere"], "nowhere: no such folder of rules"),
        (["test", "empty"], "empty: no rule in it"),
    ],
)
def test_a_mistake_names_what_was_found_and_what_is_right(run: Run, argv: list[str], expected: str) -> None:
    ran = run(*argv)
    assert ran.status == 2
    assert ran.out == ""
    assert expected in ran.err
    assert ran.err.startswith("attrib: error: ")
    assert ran.err.count("\n") == 1


def test_a_bad_rule_of_a_house_names_its_file_and_the_nearest_key(run: Run) -> None:
    Path("house/mayor.toml").write_text(HOUSE_RULE.format(flag="").replace("severity", "severety"))
    ran = check(run, "clean.txt", "--rules", "house")
    assert ran.status == 2
    assert "mayor.toml" in ran.err
    assert "severity" in ran.err


def test_a_draft_that_looks_like_an_option(run: Run) -> None:
    Path("-may.txt").write_text(CLEAN)
    assert "-may.txt looks like an option; if the file is meant, write ./-may.txt" in check(run, "-may.txt").err
    assert check(run, "./-may.txt").status == 0


def test_a_check_that_asks_no_rule_says_so(run: Run) -> None:
    ran = check(run, "uncited.txt", "--select", "S101", "--ignore", "S101")
    assert "attrib: warning: no rule was asked: all that are selected are ignored too, or off\n" in ran.err
    assert "warning" not in check(run, "clean.txt", "--select", "S101").err


def test_settings_may_stand_beside_rules(run: Run) -> None:
    Path("house/attrib.toml").write_text('fail-on = "never"\n')
    assert "all as they should be" in run("test", "house").err


def test_a_near_word_is_found_whatever_its_case() -> None:
    assert nearest("CONCIZE", ["concise", "full"]) == "; did you mean “concise”?"
    assert nearest("xyz", ["concise"]) == ""


# --- which rules ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "asked", "not_asked"),
    [
        ([], ["S101", "C101", "D101"], []),
        (["--select", "S"], ["S101", "S102"], ["C101"]),
        (["--select", "S10"], ["S101"], ["S110", "C101"]),
        (["--select", "support"], ["S101", "S110"], ["C101"]),
        (["--select", "uncited-statement,C101"], ["S101", "C101"], ["S102"]),
        (["--select", "ALL", "--ignore", "S"], ["C101"], ["S101"]),
        (["--select", "ALL", "--ignore", "support"], ["C101"], ["S101"]),
        (["--ignore", "S", "--select", "S101"], ["S101"], ["S102", "C101"]),
        (["--select", "S", "--ignore", "uncited-statement"], ["S102"], ["S101"]),
        (["--select", "C", "--extend-select", "S101"], ["S101", "C101"], ["S102"]),
        (["--ignore", "ALL"], [], ["S101"]),
        (["--rules", "house"], ["S101", "S901"], []),
    ],
)
def test_rules_are_chosen_by_code_beginning_name_family_or_all(
    run: Run, argv: list[str], asked: list[str], not_asked: list[str]
) -> None:
    codes = {rule["code"] for rule in json.loads(run("rules", "--output-format", "json", *argv).out)}
    assert codes.issuperset(asked)
    assert codes.isdisjoint(not_asked)


def test_a_rule_of_the_house_is_asked_beside_ours(run: Run) -> None:
    Path("mayor.txt").write_text("The mayor of Gori sold the town hall to his brother (AFP, May 4).\n")
    ran = run("check", "mayor.txt", "--date", "1999-05-05", "--rules", "house", "--output-format", "concise")
    assert "mayor.txt:1:1: S901[warning] this rests on one origin (mayor)" in ran.out


# --- formats and files ------------------------------------------------------------------------------------------------


def test_several_formats_go_to_their_files(run: Run) -> None:
    ran = check(run, "uncited.txt", "--output-format", "concise", "--output-format", "json=out.json")
    assert "S101[error]" in ran.out
    assert json.loads(Path("out.json").read_text())["summary"]["errors"] == 1


def test_a_format_with_a_file_leaves_standard_output_empty(run: Run) -> None:
    assert check(run, "uncited.txt", "--output-format", "full=out.txt").out == ""
    assert UNCITED_WORDS in Path("out.txt").read_text(encoding="utf-8")


def test_a_format_may_name_standard_output(run: Run) -> None:
    assert json.loads(check(run, "uncited.txt", "--output-format", "json=-").out)["schema"] == "attrib/findings/1"


def test_a_file_that_cannot_be_written_is_named_and_the_others_are(run: Run) -> None:
    ran = check(run, "uncited.txt", "--output-format", "json=clean.txt/out.json", "--output-format", "concise")
    assert ran.status == 2
    assert "S101" in ran.out
    assert "clean.txt/out.json: its folder cannot be made: File exists" in ran.err


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "uncited.txt", "-o", "new/deep/out"],
        ["check", "uncited.txt", "--output-format", "sarif=new/deep/out"],
        ["check", "uncited.txt", "--baseline", "new/deep/out", "--add-baseline"],
        ["links", "uncited.txt", "--output-format", "json=new/deep/out"],
        ["report", "uncited.txt", "-o", "new/deep/out.md"],
        ["report", "uncited.txt", "-o", "new/deep/out/"],
    ],
)
def test_the_folder_of_what_is_written_is_made(run: Run, argv: list[str]) -> None:
    ran = run(*argv, "--select", "S1") if argv[0] != "links" else run(*argv)
    assert ran.status < 2
    assert len(os.listdir("new/deep")) == 1


@pytest.mark.parametrize("format", formats("links"))
def test_links_in_every_format(run: Run, format: str) -> None:
    ran = run("links", "uncited.txt", "--date", "1999-05-05", "--output-format", format)
    assert ran.status == 0
    assert "AFP" in ran.out


def test_links_of_an_empty_draft_say_so(run: Run) -> None:
    Path("blank.txt").write_text(" \n")
    ran = run("links", "blank.txt")
    assert ran.status == 0
    assert ran.err == "attrib: warning: blank.txt: the draft is empty\n"


def test_the_json_of_links_holds_the_drafts_that_could_be_read(run: Run) -> None:
    ran = run("links", "clean.txt", "binary.txt", "--output-format", "json")
    assert ran.status == 2
    assert [document["path"] for document in json.loads(ran.out)["documents"]] == ["clean.txt"]


def test_the_json_of_a_check_has_the_words_of_the_draft(run: Run) -> None:
    found = json.loads(check(run, "uncited.txt", "--output-format", "json").out)
    (finding,) = found["findings"]
    assert UNCITED[finding["start"] : finding["end"]] == UNCITED_WORDS
    assert found["summary"] == {
        "claims": 2,
        "supported": 1,
        "multiple": 0,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
    }


# --- colour, width and encoding ---------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_when_there_are_colours(
    monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], terminal: bool, expected: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    assert console.colored(choice) == expected


def test_colours_on_request(run: Run) -> None:
    assert "\x1b[31" in check(run, "uncited.txt", "--color", "always").out
    assert "\x1b[31" not in check(run, "uncited.txt").out


@pytest.mark.parametrize(
    ("columns", "expected"), [("72", 72), ("10", 40), ("500", 110), ("0", 100), ("many", 100), ("", 100)]
)
def test_how_wide_a_report_is(monkeypatch: pytest.MonkeyPatch, columns: str, expected: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert console.width() == expected


def test_the_width_is_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((66, 20)))
    monkeypatch.setattr(sys, "__stdout__", sys.stderr)
    with open(os.devnull) as file:
        monkeypatch.setattr(sys, "__stdout__", file)
        assert console.width() == 66


def test_no_standard_streams_are_no_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", "--date", "1999-05-05", "--select", "S101", "uncited.txt"]) == 1
    assert console.encoding() == "utf-8"


def test_an_encoding_without_the_marks_gets_plain_ones() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    console.put(stream, "“Höglund” …")
    stream.seek(0)
    assert stream.read() == '"H\\xf6glund" ...'


# --- the other commands -----------------------------------------------------------------------------------------------


def test_help_lists_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert all(f"\n  {name} " in ran.out for name in command_names())


def test_no_command_is_a_mistake_that_shows_the_help(run: Run) -> None:
    assert run().status == 2


@pytest.mark.parametrize("argv", [["rule", "--help"], ["help", "rule"]])
def test_help_for_one_command_is_asked_for_either_way(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(argv)
    assert capsys.readouterr().out.startswith("usage: attrib rule ")


@pytest.mark.parametrize("columns", [70, 100])
@pytest.mark.parametrize("name", command_names())
def test_every_command_has_help_that_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    page = capsys.readouterr().out
    assert page.startswith(f"usage: attrib {name}")
    assert max(map(len, page.splitlines())) <= columns
    assert "{" not in page


def test_help_names_the_styles_and_profiles_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    words = " ".join(capsys.readouterr().out.split())
    assert "how the bulletin cites: edm, generic, monitor, newsline or notes (default: found in the draft)" in words
    assert "overrules the configuration: analysis, digest, newsline or strict" in words


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"attrib {__version__}\n", "")


def test_rules_are_listed(run: Run) -> None:
    ran = run("rules", "--select", "S101,uncited-paragraph")
    assert ran.status == 0
    assert [line.split()[:3] for line in ran.out.splitlines()[2:]] == [
        ["S101", "uncited-statement", "error"],
        ["S102", "uncited-paragraph", "error"],
    ]
    assert run("rules", "--ignore", "ALL").status == 0


def test_the_page_of_a_rule_reads_as_it_was_read_last(run: Run) -> None:
    ran = run("rule", "mayor", "--rules", "house")
    assert ran.status == 0
    golden("rule.txt", ran.out)


def test_every_rule_that_ships_has_a_page(run: Run) -> None:
    codes = [rule["code"] for rule in json.loads(run("rules", "--output-format", "json").out)]
    ran = run("rule", *codes, "--color", "always")
    assert ran.status == 0
    assert all(code in ran.out for code in codes)
    assert "\x1b[31;1m^" in ran.out


def test_the_facts_of_a_source(run: Run) -> None:
    ran = run("sources", "ITAR-TASS")
    assert ran.status == 0
    assert "Itar-Tass\n  id         itar-tass\n  kind       agency\n" in ran.out
    (entry,) = json.loads(run("sources", "Itar-Tass", "--output-format", "json").out)
    assert entry["id"] == "itar-tass"


def test_sources_are_searched_and_listed(run: Run) -> None:
    found = run("sources", "Nezavis").out
    assert "Nezavisimaya gazeta" in found
    every = run("sources").out
    assert len(every.splitlines()) > 300
    assert len(json.loads(run("sources", "--output-format", "json").out)) == len(every.splitlines()) - 2


def test_a_collective_source_says_so(run: Run) -> None:
    assert "collective" in run("sources", "Russian agencies").out


def test_the_examples_of_a_house_pass(run: Run) -> None:
    assert run("test", "house") == (0, "", "attrib: 1 rule, 3 examples: all as they should be\n")
    assert run("test", "house", "--quiet") == (0, "", "")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (('to his brother"]', 'to his"]'), "bad example 1: S901 flags “The mayor"),
        (('"mayor" }', '"bishop" }'), "bad example 1: S901 flags nothing"),
    ],
)
def test_an_example_of_a_house_that_fails_is_a_finding(run: Run, change: tuple[str, str], expected: str) -> None:
    file = Path("house/mayor.toml")
    file.write_text(file.read_text().replace(*change))
    ran = run("test", "house")
    assert ran.status == 1
    assert expected in ran.out
    assert ran.out.startswith("house/mayor.toml: ")


def test_a_rule_that_no_example_fires_is_a_finding(run: Run) -> None:
    rule = HOUSE_RULE.format(flag="").replace("[[bad]]", "[[good]]").replace("The mayor of", "The bishop of")
    Path("house/mayor.toml").write_text(rule)
    ran = run("test", "house")
    assert ran.status == 1
    assert ran.out == "house/mayor.toml: S901 is met by none of its examples; give it a [[bad]] one\n"


def test_a_claim_is_explained(run: Run) -> None:
    ran = run("explain", "clean.txt:1:10", "--date", "1999-05-05")
    assert ran.status == 0
    assert "single: carried by sources of one origin" in ran.out
    assert "AFP, May 4, 1999 (passage), at 1:55" in ran.out
    assert "issue date May 5, 1999 (option)" in ran.out


def test_a_finding_that_is_of_no_claim_is_explained_at_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "misspelt.txt").write_text("Crowds gathered in Gori late on Monday (Rueters, May 4).\n")
    at_the_name = run("explain", "misspelt.txt:1:41", "--date", "1999-05-05").out
    assert at_the_name.startswith("misspelt.txt:1:41: “Rueters”\n\n  finding    C110 warning")
    assert "misspelt.txt:1:1: claim 1 of 1" in at_the_name
    assert "C110" in run("explain", "misspelt.txt:1", "--date", "1999-05-05").out


def test_explain_tells_once_what_touches_several_claims(run: Run) -> None:
    Path("bare.txt").write_text("The ferry sank off the cape. Two boats were lost.\n", "utf-8")
    told = run("explain", "bare.txt:1", "--date", "1999-05-05").out
    assert (told.count("S102 error no citation"), told.count("S102 error as above")) == (1, 1)
    assert "C110" not in run("explain", "misspelt.txt:1:1", "--date", "1999-05-05").out


def test_a_finding_where_no_claim_stands_is_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("It rained.[1]\n\n[1] AFP, May 4, 1999.\n[2] AFP, May 3, 1999.\n")
    ran = run("explain", "notes.txt:4:5", "--date", "1999-05-05")
    assert ran.status == 0
    assert "C121 warning" in ran.out
    assert "claim" not in ran.out


def test_a_day_whose_year_nobody_knows_is_shown_as_it_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "yearless.txt").write_text(
        "Crowds came (AFP, May 4). He left (AFP, June 29 and 30; NTV, June 30-July 2).\n"
    )
    out = " ".join(run("links", "yearless.txt").out.split())
    assert "AFP, May 4 [passage]" in out
    assert "AFP, June 29 and June 30 [passage]" in out
    assert "NTV, June 30 - July 2 [passage]" in out


def test_all_claims_of_a_line_are_explained(run: Run) -> None:
    ran = run("explain", "uncited.txt:1", "--date", "1999-05-05", "--select", "S101")
    assert "claim 1 of 2" in ran.out
    assert "claim 2 of 2" in ran.out
    assert "S101 error" in ran.out


# --- nothing ends in a traceback --------------------------------------------------------------------------------------


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_mistake_of_ours_is_told_and_the_other_drafts_are_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attrib.cli.drafts.read", raising(ZeroDivisionError("by zero")))
    ran = run("links", "clean.txt", "uncited.txt")
    assert ran.status == 2
    assert ran.err.splitlines() == [
        f"attrib: error: {name}: attrib made a mistake (ZeroDivisionError: by zero); please report it"
        for name in ("clean.txt", "uncited.txt")
    ]


def test_a_mistake_of_ours_shows_its_place_on_request(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attrib.cli.commands.rules.house", raising(ZeroDivisionError("by zero")))
    assert "Traceback" not in run("rules").err
    monkeypatch.setenv("ATTRIB_DEBUG", "1")
    ran = run("rules")
    assert ran.status == 2
    assert "Traceback" in ran.err


def test_an_interrupt_stops_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attrib.cli.drafts.read", raising(KeyboardInterrupt()))
    assert run("links", "clean.txt") == (130, "", "attrib: stopped\n")


@pytest.mark.parametrize(("error", "status"), [(BrokenPipeError(), 0), (OSError(28, "No space left on device"), 2)])
def test_standard_output_that_breaks(run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, status: int) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "write", raising(error))
    monkeypatch.setattr(sys, "stdout", stream)
    ran = run("rules")
    assert ran.status == status
    assert ran.err == ("attrib: error: standard output cannot be written: No space left on device\n" if status else "")


def attrib(*argv: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **more.pop("env", {})}  # type: ignore[dict-item]
    given = {"capture_output": True, **more}
    return subprocess.run([sys.executable, "-m", "attrib", *argv], env=environment, check=False, **given)  # type: ignore[call-overload,no-any-return]


def test_a_process_of_its_own(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(UNCITED)
    ran = attrib("check", "--select", "S101", "--output-format", "concise", str(draft))
    assert ran.returncode == 1
    assert ran.stdout.decode().startswith(f"{draft}:1:68: S101[error] ")


def test_standard_input_has_the_name_it_is_given(tmp_path: Path) -> None:
    argv = ("check", "-", "--stdin-filename", "desk/draft.md", "--select", "S101", "--output-format", "concise")
    ran = attrib(*argv, input=b"<!-- a comment -->\n\n" + UNCITED.encode())
    assert ran.returncode == 1
    assert ran.stdout.decode().startswith("desk/draft.md:3:68: S101[error] ")


@pytest.mark.parametrize(
    ("argv", "given", "status", "told"),
    [
        (["-"], b"", 2, b"<stdin>: nothing came on standard input; look at the step before, or pass --allow-empty"),
        (["-"], b" \n\n", 2, b"nothing came on standard input"),
        (["-", "--exit-zero"], b"", 2, b"nothing came on standard input"),
        (["-", "--allow-empty"], b"", 0, b"1 finding (1 warning)"),
        # an editor may have an empty file
        (["-", "--stdin-filename", "draft.md"], b"", 0, b"1 finding (1 warning)"),
        (["-", "--stdin-filename", "draft.md", "--fail-on", "warning"], b"", 1, b"1 finding (1 warning)"),
    ],
)
def test_a_step_that_gives_nothing_to_check_fails(
    argv: list[str], given: bytes, status: int, told: bytes, tmp_path: Path
) -> None:
    ran = attrib("check", *argv, input=given, cwd=tmp_path)
    assert ran.returncode == status
    assert told in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of a POSIX shell")
def test_a_pipe_that_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(CLEAN)
    told = b"what came on standard input was not read; `-` in place of a file reads it"
    assert told in attrib("check", input=CLEAN.encode(), cwd=tmp_path).stderr
    assert told not in attrib("check", "draft.txt", input=CLEAN.encode(), cwd=tmp_path).stderr
    assert told not in attrib("check", "--quiet", input=CLEAN.encode(), cwd=tmp_path).stderr
    assert told not in attrib("check", stdin=subprocess.DEVNULL, cwd=tmp_path).stderr


def test_a_glob_that_no_shell_has_expanded_stands_for_what_it_matches(run: Run) -> None:
    Path("desk").mkdir()
    Path("desk/uncited.txt").write_text(UNCITED)
    assert "uncited.txt:1:68" in check(run, "unc*.txt").out
    out = check(run, "**/unc*.txt", "--output-format", "concise").out
    assert [line.split(":")[0] for line in out.splitlines()] == ["desk/uncited.txt", "uncited.txt"]
    ran = check(run, "*.md")
    assert (ran.status, ran.err) == (2, "attrib: error: *.md: no such file, and none matches it; check the path\n")
    Path("[a].txt").write_text(UNCITED)
    assert "[a].txt:1:68" in check(run, "[a].txt").out


@pytest.mark.parametrize("place", ["-:1:5", "<stdin>:1:5"])
def test_a_claim_of_standard_input_is_explained(place: str) -> None:
    ran = attrib("explain", place, input=CLEAN.encode())
    assert ran.returncode == 0
    assert b"claim 1 of 1" in ran.stdout


def test_a_terminal_of_little_encoding_is_no_mistake(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(UNCITED.replace("The minister", "Ministеr Höglund “the swift”"), encoding="utf-8")
    ran = attrib("check", "--select", "S101", str(draft), env={"PYTHONIOENCODING": "ascii:strict", "COLUMNS": "100"})
    assert ran.returncode == 1
    assert b'H\\xf6glund "the swift"' in ran.stdout
    assert b"\n     | " in ran.stdout
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of a POSIX shell")
def test_a_reader_that_goes_away_changes_no_status(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(UNCITED * 4000)
    reading, writing = os.pipe()
    os.close(reading)
    ran = attrib(
        "links", str(draft), "--output-format", "json", stdout=writing, stderr=subprocess.PIPE, capture_output=False
    )
    os.close(writing)
    assert ran.stderr == b""
    assert ran.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = attrib("rules", stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert ran.returncode == 2
    assert ran.stderr == b"attrib: error: standard output cannot be written: No space left on device\n"
