"""The configuration: where it is found, what it builds on, what holds for which draft, and what a mistake in it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from attrib.resources import tables

DRAFT = "Crowds gathered in the square of Gori late on Monday (AFP, May 4). The minister of transport resigned.\n"
HALF = "50 % of its claims are supported"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def codes(out: str) -> list[str]:
    """The codes of findings as `concise` has them."""
    return [line.split(": ")[1].partition("[")[0] for line in out.splitlines()]


def found(command: Run, *argv: str) -> list[str]:
    return codes(command("check", "--date", "1999-05-05", "--output-format", "concise", *argv).out)


# --- where it is found ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "severity"),
    [
        ({}, "error"),
        ({"attrib.toml": 'severity.S101 = "note"'}, "note"),
        ({".attrib.toml": 'severity.S101 = "note"'}, "note"),
        ({"pyproject.toml": '[tool.attrib]\nseverity.S101 = "note"'}, "note"),
        ({"pyproject.toml": '[project]\nname = "desk"'}, "error"),
        (
            {"attrib.toml": 'severity.S101 = "note"', "pyproject.toml": '[tool.attrib]\nseverity.S101 = "warning"'},
            "note",
        ),
        ({"../attrib.toml": 'severity.S101 = "note"'}, "note"),
        ({"../attrib.toml": 'severity.S101 = "note"', ".attrib.toml": 'severity.S101 = "warning"'}, "warning"),
        ({"../attrib.toml": 'severity.S101 = "note"', "pyproject.toml": "[tool.ruff]"}, "note"),
    ],
)
def test_the_closest_file_of_settings_counts(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], severity: str
) -> None:
    desk = tmp_path / "desk"
    write(desk, {"draft.txt": DRAFT, **files})
    monkeypatch.chdir(desk)
    ran = command("check", "--select", "S101", "--output-format", "concise", "draft.txt")
    assert f"S101[{severity}]" in ran.out
    assert ran.status == (1 if severity == "error" else 0)


def test_a_file_that_is_named_or_none_at_all(command: Run, tmp_path: Path) -> None:
    write(tmp_path, {"draft.txt": DRAFT, "attrib.toml": 'ignore = ["S101"]', "other.toml": 'select = ["S101"]'})
    assert "S101" not in found(command, "draft.txt")
    assert "S101" in found(command, "draft.txt", "--isolated")
    assert found(command, "draft.txt", "--config", "other.toml") == ["S101"]
    assert command("check", "--config", "no.toml").err == "attrib: error: no.toml: no such file of settings\n"


# --- what stands above what -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "argv", "expected"),
    [
        # the command line above the file, whose other words stay
        ({"attrib.toml": 'select = ["S"]'}, ["--extend-select", "D108"], ["D108", "S101"]),
        ({"attrib.toml": 'ignore = ["S101"]'}, ["--select", "S101"], ["S101"]),
        ({"attrib.toml": 'select = ["S101"]\nignore = ["S"]'}, [], ["S101"]),
        ({"attrib.toml": 'select = ["S"]\nignore = ["S101"]'}, [], []),
        ({"attrib.toml": 'select = ["uncited-statement"]'}, [], ["S101"]),
        ({"attrib.toml": 'select = ["support"]'}, [], ["S101"]),
        # the file above what it extends
        ({"attrib.toml": 'extend = "house.toml"\nignore = ["D"]', "house.toml": 'select = ["S", "D"]'}, [], ["S101"]),
        ({"attrib.toml": 'extend = "house.toml"\nselect = ["D108"]', "house.toml": 'select = ["S"]'}, [], ["D108"]),
        (
            {"attrib.toml": 'extend = "a/b.toml"', "a/b.toml": 'extend = "../c.toml"\nignore = ["S101"]', "c.toml": 'select = ["S", "D108"]'},
            [],
            ["D108"],
        ),
        # both above the profile
        ({"attrib.toml": 'profile = "analysis"\nselect = ["S101"]'}, [], ["S101"]),
        # an override above all of the file, for its drafts only
        ({"attrib.toml": 'select = ["S101"]\n[[overrides]]\nfiles = ["*.txt"]\nignore = ["S101"]'}, [], []),
        ({"attrib.toml": 'select = ["S101"]\n[[overrides]]\nfiles = ["*.md"]\nignore = ["S101"]'}, [], ["S101"]),
        ({"attrib.toml": 'select = ["S101"]\n[[overrides]]\nfiles = ["/old/"]\nignore = ["S101"]'}, [], ["S101"]),
        ({"attrib.toml": 'select = ["S101"]\nseverity.S = "off"'}, [], []),
        ({"attrib.toml": 'select = ["S101"]\nseverity.S = "off"\nseverity.S101 = "note"'}, [], ["S101"]),
        ({"attrib.toml": 'select = ["S101"]\nseverity.S101 = "note"\nseverity.S = "off"'}, [], ["S101"]),
    ],
)  # fmt: skip
def test_what_is_nearer_counts(
    command: Run, tmp_path: Path, files: dict[str, str], argv: list[str], expected: list[str]
) -> None:
    write(tmp_path, {"draft.txt": DRAFT, **files})
    ran = command("check", "--output-format", "concise", "draft.txt", *argv)
    assert (sorted(codes(ran.out)), ran.status == 2) == (expected, False)


def test_an_override_may_have_a_profile_a_limit_and_a_style_of_its_own(command: Run, tmp_path: Path) -> None:
    settings = """
select = ["S101"]
[[overrides]]
files = ["archive/**"]
profile = "analysis"
fail-on = "warning"
style = "edm"
"""
    write(tmp_path, {"draft.txt": DRAFT, "archive/old.txt": DRAFT, "attrib.toml": settings})
    assert "S101[error]" in command("check", "draft.txt", "--output-format", "concise").out
    old = command("check", "archive", "--output-format", "concise")
    assert "S101[warning]" in old.out
    assert old.status == 1
    assert '"style": "edm"' in command("links", "archive/old.txt", "--output-format", "json").out
    assert '"style": "edm"' not in command("links", "draft.txt", "--output-format", "json").out


@pytest.mark.parametrize(
    ("settings", "argv", "status"),
    [
        ("", [], 1),
        ('fail-on = "never"', [], 0),
        ('fail-on = "never"', ["--fail-on", "error"], 1),
        ('fail-on = "never"\nmin-supported = 50', [], 0),
        ('fail-on = "never"\nmin-supported = 60', [], 1),
        ('fail-on = "never"\nmin-supported = 60', ["--exit-zero"], 0),
        ('fail-on = "never"', ["--min-supported", "60%"], 1),
        ('fail-on = "never"\nmin-supported = 60', ["--min-supported", "20"], 0),
        ('fail-on = "never"', ["--min-supported", "101"], 2),
        ('fail-on = "never"', ["--min-supported", "many"], 2),
    ],
)
def test_what_fails_a_run(command: Run, tmp_path: Path, settings: str, argv: list[str], status: int) -> None:
    write(tmp_path, {"draft.txt": DRAFT, "attrib.toml": settings})
    ran = command("check", "draft.txt", *argv)
    assert ran.status == status
    assert (HALF in ran.err) == (
        status != 2 and any("60" in said for said in (settings, *argv)) and "--min-supported 20" not in " ".join(argv)
    )


# --- profiles ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(tables("profiles")))
def test_a_profile_that_ships_is_sound_and_says_what_it_is_for(command: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, {"draft.txt": DRAFT})
    assert tables("profiles")[name]["summary"].endswith(".")
    ran = command("check", "draft.txt", "--profile", name, "--fail-on", "never")
    assert ran.status == 0
    assert f"# profile {name}" in command("check", "--profile", name, "--show-settings").out


def test_the_strict_profile_wants_a_citation_for_background_too(command: Run, tmp_path: Path) -> None:
    text = "Crowds gathered in Gori late on Monday (AFP, May 4). The town has had a railway since 1872.\n"
    write(tmp_path, {"draft.txt": text})
    assert "S104[note]" in command("check", "draft.txt", "--output-format", "concise").out
    strict = command("check", "draft.txt", "--output-format", "concise", "--profile", "strict")
    assert "S104[error]" in strict.out
    assert strict.status == 1


# --- drafts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "argv", "expected"),
    [
        ({}, [], ["a.txt", "deep/b.txt", "old/c.md"]),
        ({"attrib.toml": 'include = ["deep/**"]'}, [], ["deep/b.txt"]),
        ({"attrib.toml": 'include = ["*.txt"]'}, [], ["a.txt", "deep/b.txt"]),
        ({"attrib.toml": 'include = ["/*.txt"]'}, [], ["a.txt"]),
        ({"attrib.toml": 'include = ["*.txt"]\nexclude = ["deep/"]'}, [], ["a.txt"]),
        ({"attrib.toml": 'exclude = ["*.txt", "!b.txt"]'}, [], ["deep/b.txt", "old/c.md"]),
        # who names a draft or a folder wants it, unless the configuration is forced on him
        ({"attrib.toml": 'exclude = ["deep/"]'}, ["deep"], ["deep/b.txt"]),
        ({"attrib.toml": 'exclude = ["deep/"]'}, ["deep/b.txt"], ["deep/b.txt"]),
        ({"attrib.toml": 'exclude = ["deep/"]'}, ["a.txt", "deep/b.txt", "--force-exclude"], ["a.txt"]),
        ({"attrib.toml": 'exclude = ["deep/"]\nforce-exclude = true'}, ["a.txt", "deep"], ["a.txt"]),
        ({"attrib.toml": 'include = ["deep/"]'}, ["a.txt", "deep/b.txt", "--force-exclude"], ["deep/b.txt"]),
        ({"README.md": DRAFT}, ["README.md", "a.txt"], ["README.md", "a.txt"]),
        ({"README.md": DRAFT}, ["README.md", "a.txt", "--force-exclude"], ["a.txt"]),
        # git, only in a repository
        ({".gitignore": "deep\n"}, [], ["a.txt", "deep/b.txt", "old/c.md"]),
        ({".git/HEAD": "", ".gitignore": "deep\n"}, [], ["a.txt", "old/c.md"]),
        ({".git/HEAD": "", ".gitignore": "*.txt\n", "deep/.gitignore": "!b.txt\n"}, [], ["deep/b.txt", "old/c.md"]),
        ({".git/HEAD": "", ".git/info/exclude": "old/\n"}, [], ["a.txt", "deep/b.txt"]),
        ({".git/HEAD": "", ".gitignore": "deep\n"}, ["deep"], ["deep/b.txt"]),
        ({".git/HEAD": "", ".gitignore": "deep\n", "attrib.toml": "respect-gitignore = false"}, [], ["a.txt", "deep/b.txt", "old/c.md"]),
    ],
)  # fmt: skip
def test_which_drafts_are_checked(
    command: Run, tmp_path: Path, files: dict[str, str], argv: list[str], expected: list[str]
) -> None:
    drafts = dict.fromkeys(("a.txt", "deep/b.txt", "old/c.md"), DRAFT)
    write(tmp_path, {**drafts, **files})
    ran = command("check", "--output-format", "concise", "--select", "S101", *argv)
    assert [line.split(":")[0] for line in ran.out.splitlines()] == expected


def test_included_drafts_are_found_from_any_folder_of_the_desk(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"attrib.toml": 'include = ["drafts/"]', "drafts/a.txt": DRAFT, "tools/b.txt": DRAFT})
    monkeypatch.chdir(tmp_path / "tools")
    ran = command("check", "--output-format", "concise", "--select", "S101")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["../drafts/a.txt"]


def test_nothing_included_is_nothing_found(command: Run, tmp_path: Path) -> None:
    write(tmp_path, {"attrib.toml": 'include = ["drafts/"]', "a.txt": DRAFT})
    ran = command("check")
    assert (ran.status, ran.out) == (2, "")
    assert "attrib.toml: include: no draft matches “drafts/”; name a file, or pass --allow-empty" in ran.err
    assert command("check", "--allow-empty").status == 0


def test_formats_and_their_files_are_seen_from_the_folder_of_the_configuration(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"attrib.toml": 'output-format = ["concise", "json=out.json"]', "deep/b.txt": DRAFT})
    monkeypatch.chdir(tmp_path / "deep")
    assert codes(command("check", "b.txt", "--select", "S101").out) == ["S101"]
    assert (tmp_path / "out.json").exists()
    assert command("check", "b.txt", "--output-format", "jsonl").out.startswith("{")


# --- rules, sources, styles and packs of the house ----------------------------------------------------------------------------

MAYOR = """
code = "S901"
summary = "A mayor needs two sources"
on = "claim"
severity = "warning"
message = "this rests on one origin"
why = "Mayors sue."
authority = "The desk"
when = { support = "single", text = { matches = "mayor" } }
"""
HERALD = """
[[source]]
id = "gori-herald"
name = "Gori Herald"
kind = "newspaper"
country = "GE"
"""
BRIEF = """
name = "brief"
summary = "The brief of Gori, which counts its years"
publications = ["Gori Brief"]
mastheads = ['(?P<publication>Gori Brief)\\s*/\\s*(?P<volume>\\d+)\\s*/\\s*(?P<issue>\\d+)']
year_base = 2001
first_issue = 2002-01-07
"""
MAYOR_DRAFT = "The mayor of Gori sold the town hall to his brother on Monday (Gori Herald, May 4).\n"


def test_a_house_has_rules_and_sources_of_its_own(command: Run, tmp_path: Path) -> None:
    settings = 'rules = ["house/rules"]\nregistry = ["house/sources"]\nselect = ["S901", "C109"]'
    write(tmp_path, {"draft.txt": MAYOR_DRAFT})
    assert found(command, "draft.txt", "--select", "C109") == ["C109"]
    house = {"house/rules/mayor.toml": MAYOR, "house/sources/georgia.toml": HERALD, "attrib.toml": settings}
    write(tmp_path, house)
    assert found(command, "draft.txt") == ["S901"]
    assert '"gori-herald"' in command("links", "draft.txt", "--output-format", "json").out
    assert "A mayor needs two sources" in command("rule", "S901").out
    assert "Gori Herald" in command("explain", "draft.txt:1").out
    assert (
        found(command, "draft.txt", "--isolated", "--registry", "house/sources/georgia.toml", "--select", "C109") == []
    )


def test_a_house_has_styles_of_its_own(command: Run, tmp_path: Path) -> None:
    head = "Gori Brief / 3 / 86\n\n"
    told = 'The mayor sold the town hall (AFP, May 3). "I bought it back," he told the Brief.\n'
    write(tmp_path, {"draft.txt": head + told, "bare.txt": told, "house/brief.toml": BRIEF})

    def read(*options: str) -> tuple[str, str, str]:
        (document,) = json.loads(command("links", *options, "--output-format", "json").out)["documents"]
        return document["style"], document["date"]["value"], document["claims"][1]["support"]

    assert read("draft.txt") == ("generic", None, "none")
    assert read("draft.txt", "--styles", "house/brief.toml") == ("brief", "2004-05-04", "attributed")
    write(tmp_path, {"attrib.toml": 'styles = ["house"]'})
    assert read("draft.txt") == ("brief", "2004-05-04", "attributed")
    assert read("bare.txt", "--style", "brief")[0] == "brief"
    missing = command("check", "bare.txt", "--isolated", "--style", "brief")
    assert (missing.status, missing.out) == (2, "")
    assert "--style: no style is called “brief”; expected one of: edm, " in missing.err


def test_a_style_of_the_house_goes_before_ours_of_its_name_and_masthead(command: Run, tmp_path: Path) -> None:
    write(tmp_path, {"draft.txt": "Publication: Monitor Volume: 5 Issue: 223\n\nTalks failed (AFP, May 3).\n"})
    ours = command("links", "draft.txt", "--output-format", "json").out
    assert '"style": "monitor"' in ours
    house = BRIEF.replace("Gori Brief", "Monitor").replace("mastheads", "# mastheads")
    write(tmp_path, {"house/brief.toml": house + "mastheads = ['Publication: (?P<publication>Monitor)']"})
    assert '"style": "brief"' in command("links", "draft.txt", "--styles", "house", "--output-format", "json").out
    write(
        tmp_path, {"own/monitor.toml": house.replace('"brief"', '"monitor"') + "mastheads = ['Publication: Monitor']"}
    )
    own = command("links", "draft.txt", "--styles", "own", "--output-format", "json").out
    assert '"style": "monitor"' in own
    assert own != ours  # the volume is of another year


def test_a_pack_is_found_by_its_entry_point(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "site/gori_pack/__init__.py": "",
            "site/gori_pack/rules/mayor.toml": MAYOR,
            "site/gori_pack/registry/georgia.toml": HERALD,
            "site/gori_pack-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: gori-pack\nVersion: 1\n",
            "site/gori_pack-1.dist-info/entry_points.txt": "[attrib.packs]\ngori = gori_pack\n",
            "attrib.toml": 'packs = ["gori"]\nselect = ["S901", "C109"]',
            "draft.txt": MAYOR_DRAFT,
        },
    )

    def ran() -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(tmp_path / "site"), *filter(None, [os.environ.get("PYTHONPATH")])])
        run = [sys.executable, "-m", "attrib", "check", "--output-format", "concise", "draft.txt"]
        return subprocess.run(
            run, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
        )

    assert codes(ran().stdout) == ["S901"]
    write(tmp_path, {"attrib.toml": 'packs = ["gorri"]'})
    assert "attrib.toml: packs: no pack called “gorri” is installed; did you mean “gori”?" in ran().stderr


# --- what holds, and mistakes -----------------------------------------------------------------------------------------


def test_each_setting_is_shown_with_who_says_it(command: Run, tmp_path: Path) -> None:
    settings = """
extend = "house.toml"
fail-on = "warning"
severity.S111 = "off"
[[overrides]]
files = ["archive/**"]
fail-on = "never"
"""
    write(
        tmp_path, {"attrib.toml": settings, "house.toml": 'profile = "digest"\nrules = ["mine"]', "mine/m.toml": MAYOR}
    )
    shown = [line.split("  #") for line in command("check", "--show-settings", "--ignore", "D").out.splitlines()]
    said = {line[0].strip(): line[-1].strip() for line in shown if len(line) == 2}
    assert said['fail-on = "warning"'] == "attrib.toml"
    assert said['severity.S111 = "off"'] == "attrib.toml"
    assert said['severity.S104 = "off"'] == "profile digest"
    assert said['rules = ["mine"]'] == "house.toml"
    assert said['ignore = ["D"]'] == "the command line"
    assert said["respect-gitignore = true"] == "default"
    assert said['fail-on = "never"'] == "attrib.toml: overrides[1]"
    old = command("check", "--show-settings", "archive/a.txt").out
    assert 'fail-on = "never"' in old
    assert 'warning"' not in old.partition("fail-on")[2].splitlines()[0]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"attrib.toml": 'required-version = ">=99"\nnew-key = 1'}, "attrib.toml: required-version: asks for “>=99”, this is attrib"),
        ({"attrib.toml": "required-version = 1"}, "attrib.toml: required-version: found 1, expected a text"),
        ({"attrib.toml": "fail-om = 1"}, "attrib.toml: unknown key “fail-om”; did you mean “fail-on”?"),
        ({"attrib.toml": 'fail-on = "eror"'}, "attrib.toml: fail-on: found “eror”; did you mean “error”?"),
        ({"attrib.toml": "fail-on = 3"}, "attrib.toml: fail-on: found 3, expected one of: error, warning, note, never"),
        ({"attrib.toml": 'select = "S"'}, 'attrib.toml: select: found “S”, expected a list: ["S"]'),
        ({"attrib.toml": "select = [1]"}, "attrib.toml: select: found [1], expected a list of texts"),
        ({"attrib.toml": 'select = ["S9"]'}, "attrib.toml: select: no rule, family or code begins with “S9”"),
        ({"attrib.toml": 'severity.S1O1 = "note"'}, "attrib.toml: severity: no rule, family or code begins with “S1O1”; did you mean “S101”?"),
        ({"attrib.toml": 'severity.S101 = "nota"'}, "attrib.toml: severity: S101: found “nota”; did you mean “note”?"),
        ({"attrib.toml": "severity = 1"}, "attrib.toml: severity: found 1, expected a table"),
        ({"attrib.toml": "min-supported = 120"}, "attrib.toml: min-supported: found 120, expected a share in percent, from 0 to 100"),
        ({"attrib.toml": "force-exclude = 1"}, "attrib.toml: force-exclude: found 1, expected true or false"),
        ({"attrib.toml": 'style = "monitr"'}, "attrib.toml: style: no style is called “monitr”; did you mean “monitor”?"),
        ({"attrib.toml": "style = 1"}, "attrib.toml: style: found 1, expected a text"),
        ({"attrib.toml": 'profile = "strikt"'}, "attrib.toml: profile: no profile is called “strikt”; did you mean “strict”?"),
        ({"attrib.toml": 'output-format = ["jsan"]'}, 'attrib.toml: output-format: found “jsan”, expected a list of formats, such as ["json"]: json, jsonl, rdjson, '),
        ({"attrib.toml": 'output-format = "sarrif=a"'}, 'attrib.toml: output-format: found “sarrif”, expected a list of formats, such as ["sarif"]: sarif, '),
        ({"attrib.toml": 'output-format = "full"'}, 'attrib.toml: output-format: found “full”, expected a list: ["full"]'),
        ({"attrib.toml": 'output-format = ["json="]'}, "attrib.toml: output-format: “json=” names no file; write json=FILE"),
        ({"attrib.toml": "output-format = 1"}, "attrib.toml: output-format: found 1, expected a list of texts"),
        ({"attrib.toml": 'exclude = ["a", "**b[z-a"]'}, ""),
        ({"attrib.toml": 'extend = "no.toml"'}, "attrib.toml: extend: no such file: "),
        ({"attrib.toml": 'extend = "b.toml"', "b.toml": 'extend = "attrib.toml"'}, "extend: runs in a circle, attrib.toml → b.toml → attrib.toml"),
        ({"attrib.toml": 'required-version = ">=99"'}, "attrib.toml: required-version: asks for “>=99”, this is attrib "),
        ({"attrib.toml": 'required-version = "new"'}, "attrib.toml: required-version: found “new”, expected versions such as “>=0.2, <1”"),
        ({"attrib.toml": "fail-on = "}, "attrib.toml: not valid TOML: "),
        ({"attrib.toml": "[tool.attrib]"}, "attrib.toml: [tool.attrib] is for a pyproject.toml; here the keys stand at the top"),
        ({"attrib.toml": "overrides = 1"}, "attrib.toml: overrides: found 1, expected tables: [[overrides]] with files"),
        ({"attrib.toml": "[[overrides]]\nselect = []"}, "attrib.toml: overrides[1].files: is missing; say which drafts it is for"),
        ({"attrib.toml": '[[overrides]]\nfiles = ["a"]\ninclude = ["b"]'}, "attrib.toml: overrides[1].include: says nothing here; it holds for a whole run"),
        ({"attrib.toml": '[[overrides]]\nfiles = ["a"]\nselct = ["b"]'}, "attrib.toml: overrides[1]: unknown key “selct”; did you mean “select”?"),
        ({"attrib.toml": '[[overrides]]\nfiles = ["a"]\nprofile = "x"'}, "attrib.toml: overrides[1].profile: no profile is called “x”"),
        ({"pyproject.toml": "[tool]\nattrib = 1  # [tool.attrib]"}, "pyproject.toml: tool.attrib: found 1, expected a table"),
        ({"attrib.toml": 'rules = ["no"]'}, "attrib.toml: rules: no: no such folder of rules"),
        ({"attrib.toml": 'registry = ["no"]'}, "attrib.toml: registry: no: no such file or folder of sources"),
        ({"attrib.toml": 'styles = ["no"]'}, "attrib.toml: styles: no: no such file or folder of styles"),
        ({"attrib.toml": 'styles = ["s"]', "s/a.txt": ""}, "s: no file of styles in it; it is one such as s/own.toml"),
        ({"attrib.toml": 'styles = ["s"]', "s/brief.toml": BRIEF.replace("2001", '"2001"')}, "s/brief.toml: year_base is '2001', expected int"),
        ({"attrib.toml": 'styles = ["s"]', "s/brief.toml": BRIEF.replace("(?P<pub", "((?P<pub")}, "s/brief.toml: masthead '"),
        ({"attrib.toml": 'packs = ["no"]'}, "attrib.toml: packs: no pack called “no” is installed"),
        ({"attrib.toml": 'registry = ["s"]', "s/own.toml": HERALD.replace('"newspaper"', '"newspapre"')}, "s/own.toml: source"),
    ],
)  # fmt: skip
def test_a_mistake_names_the_file_the_key_and_the_right_word(
    command: Run, tmp_path: Path, files: dict[str, str], message: str
) -> None:
    write(tmp_path, {"draft.txt": DRAFT, **files})
    ran = command("check", "draft.txt")
    assert message in ran.err
    if message:
        assert (ran.status, ran.out) == (2, "")
    assert "made a mistake" not in ran.err


def test_all_mistakes_of_a_file_are_told_at_once(command: Run, tmp_path: Path) -> None:
    write(tmp_path, {"attrib.toml": 'fail-om = 1\nselect = "S"\n[[overrides]]\nfiles = "a"'})
    assert len(command("check").err.splitlines()) == 3
