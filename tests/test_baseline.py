"""A baseline: what it knows stays quiet wherever it moves, what is new is told, what is gone is pruned."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from conftest import Run

FIRST = "The minister of transport resigned."
ANEW = "mend it, or name a new file, which --add-baseline writes"
SECOND = "Two generals were arrested at the airport."
TEXT = f"Crowds gathered in the square of Gori late on Monday (AFP, May 4). {FIRST}\n"


def check(command: Run, *argv: str) -> list[str]:
    """The words at which S101 is found."""
    ran = command("check", "--select", "S101", "--baseline", "known.json", "--output-format", "jsonl", *argv)
    found = [json.loads(line) for line in ran.out.splitlines()]
    return [Path(one["path"]).read_text()[one["start"] : one["end"]] for one in found]


@pytest.fixture
def draft(command: Run, tmp_path: Path) -> Path:
    """A draft whose finding is known."""
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT)
    assert command("check", "draft.txt", "--select", "S101", "--baseline", "known.json", "--add-baseline").status == 0
    return draft


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (TEXT, []),
        (TEXT.replace("The minister of", "The minister\nof"), []),
        (TEXT.replace("The minister", "THE minister"), []),
        (f"The square is empty (AFP, May 3).\n\n{TEXT}", []),
        (f"{TEXT[:-1]} {SECOND}\n", [SECOND]),
        (f"{TEXT[:-1]} {FIRST}\n", [FIRST]),
        (TEXT.replace(FIRST, SECOND), [SECOND]),
    ],
)
def test_only_what_is_new_is_told(command: Run, draft: Path, text: str, new: list[str]) -> None:
    draft.write_text(text)
    assert check(command, "draft.txt") == new


def test_the_same_words_in_another_draft_are_new(command: Run, draft: Path) -> None:
    draft.with_name("other.txt").write_text(TEXT)
    assert check(command, ".") == [FIRST]


@pytest.mark.parametrize(
    ("now", "new"),
    [
        ({"draft.txt": None, "2026/may.txt": TEXT}, []),
        ({"draft.txt": "All is well (AFP, May 4).\n", "other.txt": TEXT.replace("The minister of", "The minister\nof")}, []),
        ({"draft.txt": None, "a.txt": TEXT, "b.txt": TEXT}, [FIRST]),
        ({"draft.txt": None, "a.txt": TEXT.replace(FIRST, SECOND)}, [SECOND]),
    ],
    ids=["a draft renamed", "an item moved", "moved once", "another statement"],
)  # fmt: skip
def test_what_moves_to_another_draft_is_known_there(
    command: Run, draft: Path, now: dict[str, str | None], new: list[str]
) -> None:
    for name, text in now.items():
        file = draft.parent / name
        file.parent.mkdir(exist_ok=True)
        file.unlink() if text is None else file.write_text(text)
    assert check(command, ".") == new


def test_what_is_met_no_more_is_told_and_pruned_and_other_drafts_stay(
    command: Run, draft: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text(TEXT)
    argv = ["--select", "S101", "--baseline", "known.json"]
    command("check", "other.txt", *argv, "--add-baseline")
    draft.write_text(TEXT.replace(FIRST, SECOND))
    assert "known.json: 1 finding met no more; --add-baseline takes them out" in command("check", ".", *argv).err
    assert "known.json: 1 finding written down" in command("check", "draft.txt", *argv, "--add-baseline").err
    known = json.loads((tmp_path / "known.json").read_text())["findings"]
    assert [(one["path"], one["words"]) for one in known] == [
        ("draft.txt", SECOND.lower()),
        ("other.txt", FIRST.lower()),
    ]
    assert check(command, ".") == []


def known(tmp_path: Path) -> list[tuple[str, str]]:
    """What the baseline holds: drafts and codes."""
    return [(one["path"], one["code"]) for one in json.loads((tmp_path / "known.json").read_text())["findings"]]


def test_what_no_rule_was_asked_about_stays_known(command: Run, draft: Path, tmp_path: Path) -> None:
    argv = ["check", "draft.txt", "--baseline", "known.json", "--select"]
    draft.write_text(f"{TEXT}\n{FIRST}\n")
    assert command(*argv, "S101,S102", "--add-baseline").status == 0
    assert known(tmp_path) == [("draft.txt", "S101"), ("draft.txt", "S102")]
    draft.write_text("All is well (AFP, May 4).\n")
    assert "1 finding met no more" in command(*argv, "S102").err
    assert "met no more" not in command(*argv, "A").err
    command(*argv, "S102", "--add-baseline")
    assert known(tmp_path) == [("draft.txt", "S101")]


def test_what_was_known_of_a_draft_that_is_gone_is_pruned_and_of_one_that_cannot_be_read_it_stays(
    command: Run, draft: Path, tmp_path: Path
) -> None:
    argv = ["check", ".", "--select", "S101", "--baseline", "known.json", "--add-baseline"]
    for name in ("gone.txt", "torn.txt"):
        draft.with_name(name).write_text(TEXT)
    command(*argv)
    draft.with_name("gone.txt").unlink()
    draft.with_name("torn.txt").write_bytes(b"\x7fELF\x00\x00\x03")
    assert command(*argv).status == 2
    assert known(tmp_path) == [("draft.txt", "S101"), ("torn.txt", "S101")]


def test_what_a_sparse_checkout_leaves_out_stays_known(command: Run, draft: Path, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=tmp_path, check=True)

    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/old.txt").write_text(TEXT)
    argv = ["check", ".", "--select", "S101", "--baseline", "known.json"]
    command(*argv, "--add-baseline")
    both = [("archive/old.txt", "S101"), ("draft.txt", "S101")]
    assert known(tmp_path) == both
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "all")
    git("sparse-checkout", "set", "--no-cone", "/*", "!/archive/")
    assert not (tmp_path / "archive").exists()
    assert "met no more" not in command(*argv).err
    command(*argv, "--add-baseline")
    assert known(tmp_path) == both
    git("sparse-checkout", "disable")
    (tmp_path / "archive/old.txt").unlink()
    assert "1 finding met no more" in command(*argv).err
    command(*argv, "--add-baseline")
    assert known(tmp_path) == [("draft.txt", "S101")]


@pytest.mark.parametrize(
    "writing", [["--fix"], ["--add-ignore", "seen"], ["--output-format", "json=out.json"], ["--add-baseline"]]
)
def test_with_a_baseline_that_cannot_be_read_nothing_is_written(
    command: Run, tmp_path: Path, writing: list[str]
) -> None:
    text = f"{TEXT}\nThe dam broke (AFP,May 4).\n"
    (tmp_path / "draft.txt").write_text(text)
    (tmp_path / "known.json").write_text("[")
    ran = command("check", "draft.txt", "--baseline", "known.json", *writing)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("attrib: error: known.json:1: found its end too early, expected a baseline; ")
    assert (tmp_path / "draft.txt").read_text() == text
    assert sorted(file.name for file in tmp_path.iterdir()) == ["draft.txt", "known.json"]


def test_a_configuration_names_the_baseline_from_its_own_folder(
    command: Run, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "attrib.toml").write_text('baseline = "known.json"')
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert command("check", "../draft.txt", "--select", "S101").status == 0
    assert command("check", "../draft.txt", "--select", "S101", "--isolated").status == 1


@pytest.mark.parametrize(
    ("baseline", "argv", "message"),
    [
        (None, [], "known.json: no such baseline; --add-baseline writes one"),
        ("", [], f"known.json: found nothing, expected a baseline; {ANEW}"),
        ("[\n", [], f"known.json:2: found its end too early, expected a baseline; {ANEW}"),
        ("{\n<<<<<<< ours\n", [], f"known.json:2: found a conflict of two branches, expected a baseline; {ANEW}"),
        ('{"a": nope}', ["--add-baseline"], f"known.json:1:7: found “nope}}”, expected a baseline; {ANEW}"),
        ("[" * 100_000, [], f"known.json: is no text that a baseline could be; {ANEW}"),
        ("[]", [], f"known.json: found none, expected the schema “attrib/baseline/1” and its findings; {ANEW}"),
        (
            '{"schema": "attrib/findings/1"}',
            [],
            f"known.json: found the schema “attrib/findings/1”, expected the schema “attrib/baseline/1” and its findings; {ANEW}",
        ),
        ('{"schema": "attrib/baseline/1"}', [], "known.json: found no list of findings, expected the schema"),
        (
            '{"schema": "attrib/baseline/1", "findings": [1]}',
            [],
            "known.json: findings[1]: expected a table of path, code",
        ),
        (
            '{"schema": "attrib/baseline/1", "findings": [{"path": "a", "code": "S101", "words": "b", "ordinal": "1"}]}',
            ["--add-baseline"],
            "known.json: findings[1].ordinal: found '1', expected a number",
        ),
    ],
)
def test_a_baseline_that_cannot_be_read_is_named_and_left_alone(
    command: Run, tmp_path: Path, baseline: str | None, argv: list[str], message: str
) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    if baseline is not None:
        (tmp_path / "known.json").write_text(baseline)
    ran = command("check", "draft.txt", "--baseline", "known.json", *argv)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    if baseline is not None:
        assert (tmp_path / "known.json").read_text() == baseline


def test_where_to_write_must_be_said(command: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    assert (
        "--add-baseline needs to know where; add --baseline FILE" in command("check", "draft.txt", "--add-baseline").err
    )
