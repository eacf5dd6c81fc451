"""`attrib init`: a configuration that fits the drafts that are there, and snippets that their services take."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import Run

from attrib import starter
from attrib.config import settings

ROOT = Path(__file__).resolve().parent.parent
CITED = "Publication: Monitor Volume: 6 Issue: 52\n\nCrews walked out on March 13 (Interfax, March 13).\n"
INLINE = "The mayor of Pskov resigned on 2 December, ITAR-TASS reported on 3 December.\n"
PLAIN = "Write short sentences. Call the desk when in doubt.\n"


def furnish(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)


DESKS = [
    # every month has its folder, and next month's will count too
    ({"drafts/may/1.txt": CITED, "drafts/june/2.txt": CITED, "docs/how.md": PLAIN}, ["drafts/**"]),
    # guides stand beside the issues
    ({"site/issues/1.md": CITED, "site/guides/how.md": PLAIN}, ["site/issues/**"]),
    # drafts at the top, of two formats
    ({"1.txt": CITED, "2.md": CITED, "README.md": CITED, "old/notes.txt": PLAIN}, ["/*.md", "/*.txt"]),
    # what git ignores is no draft
    ({".git/HEAD": "", ".gitignore": "build/\n", "build/1.txt": CITED, "in/1.txt": CITED}, ["in/**"]),
    # signs that a glob would read otherwise
    ({"May [1] #2!/1.txt": CITED, "drafts *?/1.txt": CITED}, ["May\\ \\[1\\]\\ \\#2\\!/**", "drafts\\ \\*\\?/**"]),
    ({"docs/how.md": PLAIN}, None),
    ({}, None),
]  # fmt: skip


@pytest.mark.parametrize(("files", "include"), DESKS)
def test_it_includes_the_folders_with_bulletins(command: Run, files: dict[str, str], include: list[str] | None) -> None:
    furnish(files)
    ran = command("init")
    assert ran.status == 0, ran.err
    assert tomllib.loads(Path("attrib.toml").read_text("utf-8")).get("include") == include
    assert ("no draft found" in ran.err) == (include is None)
    ran = command("check", "--exit-zero", "--allow-empty")
    assert ran.status == 0, ran.err
    if include:
        wanted = [name for name, text in files.items() if text == CITED and name != "README.md" and "build" not in name]
        desk = starter.look(".", lambda path: "build" not in path)
        assert desk.files == len(wanted)
        assert all(re.search(desk.pattern, name) for name in wanted)
        assert not any(
            re.search(desk.pattern, name) for name in files if name.startswith(("docs", "old", "site/guides"))
        )


def test_an_archive_with_a_folder_for_every_day_is_one_folder(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    furnish({f"archive/1999/{day}/1.txt": CITED for day in range(60)} | {"docs/how.md": PLAIN})
    looked = []
    monkeypatch.setattr(
        starter, "_styles", lambda files: looked.extend(files) or {"monitor" for f in files if f.suffix == ".txt"}
    )
    assert "it includes archive/** (60 drafts)" in command("init").err
    assert len(looked) <= 2 * starter.LOOKED_AT


def test_a_bare_check_reads_what_it_includes(command: Run) -> None:
    furnish({"May [1] #2!/1.txt": f"{CITED[:-1]} Nobody was hurt.\n", "docs/how.md": "Nobody was hurt.\n"})
    command("init")
    ran = command("check", "--output-format", "concise", "--select", "S")
    assert ran.status == 1
    assert {line.partition(":")[0] for line in ran.out.splitlines()} == {"May [1] #2!/1.txt"}


def test_what_stands_in_comments_holds_too(command: Run) -> None:
    furnish({"drafts/1.txt": CITED})
    command("init")
    text = Path("attrib.toml").read_text("utf-8")
    Path("attrib.toml").write_text(re.sub(r"^# (?=[a-z-]+ = )", "", text, flags=re.MULTILINE), "utf-8")
    ran = command("check", "--add-baseline")
    assert ran.status == 0, ran.err
    assert Path("attrib-known.json").exists()
    assert settings().value("exclude") == []


@pytest.mark.parametrize(
    ("argv", "text", "profile"),
    [
        ([], CITED, None),
        (["--profile", "strict"], CITED, "strict"),
        ([], INLINE, "newsline"),
        (["--profile", "digest"], INLINE, "digest"),
    ],
)
def test_the_profile_is_the_one_asked_for_or_that_of_the_style(
    command: Run, argv: list[str], text: str, profile: str | None
) -> None:
    furnish({"drafts/1.txt": text})
    command("init", *argv)
    assert tomllib.loads(Path("attrib.toml").read_text("utf-8")).get("profile") == profile
    assert command("check", "--show-settings").status == 0


def test_nothing_is_overwritten(command: Run) -> None:
    Path("attrib.toml").write_text("ignore = ['S101']\n")
    ran = command("init")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "attrib: error: attrib.toml: there is a configuration already; --force writes a new one over it\n"
    assert Path("attrib.toml").read_text() == "ignore = ['S101']\n"
    assert command("init", "--force").status == 0
    assert "ignore" not in tomllib.loads(Path("attrib.toml").read_text("utf-8"))


@pytest.mark.parametrize(("name", "text"), [(".attrib.toml", ""), ("pyproject.toml", "[tool.attrib]\n")])
def test_another_file_of_settings_is_not_put_out_of_force(command: Run, name: str, text: str) -> None:
    Path(name).write_text(text)
    ran = command("init")
    assert ran.status == 2
    assert f"{name}: there is a configuration already; --force writes attrib.toml beside it" in ran.err
    assert not Path("attrib.toml").exists()


def test_a_pyproject_of_others_is_no_configuration(command: Run) -> None:
    Path("pyproject.toml").write_text("[tool.ruff]\n")
    assert command("init").status == 0


def test_a_draft_that_cannot_be_read_is_passed_over(command: Run) -> None:
    furnish({"drafts/2.txt": CITED})
    Path("drafts/1.txt").write_bytes(b"%PDF-1.4\n\x00\x00")
    assert command("init").status == 0
    assert tomllib.loads(Path("attrib.toml").read_text("utf-8"))["include"] == ["drafts/**"]


def test_another_folder(command: Run) -> None:
    furnish({"desk/drafts/1.txt": CITED})
    ran = command("init", "desk")
    assert ran.err == "attrib: desk/attrib.toml: written; it includes drafts/** (1 draft)\n"
    assert command("init", "nowhere").err == "attrib: error: nowhere: no such folder\n"


# --- the snippets -----------------------------------------------------------------------------------------------------

PLACES = {"github": ".github/workflows/attrib.yml", "gitlab": ".gitlab-ci.yml", "pre-commit": ".pre-commit-config.yaml"}


def snippet(command: Run, service: str) -> str:
    furnish({"drafts/1.txt": f"{CITED[:-1]} Nobody was hurt.\n"})
    ran = command("init", "--ci", service)
    assert (ran.status, ran.err) == (0, "")
    assert not Path("attrib.toml").exists()
    return ran.out


def test_there_is_one_for_each_service(command: Run) -> None:
    assert set(starter.snippets()) == set(PLACES)
    every = command("init").out
    for service, place in PLACES.items():
        own = snippet_of(service)
        assert own.startswith(f"# {place}\n")
        assert own in every
    assert "did you mean “gitlab”?" in command("init", "--ci", "gitlub").err


def snippet_of(service: str) -> str:
    return starter.snippet(service, starter.Desk())


@pytest.mark.parametrize(("service", "schema"), [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")])
def test_a_snippet_is_valid_by_the_public_schema(command: Run, service: str, schema: str) -> None:
    Path("snippet.yml").write_text(snippet(command, service))
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "snippet.yml"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_pre_commit_takes_its_snippet_and_the_hook_exists(command: Run) -> None:
    Path("snippet.yaml").write_text(snippet(command, "pre-commit"))
    check = [sys.executable, "-m", "pre_commit", "validate-config", "snippet.yaml"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    (repository,) = yaml.safe_load(Path("snippet.yaml").read_text())["repos"]
    (hook,) = repository["hooks"]
    assert hook["id"] in {known["id"] for known in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert re.search(hook["files"], "drafts/june/2.txt")
    assert not re.search(hook["files"], "old/drafts/2.txt")


def test_the_workflow_uses_inputs_that_the_action_has(command: Run) -> None:
    (job,) = yaml.safe_load(snippet(command, "github"))["jobs"].values()
    used = next(step for step in job["steps"] if "/attrib@" in step["uses"])
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert set(used.get("with", {})) <= set(action["inputs"])


def git(*words: str) -> str:
    named = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words]
    return subprocess.run(named, capture_output=True, text=True, check=True).stdout.strip()


def test_the_script_of_gitlab_leaves_its_reports(command: Run) -> None:
    job = yaml.safe_load(snippet(command, "gitlab"))["attrib"]
    install, check = job["script"]
    assert install.startswith("pip install ")
    furnish({"drafts/old.txt": f"{CITED[:-1]} Nobody drowned.\n"})
    git("init", "--quiet")
    git("add", "drafts/old.txt")
    git("commit", "--quiet", "--message", "what is on the main branch")
    base = git("rev-parse", "HEAD")
    git("add", "--all")
    git("commit", "--quiet", "--message", "what the merge request adds")
    done = subprocess.run(
        ["bash", "-c", re.sub(r"^attrib", f"{sys.executable} -m attrib", check)],
        env={**os.environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "Nobody was hurt" in done.stdout
    assert "Nobody drowned" not in done.stdout
    assert all(Path(file).stat().st_size for file in job["artifacts"]["reports"].values())
