"""The hook of `.pre-commit-hooks.yaml`, run by the real pre-commit from a clone of this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CLEAN = "Crowds gathered in the square of Gori late on Monday (AFP, May 4).\n"
UNCITED = f"{CLEAN[:-1]} The minister of transport resigned.\n"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "COV"))}
    environment = {**kept, "PRE_COMMIT_HOME": str(folder.parent / "hooks")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def git(folder: Path, *words: str) -> str:
    done = run(folder, "git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_pre_commit_runs_the_hook_on_the_drafts_that_are_staged(tmp_path: Path) -> None:
    hook = tmp_path / "attrib"
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines()
    for name in listed:  # as it is here, committed or not
        if (ROOT / name).is_file():
            (hook / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, hook / name)
    git(hook, "init", "--quiet")
    git(hook, "add", "--all")
    git(hook, "commit", "--quiet", "--message", "attrib as it is here")
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "--quiet")
    (desk / "attrib.toml").write_text('exclude = ["old/"]\nselect = ["S"]')
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook}\n  rev: {git(hook, 'rev-parse', 'HEAD')}\n  hooks:\n  - id: attrib\n"
    )
    for name, text in (("may.txt", UNCITED), ("june.md", CLEAN), ("old/april.txt", UNCITED)):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text(text)
    git(desk, "add", "--all")
    pre_commit = [sys.executable, "-m", "pre_commit", "run"]
    done = run(desk, *pre_commit)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "may.txt:1:68: S101 error uncited-statement" in done.stdout
    assert "april" not in done.stdout
    (desk / "may.txt").write_text(CLEAN)
    git(desk, "add", "--all")
    done = run(desk, *pre_commit)
    assert done.returncode == 0, done.stdout + done.stderr
    (desk / "README.md").write_text(UNCITED)
    done = run(desk, *pre_commit, "--files", "old/april.txt", "README.md")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Skipped" not in done.stdout  # the hook was run on them, and left them out
