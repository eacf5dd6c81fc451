"""Suppressions beside a draft, and those that `--add-ignore` writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

TEXT = "Crowds gathered in the square of Gori late on Monday (AFP, May 4). The minister of transport resigned.\n"
WORDS = "The minister of transport resigned."
ENTRY = f'[[ignore]]\nfile = "draft.txt"\nrule = "S101"\ntext = "{WORDS}"\nreason = "heard on the telephone"\n'
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def check(command: Run, *argv: str) -> list[str]:
    ran = command("check", "--date", "1999-05-05", "--output-format", "concise", *argv)
    return [line.split(": ")[1].partition("[")[0] for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("sidecar", "codes"),
    [
        ("", ["S101"]),
        (ENTRY, []),
        (ENTRY.replace("S101", "uncited-statement"), []),
        (ENTRY.replace("The minister of", "the Minister  of"), []),
        (ENTRY.replace('"draft.txt"', '"./draft.txt"'), []),
        (ENTRY.replace('"draft.txt"', '"other.txt"'), ["S101"]),
        (ENTRY.replace("transport", "defense"), ["N107", "S101"]),
        (ENTRY.replace("reason", "nth = 2\nreason"), ["N107", "S101"]),
        (ENTRY.replace("S101", "C109"), ["N107", "S101"]),
    ],
)
def test_an_entry_keeps_one_finding_back(command: Run, tmp_path: Path, sidecar: str, codes: list[str]) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_text(sidecar)
    assert check(command, "draft.txt") == codes


def test_the_closest_sidecar_counts_and_sees_paths_from_its_own_folder(command: Run, tmp_path: Path) -> None:
    (tmp_path / "may").mkdir()
    (tmp_path / "may/draft.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_text(ENTRY.replace("draft.txt", "may/draft.txt"))
    assert check(command, "may") == []
    (tmp_path / "may/attrib-ignore.toml").write_text("")
    assert check(command, "may") == ["S101"]


def test_an_entry_that_a_moved_text_leaves_behind_is_reported(command: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_text(ENTRY)
    (tmp_path / "draft.txt").write_text("The square is empty (AFP, May 4).\n\n" + TEXT.replace(" The", "\nThe"))
    assert check(command, "draft.txt") == []
    (tmp_path / "draft.txt").write_text("The square is empty (AFP, May 4).\n")
    ran = command("check", "draft.txt", "--output-format", "concise", "--date", "1999-05-05")
    assert "attrib-ignore.toml: ignore[1] is for S101 on “the minister of transport resigned.”" in ran.out


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        (ENTRY.replace("S101", "S1O1"), "attrib-ignore.toml: ignore[1].rule: no rule is called “S1O1”; did you mean “S101”?"),
        (ENTRY.replace("reason", "raeson"), "attrib-ignore.toml: ignore[1]: unknown key “raeson”; did you mean “reason”?"),
        (ENTRY.replace("heard on the telephone", " "), "attrib-ignore.toml: ignore[1].reason: is empty; say why"),
        (ENTRY.replace('reason = "heard on the telephone"', ""), "attrib-ignore.toml: ignore[1].reason: is missing"),
        (ENTRY.replace('file = "draft.txt"', ""), "attrib-ignore.toml: ignore[1].file: is missing; say which draft"),
        (ENTRY.replace('"S101"', "101"), "attrib-ignore.toml: ignore[1].rule: found 101, expected the code or name of a rule"),
        (ENTRY.replace("reason", "nth = 0\nreason"), "attrib-ignore.toml: ignore[1].nth: found 0, expected a number from 1"),
        ("ignore = 1", "attrib-ignore.toml: ignore: found 1, expected tables: [[ignore]]"),
        ("[[ignored]]", "attrib-ignore.toml: unknown key “ignored”; did you mean “ignore”?"),
        ("[[ignore", "attrib-ignore.toml: not valid TOML"),
    ],
)  # fmt: skip
def test_a_mistake_names_the_entry_and_the_right_word(command: Run, tmp_path: Path, sidecar: str, message: str) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_text(sidecar)
    ran = command("check", "draft.txt")
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize("writing", [["--fix"], ["--add-ignore", "seen"], ["--output-format", "json=out.json"]])
def test_with_a_mistake_in_one_sidecar_nothing_is_written(command: Run, tmp_path: Path, writing: list[str]) -> None:
    (tmp_path / "below").mkdir()
    text = f"{TEXT}\nThe dam broke (AFP,May 4).\n"
    for name in ("a.txt", "below/b.txt"):
        (tmp_path / name).write_text(text)
    (tmp_path / "below/attrib-ignore.toml").write_text("[[ignore]]\nrule = 101\nreson = 'x'")
    ran = command("check", ".", *writing)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "attrib: error: below/attrib-ignore.toml: ignore[1].rule: found 101, expected the code or name of a rule",
        "attrib: error: below/attrib-ignore.toml: ignore[1]: unknown key “reson”; did you mean “reason”?",
        "attrib: error: below/attrib-ignore.toml: ignore[1].text: is missing; an entry has rule, text, reason",
        "attrib: error: below/attrib-ignore.toml: ignore[1].reason: is missing; an entry has rule, text, reason",
    ]
    assert [(tmp_path / name).read_text() for name in ("a.txt", "below/b.txt")] == [text, text]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "below"]


def test_no_report_is_written_either(command: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_text("[[ignore")
    ran = command("report", "draft.txt", "-o", "out.html")
    assert (ran.status, (tmp_path / "out.html").exists()) == (2, False)
    assert "attrib-ignore.toml: not valid TOML" in ran.err


def test_an_entry_for_a_draft_that_is_gone_is_told(command: Run, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_text(ENTRY)
    said = "attrib: warning: attrib-ignore.toml: ignore[1]: there is no draft “draft.txt”: take the entry out, or name"
    assert said in command("check", "new.txt").err
    assert said not in command("check", "new.txt", "--quiet").err


# --- --add-ignore -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted([*EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.md")]), ids=lambda file: file.name)
def test_all_that_is_found_is_written_down_and_then_gone(command: Run, tmp_path: Path, file: Path) -> None:
    (tmp_path / file.name).write_bytes(file.read_bytes())
    before = check(command, file.name)
    ran = command(
        "check",
        file.name,
        "--date",
        "1999-05-05",
        "--add-ignore",
        'seen by the “desk" \\ chief',
        "--fail-on",
        "note",
        "--output-format",
        "concise",
    )
    kept = [code for code in before if code.startswith("N")]
    assert check(command, file.name) == kept
    assert f"{len(before) - len(kept)} finding" in ran.err
    assert command("check", file.name, "--date", "1999-05-05", "--add-ignore", "again").err.startswith(
        "attrib: 0 findings ignored"
    )


NOTED = "Crowds gathered on Monday (AFP, Reuters, May 4). The minister of transport resigned.\n"


def test_notes_are_ignored_only_where_they_fail_a_draft(command: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(NOTED)
    ran = command("check", "draft.md", "--date", "1999-05-05", "--add-ignore", "known")
    assert "S111 note" in ran.out
    assert ran.err.startswith("attrib: 1 finding ignored: known")
    assert (tmp_path / "draft.md").read_text() == NOTED.rstrip() + " <!-- attrib: ignore[S101] known -->\n"


@pytest.mark.parametrize(
    ("draft", "written"),
    [
        ("*The minister resigned.*\n", "*The minister resigned.* <!-- attrib: ignore[S102] known -->\n"),
        ("The minister resigned.[^1]\n\n[^1]: Interfax, 31 June\n[afp]: https://afp.com\n", "The minister resigned.[^1]\n\n[^1]: Interfax, 31 June <!-- attrib: ignore[D104] known -->\n[afp]: https://afp.com\n"),
    ],
)  # fmt: skip
def test_a_comment_stands_behind_emphasis_and_before_addresses(
    command: Run, tmp_path: Path, draft: str, written: str
) -> None:
    (tmp_path / "draft.md").write_text(draft)
    command("check", "draft.md", "--date", "1999-05-05", "--add-ignore", "known")
    assert (tmp_path / "draft.md").read_text() == written


def test_markdown_gets_comments_and_text_a_sidecar(command: Run, tmp_path: Path) -> None:
    for name in ("draft.txt", "draft.md"):
        (tmp_path / name).write_text(TEXT)
    argv = ["--select", "S101", "--add-ignore", "heard on the telephone"]
    assert command("check", "draft.md", *argv).status == 0
    assert (tmp_path / "draft.md").read_text() == TEXT.replace(
        "resigned.", "resigned. <!-- attrib: ignore[S101] heard on the telephone -->"
    )
    assert not (tmp_path / "attrib-ignore.toml").exists()
    assert command("check", "draft.txt", *argv).status == 0
    assert (tmp_path / "draft.txt").read_text() == TEXT
    assert (tmp_path / "attrib-ignore.toml").read_text() == ENTRY.replace('"S101"', '"S101"  # uncited-statement')


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["draft.txt", "--add-ignore", " "], "--add-ignore: the reason is empty; say why"),
        (["draft.txt", "--add-ignore", "a --> b"], "a comment cannot hold “--”"),
        (["draft.txt", "--add-ignore", "known", "--fix"], "--add-ignore and --fix do not go together"),
    ],
)
def test_what_cannot_be_written_down(command: Run, tmp_path: Path, argv: list[str], message: str) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    ran = command("check", *argv)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert [file.name for file in tmp_path.iterdir()] == ["draft.txt"]


def test_a_sidecar_that_cannot_be_read_is_named(command: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT)
    (tmp_path / "attrib-ignore.toml").write_bytes(b"\xff\xfe")
    ran = command("check", "draft.txt", "--add-ignore", "known")
    assert (ran.status, (tmp_path / "attrib-ignore.toml").read_bytes()) == (2, b"\xff\xfe")
    assert "attrib-ignore.toml: byte 1 is not UTF-8" in ran.err
