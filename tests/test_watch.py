"""`attrib check --watch`: a real process beside an editor that saves, and what it says when something is wrong."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from conftest import Run

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals, and no SIGINT to send")

CLEAN = "Crowds gathered in the square of Gori late on Monday (AFP, May 4).\n"
MORE = "Crowds gathered in the square of Gori late on Monday (AFP, May 4). The minister of transport resigned.\n"
RULE = """
code = "S901"
summary = "A square"
on = "claim"
severity = "warning"
message = "{message}"
why = "Squares."
authority = "The desk"

[when]
text = {{ matches = "square" }}

[[bad]]
text = "Crowds left the square (AFP, May 4)."
flag = ["Crowds left the square"]

[[good]]
text = "Crowds left (AFP, May 4)."
"""


class Watching:
    """A process that watches, and all that it has said so far; what was waited for is not waited for again."""

    def __init__(self, process: subprocess.Popen[bytes], master: int | None = None) -> None:
        self.process = process
        self._said, self._at = b"", 0
        source = master if master is not None else process.stdout.fileno()  # type: ignore[union-attr]
        self._reader = Thread(target=self._read, args=(source,), daemon=True)
        self._reader.start()

    def _read(self, source: int) -> None:
        try:
            while part := os.read(source, 4096):
                self._said += part
        except OSError:  # a terminal whose other side has gone
            pass

    @property
    def said(self) -> str:
        return self._said.decode()

    def until(self, words: str) -> str:
        """What is said up to these words and the wait after them, since the last time."""
        end = time.monotonic() + 30
        pattern = re.compile(rf"(?s){words}.*?waiting for the next save; Ctrl-C ends it\r?\n")
        while not (found := pattern.search(self.said, self._at)):
            assert time.monotonic() < end, f"no “{words}” in:\n{self.said[self._at :]}"
            assert self.process.poll() is None, self.said
            time.sleep(0.02)
        start, self._at = self._at, found.end()
        return self.said[start : self._at]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(30)
        self._reader.join(5)
        return status


def save(path: Path, text: str) -> None:
    """Save as editors do: nobody sees half a file, or an empty one."""
    part = path.with_suffix(".part")
    part.write_text(text)
    part.replace(path)


def _hear_ctrl_c() -> None:
    """A test run in the background was told to ignore it, and would hand that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def watching(folder: Path, *argv: str, terminal: bool = False) -> Iterator[Watching]:
    """`attrib check --watch` in a folder, its two outputs as one, until the end of the block."""
    command = [sys.executable, "-m", "attrib", "check", "--watch", "--output-format", "concise", *argv]
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "XDG_CACHE_HOME": str(folder / ".cache")}
    master, slave = pty.openpty() if terminal else (None, subprocess.PIPE)
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.STDOUT,
        preexec_fn=_hear_ctrl_c,
    )
    if master is not None:
        os.close(slave)
    try:
        yield Watching(process, master)
    finally:
        process.kill()
        process.wait()
        if master is not None:
            os.close(master)
        if process.stdout:
            process.stdout.close()


def test_a_draft_is_checked_again_when_it_is_saved(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(CLEAN)
    with watching(tmp_path, "--select", "S101", "draft.txt") as desk:
        assert "no findings" in desk.until("attrib: 1 claim")
        draft.write_text(MORE)  # in place, as nano does
        assert "draft.txt:1:68: S101[error]" in desk.until("2 claims")
        (tmp_path / "draft.txt~").write_text(CLEAN)
        (tmp_path / "draft.txt~").replace(draft)  # whole, as vim, Word and VS Code do
        assert "S101" not in desk.until("1 claim")
        time.sleep(0.3)
        quiet = desk.said
        (tmp_path / "other.txt").write_text(MORE)  # nobody asked for it
        time.sleep(1)
        assert desk.said == quiet
        assert desk.stop() == 0
        assert desk.said.endswith("attrib: stopped\n")
        assert "Traceback" not in desk.said


def test_a_folder_is_watched_with_what_comes_and_goes_in_it(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "one.txt").write_text(CLEAN)
    with watching(tmp_path, "--select", "S101", "drafts") as desk:
        desk.until("1 claim:")
        (tmp_path / "drafts" / "may").mkdir()
        (tmp_path / "drafts" / "may" / "two.txt").write_text(MORE)
        assert "drafts/may/two.txt:1:68" in desk.until("in 2 bulletins")
        (tmp_path / "drafts" / "may" / "two.txt").unlink()
        desk.until("1 claim:")
        (tmp_path / "drafts" / "one.txt").unlink()
        desk.until("no draft found in drafts")
        (tmp_path / "drafts" / "one.txt").write_text(MORE)
        desk.until("drafts/one.txt:1:68")
        assert desk.stop() == 0


def test_what_is_broken_is_said_and_waited_for(tmp_path: Path) -> None:
    draft, settings, rule = tmp_path / "draft.txt", tmp_path / "attrib.toml", tmp_path / "house" / "squares.toml"
    draft.write_text(MORE)
    rule.parent.mkdir()
    rule.write_text(RULE.format(message="a square"))
    with watching(tmp_path, "draft.txt") as desk:
        desk.until(r"S101\[error\]")
        settings.write_text('select = ["S101"\n')
        assert "attrib: error: " in desk.until("attrib.toml: not valid TOML")
        settings.write_text('select = ["S1O1"]\n')
        desk.until("attrib.toml: select: .*“S1O1”")
        save(settings, 'rules = ["house"]\nselect = ["S901"]\n')
        assert "S101" not in desk.until(r"S901\[warning\] a square")
        rule.write_text(RULE.format(message="one more square"))
        desk.until(r"S901\[warning\] one more square")
        rule.write_text("code = 5")
        desk.until("error: .*squares.toml")
        rule.write_text(RULE.format(message="mended"))
        desk.until(r"S901\[warning\] mended")
        draft.write_bytes(bytes(range(256)) * 4)
        desk.until("error: draft.txt: ")
        draft.unlink()
        desk.until("error: draft.txt: no such file")
        draft.write_text(CLEAN)
        desk.until("1 claim:")
        settings.unlink()
        desk.until(r"S101|1 claim:")
        assert desk.stop() == 0


def test_a_suppression_beside_the_draft_counts_when_it_is_saved(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(MORE)
    with watching(tmp_path, "--select", "S101", "draft.txt") as desk:
        desk.until(r"S101\[error\]")
        (tmp_path / "attrib-ignore.toml").write_text(
            '[[ignore]]\nfile = "draft.txt"\nrule = "S101"\n'
            'text = "The minister of transport resigned."\nreason = "heard on the telephone"\n'
        )
        assert "S101" not in desk.until("no findings")
        assert desk.stop() == 0


def test_a_terminal_is_cleared_and_a_log_is_not(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(CLEAN)
    said = {}
    for terminal in (True, False):
        with watching(tmp_path, "draft.txt", terminal=terminal) as desk:
            assert "\x1b" not in desk.until("1 claim")
            (tmp_path / "draft.txt").write_text(MORE)
            said[terminal] = desk.until("2 claims")
            (tmp_path / "draft.txt").write_text(CLEAN)
            desk.until("1 claim")
            assert desk.stop() == 0
    assert said[True].startswith("\x1b[2J\x1b[H")
    assert "\x1b" not in said[False]
    assert all(re.search(r"attrib: \d\d:\d\d:\d\d: waiting for the next save", one) for one in said.values())


def test_many_drafts_are_known_from_the_last_time(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"draft-{number}.txt").write_text(CLEAN)
    with watching(tmp_path, "--select", "S101", ".") as desk:
        desk.until("in 40 bulletins")
        (tmp_path / "draft-7.txt").write_text(MORE)
        assert "draft-7.txt:1:68" in desk.until("41 claims in 40 bulletins")
        assert desk.stop() == 0


# --- in this process, where each look and wait can be counted -------------------------------------------------------------


def steps(monkeypatch: pytest.MonkeyPatch, *saves: Callable[[], object]) -> list[tuple[str, ...]]:
    """In place of the system's news: at each wait the next save is made, and at the last Ctrl-C; the folders asked for."""
    asked: list[tuple[str, ...]] = []
    left = list(saves)

    def wait(*folders: str, **options: Any) -> Iterator[set[Any]]:
        asked.append(folders)
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()
        yield set()

    monkeypatch.setattr("watchfiles.watch", wait)
    return asked


def test_what_has_not_changed_is_not_checked_again(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(CLEAN)
    asked = steps(monkeypatch, lambda: None, lambda: draft.write_text(MORE), lambda: None)
    ran = command("check", "--watch", "--select", "S101", "draft.txt")
    assert ran.status == 0
    assert ran.err.count("waiting for the next save") == 2
    assert ran.out.count("S101") == 1
    assert [str(tmp_path) in folders for folders in asked] == [True] * 4


def test_a_mistake_of_ours_ends_no_watch(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(CLEAN)

    def summary(reports: object) -> object:
        raise ZeroDivisionError("of ours")

    def mend() -> None:
        monkeypatch.undo()
        steps(monkeypatch)
        monkeypatch.chdir(tmp_path)
        draft.write_text(MORE)

    monkeypatch.setattr("attrib.cli.commands.check.summary", summary)
    steps(monkeypatch, mend)
    ran = command("check", "--watch", "draft.txt")
    assert ran.status == 0
    assert "attrib made a mistake (ZeroDivisionError: of ours)" in ran.err
    assert "2 claims" in ran.err


def test_settings_that_go_wrong_are_told_once(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "draft.txt").write_text(CLEAN)
    settings = tmp_path / "attrib.toml"
    steps(monkeypatch, lambda: settings.write_text("fail-on = 5"), lambda: None, settings.unlink)
    ran = command("check", "--watch", "draft.txt")
    assert ran.status == 0
    assert ran.err.count("attrib.toml: fail-on: ") == 1
    assert ran.err.count("1 claim:") == 2


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["-"], "--watch: standard input cannot be read again; name a file"),
        (["draft.txt", "--fix"], "--watch and --fix do not go together; leave one out"),
        (["draft.txt", "--diff"], "--watch and --diff do not go together"),
        (["draft.txt", "--baseline", "b.json", "--add-baseline"], "--watch and --add-baseline do not go together"),
        (["draft.txt", "--add-ignore", "known"], "--watch and --add-ignore do not go together"),
        (["draft.txt", "--select", "S999"], "S999"),
        (["draft.txt", "--config", "no.toml"], "no.toml: no such file of settings"),
    ],
)
def test_what_cannot_be_watched(command: Run, argv: list[str], said: str) -> None:
    ran = command("check", "--watch", *argv)
    assert ran.status == 2
    assert said in ran.err


def test_without_its_extra_it_says_what_to_install(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = command("check", "--watch", "draft.txt")
    assert ran.status == 2
    assert "--watch needs the package watchfiles, which is not installed; run " in ran.err
    assert ran.err.endswith(" -m pip install 'attrib[watch]'\n")


def test_the_library_is_imported_only_to_watch(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(CLEAN)
    script = "import sys; from attrib.cli import main; main(['check', 'draft.txt']); print('watchfiles' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("False\n")
