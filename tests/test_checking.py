"""Many drafts: several processes and results of earlier runs change the time that a check takes, and nothing else."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Run

from attrib.cli import checking
from attrib.keeping import results
from attrib.outputs import formats

CITED = "Crowds gathered in the square (Itar-Tass, Reuters, May 4)."
DRAFTS = {
    "a.txt": f"{CITED} The minister resigned on Monday.\n",
    "b.txt": "Twelve people died in the blast (interfax, May 4).\n\n“It is over,” he said.\n",
    "c.md": "---\ndate: 1999-05-05\n---\n# Talks\n\nThe dam broke, [TASS](https://tass.com/1999/05/04/a) said.\n",
    "d.html": "<h1>Talks</h1><p>The dam broke &amp; fell (AFP, May 4). Nobody came.</p>",
    "sub/e.txt": "",
}


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Run) -> Path:
    """The drafts in a folder, whose results are kept in a folder of their own beside it."""
    for name, text in DRAFTS.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text)
    return tmp_path / "kept"


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


FORMATS = formats()


@pytest.mark.parametrize("format", FORMATS)
def test_the_bytes_are_the_same_cold_and_warm_alone_and_by_several(drafts: Path, command: Run, format: str) -> None:
    base = ("check", "in", "--isolated", "--output-format", format, "--statistics")
    plain = command(*base, "--no-cache", "--jobs", "1")
    assert plain.out
    for options in (
        ("--jobs", "1"),
        ("--jobs", "1"),
        ("--jobs", "2"),
        ("--no-cache", "--jobs", "2"),
        ("--jobs", "99"),
    ):
        assert command(*base, "--cache-dir", str(drafts), *options) == plain
    assert len(kept(drafts)) == len(DRAFTS)


def findings(command: Run, *options: str) -> int:
    return command("check", "in", "--output-format", "concise", *options).out.count("S101[")


def test_whatever_a_result_depends_on_makes_it_anew(drafts: Path, command: Run) -> None:
    options = ("--cache-dir", str(drafts), "--jobs", "1")
    before = findings(command, *options)
    assert before
    assert findings(command, *options) == before
    Path("attrib.toml").write_text('ignore = ["S101"]\n')
    assert findings(command, *options) == 0
    Path("attrib.toml").unlink()
    assert findings(command, *options) == before
    entry = '[[ignore]]\nfile = "a.txt"\nrule = "S101"\ntext = "The minister resigned on Monday."\nreason = "seen"\n'
    Path("in/attrib-ignore.toml").write_text(entry)
    assert findings(command, *options) == before - 1
    Path("in/attrib-ignore.toml").unlink()
    Path("in/a.txt").write_text(DRAFTS["a.txt"] + "The dam broke too.\n")
    assert findings(command, *options) == before + 1
    Path("house").mkdir()
    rule = (
        'code = "S901"\nsummary = "A dam"\non = "claim"\nseverity = "note"\nmessage = "a dam"\nwhy = "why"\n'
        'authority = "desk"\n[when]\nfigures = "{}"\n'
    )
    Path("house/dam.toml").write_text(rule.format(">= 0"))
    many = command("check", "in", "--rules", "house", "--output-format", "concise", *options).out.count("S901[")
    Path("house/dam.toml").write_text(rule.format(">= 50"))
    few = command("check", "in", "--rules", "house", "--output-format", "concise", *options).out.count("S901[")
    assert many > few == 0


def test_folders_named_like_files_are_folders(drafts: Path, command: Run) -> None:
    options = ("--cache-dir", str(drafts), "--jobs", "1", "--rules", "house", "--registry", "sources")
    for folder in ("house/dams.toml", "sources/old.toml"):
        Path(folder).mkdir(parents=True)
    Path("sources/own.toml").write_text('[[source]]\nid = "gori-herald"\nname = "Gori Herald"\n')
    rule = (
        'code = "S901"\nsummary = "A dam"\non = "claim"\nseverity = "note"\nmessage = "a dam"\nwhy = "why"\n'
        'authority = "desk"\n[when]\nfigures = "{}"\n'
    )
    Path("house/dams.toml/dam.toml").write_text(rule.format(">= 50"))
    few = command("check", "in", "--output-format", "concise", *options)
    Path("house/dams.toml/dam.toml").write_text(rule.format(">= 00"))
    many = command("check", "in", "--output-format", "concise", *options)
    assert few.status < 2
    assert many.out.count("S901[") > few.out.count("S901[") == 0


def test_what_is_damaged_is_no_result_and_does_nothing(drafts: Path, command: Run, tmp_path: Path) -> None:
    options = ("--cache-dir", str(drafts), "--jobs", "1")
    before = findings(command, *options)

    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    def sealed(data: bytes) -> bytes:
        return hashlib.sha256(data).digest() + data

    for bad in (b"", b"x" * 50, sealed(b"no pickle"), sealed(pickle.dumps((Trap(), ()))), sealed(pickle.dumps((1, 2)))):
        for file in kept(drafts):
            file.write_bytes(bad)
        assert findings(command, *options) == before
    assert not (tmp_path / "sprung").exists()
    for file in kept(drafts):
        file.write_bytes(file.read_bytes()[:-1])
    assert findings(command, *options) == before


def test_a_folder_that_cannot_be_written_keeps_nothing(drafts: Path, command: Run) -> None:
    Path("file").write_text("")
    assert findings(command, "--cache-dir", "file/kept", "--jobs", "1")


def test_what_was_not_used_for_longest_goes_first(drafts: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST", 4)
    drafts.mkdir()
    for number in range(8):
        old = drafts / f"old{number}"
        old.write_text("")
        os.utime(old, (number, number))
    findings(command, "--cache-dir", str(drafts), "--jobs", "1")
    assert len(kept(drafts)) == 3
    assert not any(file.name.startswith("old") for file in kept(drafts))


def test_a_draft_that_kills_its_process_costs_itself_alone(
    drafts: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = checking._checked

    def deadly(here: checking.House, path: str) -> checking.Checked:
        if path.endswith("b.txt"):
            os._exit(1)
        return check(here, path)

    monkeypatch.setattr(checking, "_checked", deadly)
    ran = command("check", "in", "--isolated", "--no-cache", "--jobs", "2", "--output-format", "concise")
    assert ran.status == 2
    assert ran.err.count("error: ") == 1
    assert "in/b.txt: the process that checked it died" in ran.err
    assert "in/a.txt:1:60: S101" in ran.out
    assert "in/d.html" in ran.out


def children(pid: int) -> list[int]:
    """The processes that work for another."""
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def runs(pid: int) -> bool:
    """Whether a process is there, and has not ended: some wait for good to be asked how."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc tells which processes work for another")
def test_who_works_for_a_process_that_is_killed_ends_too(tmp_path: Path) -> None:
    for number in range(64):
        (tmp_path / f"{number}.txt").write_text(DRAFTS["a.txt"])
    argv = [sys.executable, "-m", "attrib", "check", "--isolated", "--no-cache", "--jobs", "2", "--quiet"]
    run = subprocess.Popen(argv, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    workers: list[int] = []
    while len(workers) < 2 and time.monotonic() < until:
        workers = children(run.pid)
    run.kill()
    run.wait()
    while any(map(runs, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert len(workers) == 2
    assert not any(map(runs, workers))


def test_a_mistake_is_said_once_and_by_the_process_that_waits(drafts: Path, command: Run) -> None:
    Path("in/f.txt").write_bytes(b"\x7fELF\x00\x00\x03")
    ran = command("check", "in", "--isolated", "--no-cache", "--jobs", "2", "--output-format", "concise")
    assert (ran.status, ran.err.count("in/f.txt: holds binary data")) == (2, 1)


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_processes(command: Run, jobs: str) -> None:
    ran = command("check", "in", f"--jobs={jobs}")
    assert (ran.status, "is no number of processes; expected 1 or more" in ran.err) == (2, True)


@pytest.mark.slow
def test_two_runs_at_once_and_processes_started_afresh(drafts: Path, tmp_path: Path) -> None:
    start = (
        "import multiprocessing, sys\nfrom attrib.cli import main\n"
        "if __name__ == '__main__':\n    multiprocessing.set_start_method('spawn')\n    sys.exit(main(sys.argv[1:]))\n"
    )
    (tmp_path / "run.py").write_text(start)
    argv = [sys.executable, "run.py", "check", "in", "--isolated", "--jobs", "2", "--cache-dir", str(drafts)]
    runs = [subprocess.Popen(argv, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    ended = [(run.communicate(timeout=120), run.returncode) for run in runs]
    assert ended[0][1] == 1
    assert ended[1:] == ended[:1] * 2
    assert len(kept(drafts)) == len(DRAFTS)


def test_a_warm_run_is_quicker(drafts: Path, command: Run) -> None:
    text = "\n\n".join(f"{CITED} The minister resigned on Monday in town {number}." for number in range(300))
    for number in range(3):
        Path(f"in/long{number}.txt").write_text(text)

    def seconds() -> float:
        start = time.process_time()
        findings(command, "--cache-dir", str(drafts), "--jobs", "1")
        return time.process_time() - start

    cold = seconds()
    assert min(seconds() for _ in range(3)) < cold
