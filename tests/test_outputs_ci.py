"""GitHub's annotations and summary, GitLab's code quality, reviewdog's diagnostics: read as their readers read them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from handmade import TEXT, analysis, findings, report
from hypothesis import given
from hypothesis import strategies as st

from attrib.inputs import read_text
from attrib.model import Edit, Fix, Span
from attrib.outputs import Options, Report, Run, Unread, additions, render
from attrib.outputs.github import MOST, SUMMARY, SUMMARY_BYTES

UNREAD = Options(run=Run(unread=(Unread("scan.txt", "scan.txt: is a PDF file, not text"),), status=2))


def one(text: str, words: str, path: str = "a.txt", message: str = "none", fix: str | None = None) -> Report:
    """A bulletin with one finding, at these words, and perhaps with other words for them."""
    document = read_text(text, path)
    span = Span(text.index(words), text.index(words) + len(words))
    found = evolve(
        findings()[0],
        path=path,
        span=span,
        message=message,
        related=(),
        fix=None if fix is None else Fix("safe", (Edit(span, fix),)),
    )
    return Report(evolve(analysis(), document=document, claims=(), supports=()), (found,))


# --- GitHub -----------------------------------------------------------------------------------------------------------


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The annotations that a runner of GitHub Actions takes from a log: kind, properties, message.

    As `ActionCommand.cs` of actions/runner does it: the command ends at the next `::`, properties are parted by commas,
    and `%25` is undone last.
    """
    made = []
    for line in text.splitlines():
        if not line.lstrip().startswith("::"):
            continue
        head, _, message = line.lstrip()[2:].partition("::")
        kind, _, rest = head.partition(" ")
        properties = dict(pair.split("=", 1) for pair in rest.strip().split(",") if "=" in pair)
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            properties = {key: value.replace(code, sign) for key, value in properties.items()}
            message = message.replace(code, sign) if code not in ("%3A", "%2C") else message
        made.append((kind, properties, message))
    return made


def test_a_finding_is_an_annotation_that_says_which_words_it_means() -> None:
    error, warning, notice = commands(render([report()], "github"))
    assert [error[0], warning[0], notice[0]] == ["error", "warning", "notice"]
    assert notice[1] == {
        "file": "drafts/harbor.txt",
        "line": "5",
        "endLine": "5",
        "col": "83",
        "endColumn": "90",
        "title": "C110 misspelt-source",
    }
    assert TEXT.split("\n")[4][82:90] == "Nortwire"
    assert notice[2].startswith("“Nortwire”: the registry has no source")
    assert notice[2].endswith("\nA misspelt source cannot be looked up.")


def test_words_over_several_lines_have_no_columns() -> None:
    ((_, properties, _),) = commands(render([one("One.\nThe dam\nbroke.", "dam\nbroke")], "github"))
    assert (properties["line"], properties["endLine"]) == ("2", "3")
    assert "col" not in properties


def test_what_is_missing_at_a_place_has_that_column() -> None:
    document = read_text("It fell (AFP, May 4", "a.txt")
    found = evolve(findings()[1], path="a.txt", span=Span(19, 19))
    ((_, properties, _),) = commands(render([Report(evolve(analysis(), document=document), (found,))], "github"))
    assert (properties["col"], properties["endColumn"]) == ("20", "20")


@pytest.mark.parametrize("name", ["a,b.txt", "a:b=c.txt", "50%25.txt", "%0A.txt", "naïve.txt", "a b.txt"])
def test_any_name_of_a_file_is_read_back(name: str) -> None:
    ((_, properties, message),) = commands(render([one("The dam broke.", "dam", name, "100%\r\n%0A a,b::c")], "github"))
    assert properties["file"] == name
    assert message == "“dam”: 100%  %0A a,b::c\nA reader cannot check it, and an editor cannot defend it."


def test_ten_of_a_kind_are_annotated_and_the_rest_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SUMMARY, raising=False)
    error, warning, note = findings()
    text = render([Report(analysis(), (note,) * 11 + (warning,) * 3 + (error,) * 12)], "github", UNREAD)
    assert [kind for kind, *_ in commands(text)] == ["error"] * MOST + ["warning"] * 3 + ["notice"] * MOST
    assert "is a PDF file" in text.splitlines()[0]
    assert text.splitlines()[-1] == (
        "attrib: 3 errors and 1 note more: GitHub shows 10 annotations of a kind in a step"
    )


def test_the_summary_of_the_job_gets_the_whole_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "summary.md"
    monkeypatch.setenv(SUMMARY, str(file))
    crowd = Report(analysis(), findings() * 30)
    (addition,) = additions([crowd], "github", Options())
    assert addition.file == str(file)
    assert addition.text.count("**S101** error") == 30
    assert "the summary of the job has them" in render([crowd], "github")
    assert additions([crowd], "json", Options()) == ()


def test_the_summary_stays_below_the_limit_of_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "summary.md"
    monkeypatch.setenv(SUMMARY, str(file))
    error, _, note = findings()
    notes = tuple(evolve(note, message=f"note {number}") for number in range(20_000))
    crowd = Report(analysis(), notes + (error,) * 100)
    file.write_text("x" * 1000)
    (addition,) = additions([crowd], "github", Options())
    assert SUMMARY_BYTES - 1500 < len(addition.text.encode()) <= SUMMARY_BYTES - 1000
    assert addition.text.count("**S101** error") == 100
    assert "No room was left for " in addition.text
    file.write_text("x" * (SUMMARY_BYTES - 10))
    assert additions([crowd], "github", Options())[0].text == ""


# --- GitLab -----------------------------------------------------------------------------------------------------------

QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""What GitLab's manual asks of a report."""


def test_gitlab_gets_what_its_manual_asks_for() -> None:
    text = render([report()], "gitlab", UNREAD)
    entries = json.loads(text)
    jsonschema.validate(entries, QUALITY)
    assert text[0] == "["
    assert [entry["severity"] for entry in entries] == ["blocker", "major", "minor", "info"]
    assert entries[3]["check_name"] == "C110 misspelt-source"
    assert entries[3]["location"] == {"path": "drafts/harbor.txt", "lines": {"begin": 5, "end": 5}}
    assert entries[3]["description"].endswith(": “Nortwire”")


def test_findings_of_two_bulletins_that_share_a_sentence_are_two() -> None:
    same = [one("The dam broke.", "dam", path) for path in ("a.txt", "b.txt")]
    assert len({entry["fingerprint"] for entry in json.loads(render(same, "gitlab"))}) == 2


# --- reviewdog --------------------------------------------------------------------------------------------------------


def diagnostics(*reports: Report, options: Options | None = None) -> list[dict[str, Any]]:
    return json.loads(render(reports, "rdjson", options))["diagnostics"]


def applied(data: bytes, suggestion: dict[str, Any]) -> bytes:
    """The file with a suggestion made, as the format has it: lines parted by LF, columns from 1 in bytes."""
    lines = data.split(b"\n")

    def offset(place: dict[str, int]) -> int:
        return sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1

    start, end = (offset(suggestion["range"][side]) for side in ("start", "end"))
    return data[:start] + suggestion["text"].encode() + data[end:]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("The dam broke.", (5, 8)),
        ("Über 𝒳😀 the dam broke.", (20, 23)),
        ("One.\r\n\r\nThe dam\r\nbroke.", (5, 8)),
        ("«Да», сказал он. The dam broke.", (34, 37)),
    ],
)
def test_a_suggestion_replaces_the_bytes_of_the_words(text: str, columns: tuple[int, int]) -> None:
    (found,) = diagnostics(one(text, "dam", fix="dike 𝒴"))
    (suggestion,) = found["suggestions"]
    place = suggestion["range"]
    assert (place["start"]["column"], place["end"]["column"]) == columns
    assert place == found["location"]["range"]
    assert applied(text.encode(), suggestion) == text.replace("dam", "dike 𝒴").encode()


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_suggestion_replaces_the_bytes_of_the_words_in_any_text(before: str, after: str) -> None:
    text = f"{before}\ndam{after}".replace("\r", "")
    (found,) = diagnostics(one(text, "dam" if "dam" not in before else "\ndam", fix="x"))
    (suggestion,) = found["suggestions"]
    assert (
        applied(text.encode(), suggestion) == text.replace("dam" if "dam" not in before else "\ndam", "x", 1).encode()
    )


def test_reviewdog_gets_severity_code_and_what_was_not_read() -> None:
    unread, *found = diagnostics(report(), options=UNREAD)
    assert unread == {
        "message": "scan.txt: is a PDF file, not text",
        "location": {"path": "scan.txt"},
        "severity": "ERROR",
    }
    assert [(each["severity"], each["code"]["value"]) for each in found] == [
        ("ERROR", "S101"),
        ("WARNING", "A101"),
        ("INFO", "C110"),
    ]


def test_the_validator_of_the_format_finds_no_fault(tmp_path: Path) -> None:
    tool = shutil.which("rdformat-validator")
    if tool is None:
        pytest.skip("no validator here; npm install --global @umbrelladocs/rdformat-validator brings it")
    file = tmp_path / "found.json"
    file.write_text(render([report()], "rdjson", UNREAD), "utf-8")
    done = subprocess.run([tool, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# --- paths ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder below the root of a repository, and in it."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("path", ["a.txt", "./a.txt"])
def test_github_and_gitlab_count_from_the_root_and_reviewdog_from_here(below: Path, path: str) -> None:
    found = one("The dam broke.", "dam", path)
    assert commands(render([found], "github"))[0][1]["file"] == "drafts/a.txt"
    assert json.loads(render([found], "gitlab"))[0]["location"]["path"] == "drafts/a.txt"
    assert diagnostics(found)[0]["location"]["path"] == "a.txt"
    whole = one("The dam broke.", "dam", str(below / "a.txt"))
    assert diagnostics(whole)[0]["location"]["path"] == "a.txt"


@pytest.mark.skipif(os.name == "nt", reason="names there are Unicode")
def test_a_name_in_no_encoding_is_still_a_text() -> None:
    found = one("The dam broke.", "dam", os.fsdecode(b"dam\xff.txt"))
    assert diagnostics(found)[0]["location"]["path"] == "dam\ufffd.txt"
