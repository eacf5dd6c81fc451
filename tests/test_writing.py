"""Reports on their way out: several at once, each whole, none over a draft; what they say of the run."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Ran, Run
from junitparser import JUnitXml

from attrib.linehashes import line_hashes

UNCITED = "Crowds gathered in the square of Gori late on Monday (AFP, May 4). The minister of transport resigned.\n"


@pytest.fixture
def check(command: Run, tmp_path: Path) -> Run:
    """A check of the drafts named, run in a folder that holds two of them."""
    (tmp_path / "uncited.txt").write_text(UNCITED)
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7")

    def call(*argv: str) -> Ran:
        return command("check", "--isolated", "--date", "1999-05-05", "--select", "S101,S111,S108", *argv)

    return call


def test_several_formats_go_to_several_files(check: Run) -> None:
    names = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")
    files = [word for name in names for word in ("--output-format", f"{name}=out.{name}")]
    ran = check("uncited.txt", "--output-format", "concise", *files)
    assert ran.status == 1
    assert ran.out.count("S101[error]") == 1
    for name in names:
        assert "S101" in Path(f"out.{name}").read_text("utf-8")
    assert sorted(os.listdir()) == sorted([*(f"out.{name}" for name in names), "scan.txt", "uncited.txt"])


@pytest.mark.parametrize("second", ["full=a", "full=./a", "full=below/../a", "full=link"])
def test_one_file_holds_one_report_whatever_it_is_called(check: Run, second: str) -> None:
    Path("below").mkdir()
    Path("link").symlink_to("a")
    ran = check("uncited.txt", "--output-format", "json=a", "--output-format", second)
    assert ran.status == 2
    assert "two formats go to " in ran.err
    assert not Path("a").exists()


@pytest.mark.parametrize("target", ["uncited.txt", "./uncited.txt", "scan.txt"])
def test_no_report_is_written_over_a_draft(check: Run, target: str) -> None:
    before = Path(target).read_bytes()
    ran = check("uncited.txt", "scan.txt", "--output-format", f"sarif={target}")
    assert ran.status == 2
    assert f"{target}: is a draft that was checked" in ran.err
    assert Path(target).read_bytes() == before


def test_a_report_replaces_the_old_one_whole_and_keeps_its_mode(check: Run) -> None:
    old = Path("out.json")
    old.write_text("old")
    old.chmod(0o640)
    same = old.open()
    check("uncited.txt", "--output-format", "json=out.json")
    assert same.read() == "old"
    assert json.loads(old.read_text())["findings"]
    assert old.stat().st_mode & 0o777 == 0o640
    same.close()


def test_a_folder_that_cannot_be_made_is_named_and_the_other_report_is_written(check: Run) -> None:
    ran = check("uncited.txt", "--output-format", "sarif=uncited.txt/such/a.sarif", "--output-format", "json=b.json")
    assert ran.status == 2
    assert "uncited.txt/such/a.sarif: its folder cannot be made" in ran.err
    assert Path("b.json").exists()


def test_a_draft_that_cannot_be_read_is_in_every_report_for_ci(check: Run) -> None:
    names = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")
    files = [word for name in names for word in ("--output-format", f"{name}=out.{name}")]
    assert check("uncited.txt", "scan.txt", *files).status == 2
    for name in names:
        assert "is a PDF file" in Path(f"out.{name}").read_text("utf-8"), name
    (invocation,) = json.loads(Path("out.sarif").read_text())["runs"][0]["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert JUnitXml.fromfile("out.junit").errors == 1


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("note", 2), ("never", 0)])
def test_what_fails_the_check_fails_a_test(check: Run, fail_on: str, failures: int) -> None:
    Path("two.txt").write_text(UNCITED.replace("(AFP, May 4)", "(AFP, May 4; Interfax, May 4)"))
    ran = check("two.txt", "--fail-on", fail_on, "--output-format", "junit")
    assert JUnitXml.fromstring(ran.out.encode()).failures == failures
    assert ran.status == bool(failures)


@pytest.mark.parametrize(("least", "failures"), [(40, 0), (50, 0), (50.5, 1), (None, 0)])
def test_too_little_support_fails_a_test(check: Run, least: float | None, failures: int) -> None:
    asked = [] if least is None else ["--min-supported", str(least)]
    ran = check("uncited.txt", "--fail-on", "never", *asked, "--output-format", "junit")
    read = JUnitXml.fromstring(ran.out.encode())
    assert (read.tests, read.failures, ran.status) == (2 + (least is not None), failures, failures)
    failed = [outcome.message for suite in read for case in suite for outcome in case.result]
    assert failed == ["50 % of its claims are supported; 50.5 % must be"] * failures


def test_too_little_support_is_in_every_report_for_ci(check: Run) -> None:
    names = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")
    files = [word for name in names for word in ("--output-format", f"{name}=out.{name}")]
    Path("sound.txt").write_text("Crowds gathered in the square of Gori late on Monday (AFP, May 4).\n")
    assert check("uncited.txt", "sound.txt", "--fail-on", "never", "--min-supported", "80", *files).status == 1
    said = {name: Path(f"out.{name}").read_text("utf-8").replace("%25", "%") for name in names}
    for name in names:
        assert said[name].count("50 % of its claims are supported; 80 % must be") == (2 if name == "junit" else 1), name
    assert said["github"].startswith("::error file=uncited.txt,title=attrib::50 % of its claims")
    (run,) = json.loads(said["sarif"])["runs"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["descriptor"]["id"] == "min-supported"
    assert run["invocations"][0]["executionSuccessful"]
    assert json.loads(said["gitlab"])[0]["location"] == {"path": "uncited.txt", "lines": {"begin": 1}}


def test_the_exit_status_and_the_rules_asked_are_in_the_log(check: Run) -> None:
    (run,) = json.loads(check("uncited.txt", "--output-format", "sarif").out)["runs"]
    assert run["invocations"][0]["exitCode"] == 1
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["S101", "S108", "S111"]


def test_the_summary_of_a_step_is_added_to(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    ran = check("uncited.txt", "--output-format", "github")
    assert ran.out.startswith("::error file=uncited.txt,line=1,")
    said = Path("summary.md").read_text("utf-8")
    assert said.startswith("before\n### attrib\n")
    assert "| uncited.txt:1:68 | **S101** error |" in said


def test_a_summary_that_cannot_be_written_costs_a_warning_alone(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/summary.md")
    ran = check("uncited.txt", "--output-format", "github")
    assert ran.status == 1
    assert "warning: no/such/summary.md: cannot be written" in ran.err
    assert "::error file=uncited.txt" in ran.out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_first_line_begins_with_the_mark_of_its_file(check: Run, encoding: str) -> None:
    Path("uncited.txt").write_text("The dam broke (AFP,May 4). The minister of transport resigned.\n", encoding)
    data = Path("uncited.txt").read_bytes()
    check("uncited.txt", "--extend-select", "C118", "--output-format", "rdjson=a", "--output-format", "sarif=b")
    told = {one["code"]["value"]: one for one in json.loads(Path("a").read_text())["diagnostics"]}
    start, end = (told["S101"]["location"]["range"][side]["column"] - 1 for side in ("start", "end"))
    assert data[start:end] == b"The minister of transport resigned."
    (suggestion,) = told["C118"]["suggestions"]
    start, end = (suggestion["range"][side]["column"] - 1 for side in ("start", "end"))
    assert (
        (data[:start] + suggestion["text"].encode() + data[end:]).decode(encoding).startswith("The dam broke (AFP, May")
    )
    results = json.loads(Path("b").read_text())["runs"][0]["results"]
    assert {one["partialFingerprints"]["primaryLocationLineHash"] for one in results} == {
        line_hashes(data.decode())[0]  # the action reads the file so, and a mark is then a letter of its first line
    }
    (region,) = (one["locations"][0]["physicalLocation"]["region"] for one in results if one["ruleId"] == "S101")
    assert region["startColumn"] == 28


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1252"])
def test_the_hash_of_a_line_is_that_of_the_upload_action_in_any_encoding(check: Run, encoding: str) -> None:
    spoken = "«Kyïv déjà» —" if encoding == "cp1252" else "Министр подал в отставку,"
    text = (
        f"Crowds gathered (AFP, May 4).\n\n{spoken} ran the headline (AFP, May 4). The minister resigned on Monday.\n"
    )
    data = text.encode(encoding, "replace")
    Path("uncited.txt").write_bytes(data)
    check("uncited.txt", "--output-format", "sarif=a")
    (result,) = json.loads(Path("a").read_text())["runs"][0]["results"]
    # Node reads a stream as UTF-8, and has U+FFFD for what is none
    assert result["partialFingerprints"]["primaryLocationLineHash"] == line_hashes(data.decode("utf-8", "replace"))[2]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_are_those_of_the_words_with_any_line_end_and_mark(check: Run, end: str, mark: str) -> None:
    lines = ["«Да» 𝒳😀 was heard in Gori on Monday (AFP, May 4). The minister of transport resigned.", ""]
    Path("uncited.txt").write_bytes(mark.encode() + end.join(["", "", *lines]).encode())
    outputs = ("--output-format", "sarif=a", "--output-format", "rdjson=b", "--output-format", "checkstyle=c")
    check("uncited.txt", *outputs)
    (result,) = json.loads(Path("a").read_text())["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = lines[0]
    words = "The minister of transport resigned."
    assert region["snippet"]["text"] == words
    assert (region["startLine"], region["startColumn"]) == (3, line.index(words) + 1)
    (found,) = json.loads(Path("b").read_text())["diagnostics"]
    start = found["location"]["range"]["start"]
    assert (start["line"], start["column"]) == (3, len(line[: line.index(words)].encode()) + 1)
    assert f'line="3" column="{line.index(words) + 1}"' in Path("c").read_text()
