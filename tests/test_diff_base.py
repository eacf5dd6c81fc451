"""`--diff-base REV` in real repositories: what a change touches is reported, and what it only moves is not."""

from __future__ import annotations

import json
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
        if one["code"] in ("S101", "S108")
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
    assert check(command) == ["S101 -n.txt:1", "S101 -n.txt:3", "S101 ça va – “2”.txt:1"]


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
        (["--diff-base", ""], "git knows no such revision"),
        (["--diff-base", "apart"], "has no commit in common with HEAD; a shallow clone may lack it"),
        (["--diff-base", "main", "--fix"], "--diff-base and --fix do not go together"),
        (["--diff-base", "main", "--add-ignore", "old"], "--diff-base and --add-ignore do not go together"),
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
