"""`--diff-base REV` in real repositories: what a change touches is reported, and what it only moves is not."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

CITED = "Crowds gathered in the square (AFP, May 4)."
UNCITED = "Miners struck in the north on Monday."
DRAFT = f"""\
{CITED} The minister resigned on Monday.

Police closed the road (Reuters, May 4). {UNCITED}
"""
WIRED = f"{DRAFT}\nTwelve people died in the blast (Interfax, May 4).\n"


def git(*words: str) -> str:
    command = ["git", "-c", "user.name=Ed", "-c", "user.email=ed@example.org", "-c", "core.autocrlf=false", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def put(text: str, name: str = "draft.txt") -> None:
    Path(name).write_bytes(text.encode())


Find = Callable[[str, str], list[str]]


@pytest.fixture
def found(command: Run) -> Find:
    """Commits a draft, changes it, and gives what `check` below does."""
    git("init", "-q", "-b", "main")

    def call(before: str, now: str) -> list[str]:
        put(before)
        git("add", ".")
        git("commit", "-q", "--allow-empty", "-m", "before")
        put(now)
        return check(command)

    return call


def check(command: Run, *options: str, base: str = "main") -> list[str]:
    """The code and line of each finding on missing or single support."""
    ran = command("check", ".", "--isolated", "--diff-base", base, "--output-format", "json", *options)
    assert ran.status in (0, 1), ran.err
    return [
        f"{one['code']} {one['path']}:{one['line']}"
        for one in json.loads(ran.out)["findings"]
        if one["code"] in ("S101", "S102", "S108")
    ]


@pytest.mark.parametrize(
    ("before", "now", "touched"),
    [
        (DRAFT, DRAFT, []),
        (DRAFT, f"New (AFP, May 4).\n\n{DRAFT}", []),
        (DRAFT, DRAFT.replace(". ", ".\n"), []),
        (DRAFT, DRAFT.replace("\n", "\r\n"), []),
        (DRAFT, "\n\n".join(reversed(DRAFT.strip().split("\n\n"))), []),
        (DRAFT, DRAFT.replace("resigned", "stepped down"), ["S101 draft.txt:1"]),
        (DRAFT, DRAFT.replace("closed the road", "opened the road"), []),
        (DRAFT, f"{DRAFT[:-1]} The dam broke.\n", ["S101 draft.txt:3"]),
        (DRAFT.replace(UNCITED, UNCITED[:-1] + " (AFP, May 4)."), DRAFT, ["S101 draft.txt:3"]),
        ("", DRAFT, ["S101 draft.txt:1", "S101 draft.txt:3"]),
    ],
    ids=["nothing", "moved", "wrapped", "line ends", "swapped", "reworded", "elsewhere", "added", "citation lost", "new"],
)  # fmt: skip
def test_only_what_the_change_touches_is_reported(found: Find, before: str, now: str, touched: list[str]) -> None:
    assert found(before, now) == touched


def test_a_claim_on_another_citation_is_touched(found: Find) -> None:
    assert found(WIRED, WIRED) == []
    assert found(WIRED, WIRED.replace("Interfax", "TASS")) == ["S108 draft.txt:5"]


def test_a_renamed_draft_is_followed_and_a_new_one_is_all_new(command: Run) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT)
    git("add", ".")
    git("commit", "-qm", "before")
    git("mv", "draft.txt", "ça va – “2”.txt")
    put(DRAFT.replace("resigned", "fled"), "ça va – “2”.txt")
    put(DRAFT, "-n.txt")
    git("add", "ça va – “2”.txt")
    assert check(command) == ["S101 -n.txt:3", "S101 ça va – “2”.txt:1"]  # what was reworded there stands in -n.txt


@pytest.mark.parametrize(
    ("now", "touched"),
    [
        ({"draft.txt": CITED, "other.txt": DRAFT.partition("\n\n")[2]}, []),
        ({"draft.txt": UNCITED, "other.txt": f"{CITED} {UNCITED}"}, ["S102 draft.txt:1", "S101 other.txt:1"]),
        ({"moved.txt": DRAFT.replace(". ", ".\n")}, []),
        ({"draft.txt": DRAFT, "copy.txt": DRAFT}, ["S101 copy.txt:1", "S101 copy.txt:3"]),
        ({"a.txt": DRAFT, "b.txt": DRAFT}, ["S101 b.txt:1", "S101 b.txt:3"]),
        ({"moved.txt": DRAFT.replace(" (Reuters, May 4)", "")}, ["S102 moved.txt:3"]),
    ],
    ids=[
        "an item",
        "a copy of a part",
        "a draft wrapped anew",
        "a copy is new",
        "moved once",
        "moved without its citation",
    ],
)
def test_text_that_moves_to_another_draft_is_not_touched(command: Run, now: dict[str, str], touched: list[str]) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT)
    git("add", ".")
    git("commit", "-qm", "before")
    Path("draft.txt").unlink()
    for name, text in now.items():
        put(text, name)
    assert check(command) == touched


def test_text_that_was_no_draft_is_new_in_one(command: Run) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT, "README.md")
    put("No draft.", "notes.txt")
    git("add", ".")
    git("commit", "-qm", "before")
    Path("README.md").unlink()
    put(DRAFT.replace(". ", ".\n"))
    assert check(command) == ["S101 draft.txt:2", "S101 draft.txt:5"]


def test_what_others_did_since_is_no_change_of_ours(command: Run) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT)
    git("add", ".")
    git("commit", "-qm", "before")
    git("checkout", "-qb", "ours")
    put(DRAFT, "other.txt")
    git("add", ".")
    git("commit", "-qm", "ours")
    git("checkout", "-q", "main")
    put(CITED)
    git("commit", "-qam", "theirs: both uncited statements are gone")
    git("checkout", "-q", "ours")
    assert check(command) == ["S101 other.txt:1", "S101 other.txt:3"]


def test_what_is_left_out_is_said_and_the_sums_are_of_the_whole(command: Run) -> None:
    git("init", "-q")
    put(DRAFT)
    git("add", ".")
    git("commit", "-qm", "before")
    ran = command("check", "draft.txt", "--select", "S101", "--diff-base", "HEAD", "--isolated")
    assert (ran.status, ran.out) == (0, "")
    assert "2 findings on text unchanged since HEAD (" in ran.err
    assert "4 claims" in ran.err
    (Path("sub")).mkdir()
    put(DRAFT + "\nThe dam broke.\n", "sub/new.txt")
    ran = command("check", "sub", "--select", "S", "--diff-base", "HEAD", "--output-format", "concise", "--isolated")
    assert ran.status == 1


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--diff-base", "mian"], "--diff-base mian: git knows no such revision; did you mean “main”?"),
        (["--diff-base=--all"], "--diff-base --all: git knows no such revision"),
        (["--diff-base", "HED"], "--diff-base HED: git knows no such revision; did you mean “HEAD”?"),
        (["--diff-base", ""], "--diff-base: the revision is empty; name a branch, a tag or a commit"),
        (["--diff-base", "apart"], "--diff-base apart: has no commit in common with HEAD\n"),
        (["--diff-base", "main", "--fix"], "--diff-base and --fix do not go together"),
        (["--diff-base", "main", "--add-ignore", "old"], "--diff-base and --add-ignore do not go together"),
        (
            ["--diff-base", "main", "--add-baseline", "--baseline", "k"],
            "--diff-base and --add-baseline do not go together",
        ),
    ],
)
def test_what_git_cannot_tell_is_said(command: Run, argv: list[str], said: str) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT)
    git("add", ".")
    git("commit", "-qm", "before")
    git("checkout", "-q", "--orphan", "apart")
    git("commit", "-qm", "apart")
    git("checkout", "-q", "main")
    ran = command("check", "draft.txt", "--isolated", *argv)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert git("status", "--porcelain") == ""


def test_a_shallow_clone_says_what_it_may_lack(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q", "-b", "main", "whole")
    for name in ("one.txt", "two.txt"):
        put(DRAFT, f"whole/{name}")
        git("-C", "whole", "add", ".")
        git("-C", "whole", "commit", "-qm", name)
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}/whole", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert check(command, base="HEAD") == []
    ran = command("check", "--isolated", "--diff-base", "HEAD~1")
    assert (ran.status, ran.out) == (2, "")
    assert "git knows no such revision; this clone is shallow and may lack it" in ran.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a folder away")
def test_a_repository_of_somebody_else_is_none_that_git_reads(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for path in (tmp_path, tmp_path / ".git"):
        os.chown(path, 65534, 65534)
    ran = command("check", "--isolated", "--diff-base", "main")
    assert ran.status == 2
    assert "--diff-base main: git says: detected dubious ownership in repository" in ran.err
    assert "see safe.directory in `git help config`" in ran.err


def test_without_a_repository(command: Run) -> None:
    put(DRAFT)
    ran = command("check", "draft.txt", "--diff-base", "main", "--isolated")
    assert ran.status == 2
    assert "is in no git repository" in ran.err


def test_a_draft_outside_the_repository(command: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    git("init", "-q", "-b", "main")
    put(DRAFT)
    git("add", ".")
    git("commit", "-qm", "before")
    other = tmp_path_factory.mktemp("other") / "draft.txt"
    other.write_text(DRAFT)
    ran = command("check", str(other), "--diff-base", "main", "--isolated")
    assert ran.status == 2
    assert "is not in the repository" in ran.err
