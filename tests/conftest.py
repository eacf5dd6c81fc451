"""What tests of the command line share: a command run in an empty folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from browsing import started

from attrib.cli import main


class Ran(NamedTuple):
    """How a command line ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in ``tmp_path``, which is empty, with nothing in the environment that steers it."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "ATTRIB_DEBUG", "GITHUB_STEP_SUMMARY", "CI"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> Ran:
        capsys.readouterr()
        status = main(argv)
        return Ran(status, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def peer() -> Callable[[str, str], str]:
    """Finds a program that opens what attrib writes. Where ATTRIB_PEERS is ``all``, none may be missing."""

    def find(program: str, package: str) -> str:
        found = shutil.which(program)
        if found is None:
            missing = f"{program} is not installed; on Debian: apt install {package}"
            (pytest.fail if os.environ.get("ATTRIB_PEERS") == "all" else pytest.skip)(missing)
        return found

    return find


@pytest.fixture(scope="session")
def chromium(peer: Callable[[str, str], str]) -> Iterator[Any]:
    """A real Chromium, started once for all tests."""
    if os.environ.get("ATTRIB_PEERS") != "all":
        pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
    with started(peer("chromium", "chromium")) as browser:
        yield browser
