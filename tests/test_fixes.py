"""Fixes: what is mended in a draft's file, what is left as it was, and that nothing is ever lost."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from attrib import analyse, check, load_rulebook
from attrib.errors import AttribError
from attrib.fixing import difference, disjoint, edited, fixed
from attrib.inputs import read_text
from attrib.keeping import saving
from attrib.model import Analysis, Document, Edit, Finding, Fix, Span

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
GOLD = Path(__file__).resolve().parent / "gold"

MENDED = [
    # spelling of the registry
    ("Crews walked out (InterFax, May 4).", "Crews walked out (Interfax, May 4)."),
    # a reference that stands twice
    ("Crews walked out (Interfax, Interfax, May 4).", "Crews walked out (Interfax, May 4)."),
    # a spelling that hid a duplicate: both, in one run
    ("Crews walked out (InterFax, Interfax, May 4).", "Crews walked out (Interfax, May 4)."),
    # the date form that the rest of the bulletin has
    (
        "Crews walked out (AFP, May 4). They came back (AFP, May 4). They left again (Interfax, 4 May).",
        "Crews walked out (AFP, May 4). They came back (AFP, May 4). They left again (Interfax, May 4).",
    ),
]
SPACING = [
    ("Crews walked out (Interfax,May 4;AFP ,May 5).", "Crews walked out (Interfax, May 4; AFP, May 5)."),
    ("Crews walked out( Interfax,  May 4 )and came back.", "Crews walked out (Interfax, May 4) and came back."),
    ("Crews walked out  (Nezavisimaya  Gazeta, May 3,4).", "Crews walked out (Nezavisimaya Gazeta, May 3, 4)."),
    # what is right, or may be meant
    ("Crews walked out.  (Interfax, May 4)", None),
    ("Crews  walked out  and came  back late,  and went  again (Interfax,  May 4).", None),
    ('Crews walked out (Interfax, "Strike,Again", May 4; https://tass.com/a,b;c, May 4).', None),
    ("Crews walked out (Interfax, May 4; , May 5; ;AFP, May 5;).", None),
    ("Crews walked out (Interfax,\nMay 4;\nAFP, May 4).", None),
    (
        "Crews walked “(out)” and wrote a(b) and f( x,y )  (Interfax, May 4).",
        "Crews walked “(out)” and wrote a(b) and f( x,y )  (Interfax, May 4).",
    ),
]
MARKS = [
    ("Crews walked out (Interfax, May 4, AFP, May 5).", "Crews walked out (Interfax, May 4; AFP, May 5)."),
    (
        "Crews walked out (Interfax May 4,\nAFP, Reuters, May 5).",
        "Crews walked out (Interfax, May 4;\nAFP, Reuters, May 5).",
    ),
    # whose day is whose cannot be told from the marks
    ("Crews walked out (Interfax; AFP, May 4).", None),
    ("Crews walked out (Interfax, AFP, May 4, 5).", None),
    ("Crews walked out (May 4, Interfax; AFP, May 5).", None),
    ("Crews walked out (Interfax of May 4; AFP, May 5).", None),
]
UNSAFE = [
    # another source may be meant
    ("Crews walked out (Interfx, May 4).", "Crews walked out (Interfax, May 4)."),
    # the bracket may have been meant to close elsewhere
    ("Crews walked out (Interfax, May 4.", "Crews walked out (Interfax, May 4)."),
]


def fix(command: Run, text: bytes, *argv: str, name: str = "draft.txt") -> bytes:
    Path(name).write_bytes(text)
    ran = command("check", "--fix", "--fail-on", "never", "--date", "1999-05-05", name, *argv)
    assert ran.status == 0, ran.err
    return Path(name).read_bytes()


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_what_is_safe_is_mended(command: Run, before: str, after: str) -> None:
    assert fix(command, before.encode()).decode() == after


@pytest.mark.parametrize(("before", "after"), SPACING)
def test_blanks_in_citations_are_set_right(command: Run, before: str, after: str | None) -> None:
    assert fix(command, before.encode(), "--select", "C118").decode() == (after or before)


@pytest.mark.parametrize(("before", "after"), MARKS)
def test_marks_in_citations_are_those_of_the_style(command: Run, before: str, after: str | None) -> None:
    assert fix(command, before.encode(), "--select", "C119", "--style", "monitor").decode() == (after or before)
    assert fix(command, before.encode(), "--select", "C119", "--style", "generic").decode() == before


WELL_SET = (
    "Crews walked out of the harbor (Interfax, May 3; AFP, Itar-Tass, May 4; Trud, as cited by Vremya, May 2, 4)."
)
MARK = r"(?<=\w)[,;] (?=\w)|(?<=\()|(?<=\w)(?=\))| (?=\()"


@given(
    st.lists(
        st.tuples(st.integers(0, 11), st.sampled_from(["", " ", "  "]), st.sampled_from(["", " ", "\xa0 "])), max_size=4
    )
)
def test_a_damaged_citation_becomes_what_it_was_and_says_the_same(slips: list[tuple[int, str, str]]) -> None:
    text = WELL_SET
    places = [found.span() for found in re.finditer(MARK, text)]
    for at, (_, before, behind) in sorted(
        {at % len(places): (at, before, behind) for at, before, behind in slips}.items(), reverse=True
    ):
        start, end = places[at]
        text = text[:start] + before + text[start:end].strip() + behind + text[end:]
    book = load_rulebook().only(rule for rule in load_rulebook().rules if rule.code in ("C118", "C119"))

    def found(document: Document) -> tuple[Analysis, tuple[Finding, ...]]:
        analysis = analyse(document, style="monitor")
        return analysis, check(analysis, book)

    made = fixed(read_text(text), found, ("safe",))
    assert made.analysis.document.text == WELL_SET
    assert made.findings == ()


@pytest.mark.parametrize(("before", "after"), UNSAFE)
def test_what_touches_who_said_it_is_mended_only_when_asked_for(command: Run, before: str, after: str) -> None:
    assert fix(command, before.encode()).decode() == before
    assert fix(command, before.encode(), "--unsafe-fixes").decode() == after


@pytest.mark.parametrize(
    "file", sorted([*EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.md"), *GOLD.glob("*.txt")]), ids=lambda f: f.name
)
def test_twice_changes_nothing(command: Run, file: Path) -> None:
    once = fix(command, file.read_bytes(), "--unsafe-fixes", name=file.name)
    assert fix(command, once, "--unsafe-fixes", name=file.name) == once


@pytest.mark.parametrize(
    ("encode", "text"),
    [
        (lambda text: text.encode(), "Crews — all of them — walked out (InterFax, May 4).\n"),
        (lambda text: text.replace("\n", "\r\n").encode(), "Crews walked out\n(InterFax, May 4).\n\nNobody came.\n"),
        (lambda text: b"\xef\xbb\xbf" + text.encode(), "Crews walked out (InterFax, May 4).\n"),
        (lambda text: text.encode("utf-16"), "Crews walked out (InterFax, May 4).\n"),
        (lambda text: text.encode("cp1252"), "The “crews” – all of them – walked out in Besançon (InterFax, May 4).\n"),
        (lambda text: text.encode(), "Crews walked out (InterFax, May 4)."),
    ],
    ids=["utf-8", "crlf", "bom", "utf-16", "cp1252", "no line end"],
)  # fmt: skip
def test_line_ends_marks_and_encoding_stay(command: Run, encode: object, text: str) -> None:
    assert callable(encode)
    assert fix(command, encode(text)) == encode(text.replace("InterFax", "Interfax"))


def test_a_letter_that_the_encoding_lacks_is_not_written(command: Run) -> None:
    text = "Wie berichtet, sagte Müller “nein” – und ging (La Libertè, Agence Tele, May 4).\n".encode("cp1252")
    assert fix(command, text) == text  # nothing to mend, and nothing changed


def test_markdown_is_mended_in_its_words_only(command: Run) -> None:
    text = "Crews walked out ([InterFax](https://tass.com/InterFax), May 4). `(InterFax, May 4)`\n"
    assert fix(command, text.encode(), name="draft.md").decode().count("InterFax") == 2


def test_a_difference_is_shown_and_nothing_changed(command: Run, tmp_path: Path) -> None:
    text = "Crews walked out (InterFax, May 4).\n\nNobody came (AFP, May 4)."
    Path("draft.txt").write_text(text)
    ran = command("check", "--diff", "draft.txt")
    assert ran.out == (
        "--- a/draft.txt\n+++ b/draft.txt\n@@ -1,3 +1,3 @@\n"
        "-Crews walked out (InterFax, May 4).\n+Crews walked out (Interfax, May 4).\n"
        " \n Nobody came (AFP, May 4).\n\\ No newline at end of file\n"
    )
    assert ran.err == "attrib: 1 fix would be made in 1 bulletin\n"
    assert ran.status == 1
    assert Path("draft.txt").read_text() == text
    patched = subprocess.run(["git", "apply", "-"], input=ran.out, text=True, cwd=tmp_path, check=False)
    assert patched.returncode == 0
    assert "Interfax" in Path("draft.txt").read_text()
    again = command("check", "--diff", "draft.txt")
    assert (again.status, again.out, again.err) == (0, "", "attrib: no fixes\n")


def test_a_difference_is_one_for_patch_and_inert_where_it_is_watched(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "##[group]b \x1b[2Jc\r\n::error::a\n\nThe dam broke (AFP,May 4).\n"
    Path("draft\x1b[2J.txt").write_bytes(text.encode())
    plain = command("check", ".", "--diff").out
    assert "\n ::error::a\n" in plain
    assert "\n ##[group]b \x1b[2Jc\r\n" in plain
    assert plain.startswith("--- a/draft\\x1b[2J.txt\n")
    monkeypatch.setenv("CI", "true")
    watched = command("check", ".", "--diff").out
    assert "\n \\x3a:error::a\n" in watched
    assert "\n \\x23#[group]b \\x1b[2Jc \n" in watched
    assert "+The dam broke (AFP, May 4).\n" in watched


def test_standard_input_is_mended_onto_standard_output(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Crews walked out (InterFax, May 4).\n"
    done = subprocess.run(
        [sys.executable, "-m", "attrib", "check", "--fix", "--stdin-filename", "draft.md", "-"],
        input=text, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == text.replace("InterFax", "Interfax")


def test_unsafe_fixes_alone_are_a_mistake(command: Run) -> None:
    Path("draft.txt").write_text(MENDED[0][0])
    ran = command("check", "--unsafe-fixes", "draft.txt")
    assert (ran.status, ran.err) == (2, "attrib: error: --unsafe-fixes says what to mend; add --fix or --diff\n")


# --- nothing is lost --------------------------------------------------------------------------------------------------


def test_who_cannot_write_loses_nothing(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("draft.txt").write_text(MENDED[0][0])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = command("check", "--fix", "draft.txt")
    assert ran.status == 2
    assert "draft.txt: cannot be written: No space left on device" in ran.err
    assert Path("draft.txt").read_text() == MENDED[0][0]
    assert os.listdir() == ["draft.txt"]


def test_a_draft_that_somebody_else_saved_meanwhile_is_left_alone(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("draft.txt").write_text(MENDED[0][0])
    saved = "Crews walked out at noon (InterFax, May 4)."

    from attrib.cli import fixes

    original = fixes.fixed
    monkeypatch.setattr(fixes, "fixed", lambda *args: (Path("draft.txt").write_text(saved), original(*args))[1])
    ran = command("check", "--fix", "draft.txt")
    assert "draft.txt: was changed while attrib read it; run attrib again" in ran.err
    assert (ran.status, Path("draft.txt").read_text()) == (2, saved)


def test_a_kill_in_the_middle_leaves_the_old_draft_or_the_new(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    text = "".join(f"Crew {n} walked out (InterFax, May 4).\n\n" for n in range(60))
    both = {text, text.replace("InterFax", "Interfax")}
    for wait in (0.15, 0.25, 0.3, 0.35, 0.4):
        draft.write_text(text)
        run = subprocess.Popen(
            [sys.executable, "-m", "attrib", "check", "--fix", "--quiet", "draft.txt"],
            cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(wait)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert draft.read_text() in both


def test_the_mode_of_a_file_stays_and_a_link_still_leads_to_it(command: Run) -> None:
    Path("real.txt").write_text(MENDED[0][0])
    Path("real.txt").chmod(0o640)
    Path("draft.txt").symlink_to("real.txt")
    assert command("check", "--fix", "--fail-on", "never", "draft.txt").status == 0
    assert Path("draft.txt").is_symlink()
    assert Path("real.txt").read_text() == MENDED[0][1]
    assert Path("real.txt").stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    saving.replace("/dev/null", b"gone")
    (tmp_path / "taken").touch()
    with pytest.raises(AttribError, match="its folder cannot be made: File exists"):
        saving.replace(str(tmp_path / "taken/draft.txt"), b"")


# --- edits ------------------------------------------------------------------------------------------------------------

spans = st.tuples(st.integers(0, 40), st.integers(0, 5)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
fixes_made = st.lists(
    st.lists(st.builds(Edit, spans, st.text("xyz", max_size=4)), min_size=1, max_size=2).map(
        lambda edits: Fix("safe", tuple(edits))
    ),
    max_size=8,
)


@given(fixes_made)
def test_edits_that_overlap_never_corrupt(fixes: list[Fix]) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(46))  # every letter once, none of them in an edit
    edits = [edit for fix in disjoint(fixes) for edit in fix.edits]
    gone = {text[i] for edit in edits for i in range(*edit.span)}
    made = edited(text, edits)
    assert [letter for letter in made if letter in text] == [letter for letter in text if letter not in gone]
    assert sorted(letter for letter in made if letter not in text) == sorted("".join(edit.text for edit in edits))


def test_a_form_feed_ends_no_line_of_a_difference() -> None:
    before = read_text("One\fpage.\nTwo.\n", "draft.txt")
    assert difference(before, "One\fpage.\n2.\n").splitlines(keepends=False)[-2:] == ["-Two.", "+2."]
    assert difference(before, before.text) == ""
