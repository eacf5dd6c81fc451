"""`action.yml`: valid by the public schema, its steps run by bash as a runner would, its inputs never commands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from conftest import Run

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "action.yml"
ACTION = yaml.safe_load(FILE.read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "run" in step}
MATCHER = ROOT / ".github" / "attrib-matcher.json"
DRAFT = "Crowds gathered in Gori (AFP, May 4). The minister of transport resigned.\n"
NOTED = "Crowds gathered in Gori (Upper Valley Shepherds Gazette, May 4; Itar-Tas, May 4).\n\n"


class Done(NamedTuple):
    """How a step ended: its status, its log, and the outputs and the summary that it wrote."""

    status: int
    log: str
    outputs: dict[str, str]
    summary: str


def expanded(text: str, contexts: dict[str, str]) -> str:
    """A value of the file with its `${{ }}` filled in; a context that nobody filled is a mistake of the test."""
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: contexts[found[1]], text)


def step(id: str, folder: Path, inputs: dict[str, str] | None = None, **contexts: str) -> Done:
    """One step with inputs, in a folder that is the workspace."""
    temp = folder.parent / "temp"
    temp.mkdir(exist_ok=True)
    known = {f"inputs.{name}": given.get("default", "") for name, given in ACTION["inputs"].items()}
    known |= {f"inputs.{name}": value for name, value in (inputs or {}).items()}
    known |= {
        "github.action_path": str(ROOT),
        "github.action_repository": "",
        "github.server_url": "https://github.com",
    }
    known |= {
        "steps.python.outputs.python-path": sys.executable,
        "steps.install.outputs.bin": str(Path(sys.executable).parent),
    }
    known |= {name.replace("__", "."): value for name, value in contexts.items()}
    own = STEPS[id]
    script = temp / f"{id}.sh"
    script.write_text(own["run"])
    files = {name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    dropped = ("GITHUB_", "COV", "NO_COLOR", "FORCE_COLOR", "PYTHONPATH")
    place = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    place |= {name: str(file) for name, file in files.items()} | {
        "RUNNER_TEMP": str(temp),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    place |= {name: expanded(value, known) for name, value in own["env"].items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=folder / expanded(own.get("working-directory", "."), known), env=place,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    return Done(done.returncode, done.stdout, outputs, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with drafts."""
    folder = tmp_path / "desk"
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "may.txt").write_text(DRAFT)
    (folder / "drafts" / "a b.txt").write_text(DRAFT.partition(")")[0] + ").\n")
    return folder


# --- its form ---------------------------------------------------------------------------------------------------------


def test_it_is_valid_by_the_public_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(FILE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_input_reaches_the_text_of_a_script() -> None:
    assert set(STEPS) == {"install", "check"}
    for own in STEPS.values():
        assert "${{" not in own["run"]
        assert "eval" not in own["run"]
        assert own["shell"] == "bash"
        used = set(re.findall(r"\$\{?([A-Z_]+)", own["run"])) - {"GITHUB_OUTPUT", "RUNNER_TEMP"}
        assert used == set(own["env"])


def test_every_input_is_used_and_every_one_that_is_used_is_declared() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", FILE.read_text("utf-8")))
    assert used == set(ACTION["inputs"])
    assert all(given["description"] and "default" in given for given in ACTION["inputs"].values())


# --- its steps --------------------------------------------------------------------------------------------------------


def test_the_check_annotates_the_words_and_writes_the_summary(desk: Path) -> None:
    done = step("check", desk, {"paths": "drafts\n"})
    assert done.status == 1
    assert done.outputs == {"status": "1"}
    assert "::error file=drafts/may.txt,line=1," in done.log
    assert "The minister of transport resigned" in done.summary


def test_inputs_become_options(desk: Path) -> None:
    (desk / "house.toml").write_text('select = ["S101"]\n')
    done = step(
        "check", desk, {"paths": "drafts/a b.txt\n\ndrafts/may.txt", "config": "house.toml", "fail-on": "never"}
    )
    assert (done.status, done.outputs) == (0, {"status": "0"})
    assert done.log.count("S101") == 1
    done = step("check", desk, {"paths": "drafts/a b.txt", "args": "--select=C,S\n--min-supported=100\n"})
    assert (done.status, done.outputs) == (0, {"status": "0"})
    done = step("check", desk, {"paths": "may.txt", "working-directory": "drafts"})
    assert done.status == 1


def test_the_configuration_says_what_to_check(desk: Path) -> None:
    (desk / "attrib.toml").write_text('include = ["drafts/a*"]\n')
    assert step("check", desk).status == 0


def test_with_a_revision_to_compare_with_old_findings_stay_quiet(desk: Path) -> None:
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "old"]):
        subprocess.run(["git", "-c", "user.name=D", "-c", "user.email=d@example.org", *words], cwd=desk, check=True)
    (desk / "drafts" / "june.txt").write_text(DRAFT.replace("transport", "trade"))
    done = step("check", desk, {"paths": "drafts", "diff-base": "HEAD"})
    assert done.status == 1
    assert "minister of trade" in done.log
    assert "minister of transport" not in done.log
    done = step("check", desk, {"paths": "drafts", "diff-base": "no-such-revision"})
    assert done.status == 2
    assert "no-such-revision" in done.log


def test_sarif_is_written_beside_the_log(desk: Path) -> None:
    done = step("check", desk, {"paths": "drafts", "sarif": "out.sarif", "upload-sarif": "true"})
    assert done.outputs == {"status": "1", "sarif": "written"}
    assert json.loads((desk / "out.sarif").read_text())["version"] == "2.1.0"
    done = step("check", desk, {"paths": "drafts", "upload-sarif": "true"})
    assert done.status == 2
    assert "name one in sarif" in done.log


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name not in ("working-directory", "version")])
@pytest.mark.parametrize("hostile", ['"; touch pwned; $(touch pwned)', "' && `touch pwned` '\nstatus=0\ntouch pwned"])
def test_an_input_is_never_a_command(desk: Path, name: str, hostile: str) -> None:
    done = step("check", desk, {"paths": "drafts", name: hostile})
    assert not list(desk.parent.rglob("pwned"))
    assert done.outputs.get("status") in (None, "1", "2")
    assert done.status == int(done.outputs.get("status", done.status))


@pytest.mark.parametrize(
    "version", ["; touch pwned", "$(touch pwned)", "v1\ntouch pwned", "--index-url=x", "v1 @ file:x"]
)
def test_a_version_is_a_tag_and_nothing_else(desk: Path, version: str) -> None:
    done = step("install", desk, {"version": version}, github__action_repository="desk/attrib")
    assert (done.status, done.outputs) == (2, {})
    assert "expected a tag, branch or commit" in done.log
    assert not list(desk.parent.rglob("pwned"))


def test_a_version_needs_a_repository(desk: Path) -> None:
    done = step("install", desk, {"version": "v0.1.0"})
    assert done.status == 2
    assert "leave version out" in done.log


@pytest.mark.slow
def test_it_installs_its_own_checkout(desk: Path) -> None:
    done = step("install", desk)
    assert done.status == 0, done.log
    done = step("check", desk, {"paths": "drafts"}, steps__install__outputs__bin=done.outputs["bin"])
    assert done.outputs == {"status": "1"}


# --- the problem matcher ----------------------------------------------------------------------------------------------

LINES = [
    ("drafts/may.txt:1:39: S101[error] no citation (uncited-statement)", ("drafts/may.txt", "1", "39", "S101", "error", "no citation (uncited-statement)")),
    ("C:\\desk\\may.txt:12:3: C110[warning] “Itar-Tas”: 1:2: no (misspelt-source)", ("C:\\desk\\may.txt", "12", "3", "C110", "warning", "“Itar-Tas”: 1:2: no (misspelt-source)")),
    ("may.txt:1:1: C109[note] unknown (unknown-source)", ("may.txt", "1", "1", "C109", "notice", "unknown (unknown-source)")),
    ("attrib: 4 claims: 67 % supported; 1 finding (1 error)", None),
    ("attrib: error: may.txt:1: no", None),
]  # fmt: skip
RUNNER = """
const { problemMatcher } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
const found = line => {
  for (const { severity, pattern: [own] } of problemMatcher) {
    const groups = new RegExp(own.regexp).exec(line);
    if (groups) {
      const of = key => own[key] ? groups[own[key]] : undefined;
      return [of("file"), of("line"), of("column"), of("code"), of("severity") || severity, of("message")];
    }
  }
  return null;
};
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(found)));
"""


def matched(lines: list[str]) -> list[tuple[str, ...] | None]:
    """What a runner reads in the lines of a log: file, line, column, code, severity and message."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("the patterns are JavaScript's, and there is no node here")
    done = subprocess.run(
        [node, "-e", RUNNER, str(MATCHER), json.dumps(lines)], capture_output=True, encoding="utf-8", check=True
    )
    return [one and tuple(one) for one in json.loads(done.stdout)]


def test_the_matcher_reads_every_severity() -> None:
    assert matched([line for line, _ in LINES]) == [found for _, found in LINES]


def test_the_matcher_knows_the_severities_that_a_runner_knows() -> None:
    matchers: list[dict[str, Any]] = json.loads(MATCHER.read_text())["problemMatcher"]
    assert len({one["owner"] for one in matchers}) == len(matchers)
    assert [one.get("severity") for one in matchers] == [None, "notice"]
    assert "(error|warning)" in matchers[0]["pattern"][0]["regexp"]


def test_the_matcher_reads_what_concise_writes(command: Run) -> None:
    Path("may.txt").write_text(NOTED + DRAFT)
    ran = command("check", "--output-format", "concise", "--date", "1999-05-05", "may.txt")
    findings = json.loads(command("check", "--output-format", "json", "--date", "1999-05-05", "may.txt").out)[
        "findings"
    ]
    severities = {"error": "error", "warning": "warning", "note": "notice"}
    assert {finding["severity"] for finding in findings} == set(severities)
    assert matched(ran.out.splitlines()) == [
        (
            "may.txt", str(one["line"]), str(one["column"]), one["code"], severities[one["severity"]],
            f"{one['message']} ({one['name']})",
        )
        for one in findings
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("workspace", "path", "told"),
    [
        ("", "may.txt", "may.txt"),
        (".", "may.txt", "may.txt"),
        ("..", "may.txt", "{folder}/may.txt"),
        ("..", "../{folder}/may.txt", "{folder}/may.txt"),
        ("below", "may.txt", "may.txt"),
    ],
)
def test_the_matcher_finds_the_draft_where_the_step_works_in_a_folder(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workspace: str, path: str, told: str
) -> None:
    (tmp_path / "may.txt").write_text("The minister resigned on Monday.\n")
    monkeypatch.setenv("GITHUB_WORKSPACE", workspace and str(tmp_path / workspace))
    named = path.format(folder=tmp_path.name)
    ran = command("check", "--output-format", "concise", "--date", "1999-05-05", named)
    assert ran.out.startswith(told.format(folder=tmp_path.name) + ":1:1: S10")


def test_concise_adds_the_matcher(desk: Path) -> None:
    done = step("check", desk, {"paths": "drafts", "output-format": "concise"})
    assert done.log.splitlines()[0] == f"::add-matcher::{MATCHER}"
    assert "drafts/may.txt:1:39: S101[error]" in done.log
