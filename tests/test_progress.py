"""The bar of long work: on a terminal, after a second, and never in a log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from attrib.cli import progress
from attrib.cli.progress import Progress

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
termios = pytest.importorskip("termios")

PARAGRAPH = "Crowds gathered in the square of Gori late on Monday (AFP, May 4). The minister of transport resigned. "
SOON = """
import sys
from attrib.cli import main, progress
progress.PATIENCE = 0.2
sys.exit(main())
"""
"""attrib with less patience, so that some drafts take long on any machine."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of drafts that takes some seconds, with one in the middle that cannot be read."""
    folder = tmp_path_factory.mktemp("archive")
    for number in range(40):
        (folder / f"draft-{number:02}.txt").write_text("\n\n".join([PARAGRAPH * 4] * 25))
    (folder / "draft-39a.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "short").mkdir()
    (folder / "short" / "draft.txt").write_text(PARAGRAPH)
    return folder


def on_terminal(folder: Path, *argv: str, **environment: str) -> tuple[str, str]:
    """What a check says on standard output, a file, and on standard error, a terminal."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    env = {key: value for key, value in os.environ.items() if key != "CI"}
    said: list[bytes] = []

    def read() -> None:
        try:
            while part := os.read(master, 4096):
                said.append(part)
        except OSError:  # the other side has gone
            pass

    reader = Thread(target=read, daemon=True)
    reader.start()
    process = subprocess.Popen(
        [sys.executable, "-c", SOON, "check", "--jobs", "1", "--no-cache", "--output-format", "concise", *argv],
        cwd=folder,
        env={**env, "TERM": "xterm", **environment},
        stdout=subprocess.PIPE,
        stderr=slave,
    )
    os.close(slave)
    out = process.communicate(timeout=120)[0].decode()
    reader.join(10)
    os.close(master)
    return out, b"".join(said).decode()


def test_long_work_shows_how_far_it_is(archive: Path) -> None:
    out, err = on_terminal(archive, "--exit-zero", ".")
    assert "/42 " in err
    assert "%|" in err
    assert "draft-00.txt:1:1: D108[note]" in out
    assert "%|" not in out
    *_, closing = err.rstrip().splitlines()
    assert closing.startswith("attrib: 8")  # the bar has gone before the last line is told
    told = next(line for line in err.splitlines() if "draft-39a.txt" in line)
    assert told.rpartition("\r")[2].startswith("attrib: error: draft-39a.txt: ")  # a line of its own


@pytest.mark.parametrize(
    ("path", "argv", "environment"),
    [
        ("short", [], {}),
        (".", ["--quiet"], {}),
        (".", [], {"CI": "true"}),
        (".", [], {"TERM": "dumb"}),
    ],
    ids=["short", "quiet", "ci", "dumb"],
)
def test_nobody_else_is_shown_a_bar(archive: Path, path: str, argv: list[str], environment: dict[str, str]) -> None:
    _, err = on_terminal(archive, *argv, path, **environment)
    assert "%|" not in err
    assert "\r\n" in err or argv


def test_a_log_has_no_bar(archive: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "attrib", "check", "--jobs", "1", "--no-cache", "."],
        cwd=archive,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "%|" not in ran.stdout + ran.stderr
    assert "\r" not in ran.stderr


def test_its_library_is_imported_only_after_a_second(archive: Path) -> None:
    script = "import sys; from attrib.cli import main; main(['check', 'short']); print('tqdm' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=archive, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("False\n")


def test_without_its_library_work_is_done_without_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_watched", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert list(Progress().over(["a", "b", "c"])) == ["a", "b", "c"]


def test_a_message_has_the_line_to_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "_watched", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    shown = Progress()
    for item in shown.over(["a", "b", "c"]):
        shown.clear()
        print(f"attrib: {item}", file=sys.stderr)
    lines = capsys.readouterr().err.split("\n")
    assert [line.rpartition("\r")[2] for line in lines[:3]] == ["attrib: a", "attrib: b", "attrib: c"]
    assert "0/3" in lines[0]
    assert lines[3].endswith("\r")  # nothing is left of it
