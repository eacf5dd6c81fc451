"""attrib as it is installed: from a wheel, from an sdist, from a checkout."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from attrib import resources, starter
from attrib.version import __version__

ROOT = Path(__file__).resolve().parent.parent
DRAFT = "Publication: Monitor Volume: 5 Issue: 223\n\nThe harbor was closed at noon. Ferries sail again (Itar-Tass, December 1).\n"


def run(*command: str | Path, cwd: Path, status: int = 0) -> str:
    """What a command prints, in an environment that knows nothing of this checkout."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "VIRTUAL"))
    }
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and an sdist of the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


def data_files() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.toml")}


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_its_rules_only(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = names(wheel)
    assert {f"attrib/{name}" for name in data_files()} <= held
    assert {f"attrib/starter/{service}.yml" for service in starter.snippets()} <= held
    assert {f"attrib/report/page/{name}" for name in ("page.html", "report.css", "report.js")} <= held
    assert {"attrib/py.typed", f"attrib-{__version__}.dist-info/licenses/LICENSE"} <= held
    assert {name.split("/")[0] for name in held} == {"attrib", f"attrib-{__version__}.dist-info"}


@pytest.mark.slow
def test_the_sdist_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        if hasattr(tarfile, "data_filter"):  # since Python 3.11.4
            file.extraction_filter = tarfile.data_filter
        file.extractall(tmp_path)
    (source,) = tmp_path.iterdir()
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "Makefile", "requirements-dev.txt", "editors/neovim.lua"):
        assert (source / name).is_file(), name
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", cwd=source)
    (again,) = (tmp_path / "dist").glob("*.whl")
    (wheel,) = built.glob("*.whl")
    assert names(again) == names(wheel)


@pytest.mark.slow
def test_the_wheel_works_in_a_clean_environment(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")

    assert run(programs / "attrib", "--version", cwd=tmp_path).split()[-1] == __version__
    report = run(programs / "attrib", "check", "--exit-zero", "draft.txt", cwd=tmp_path)
    assert "draft.txt:3:" in report
    assert "Itar-Tass" in report
    shown = run(programs / "attrib", "rules", cwd=tmp_path)
    assert "uncited-statement" in shown
    where = run(
        programs / "python", "-c", "from attrib.resources import rules_folder as f; print(f())", cwd=tmp_path
    ).strip()
    assert {f"rules/{path.relative_to(where).as_posix()}" for path in Path(where).rglob("*.toml")} == data_files()
    assert (tmp_path / "venv") in Path(where).parents

    report = ("report", "draft.txt", "-o", "report.html")
    lacks = subprocess.run([programs / "attrib", *report], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert lacks.returncode == 2
    *pip, extra = shlex.split(lacks.stderr.partition("run ")[2])
    run(*pip, "--quiet", "--disable-pip-version-check", extra, cwd=tmp_path)  # as it was told
    run(programs / "attrib", *report, cwd=tmp_path)
    assert (tmp_path / "report.html").exists()


def test_a_checkout_reads_its_own_rules() -> None:
    assert resources.rules_folder() in (ROOT / "rules", Path(resources.__file__).parent / "rules")
    assert resources.tables("styles")


def test_the_locked_requirements_name_no_place() -> None:
    locked = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|^-|/\w", locked, re.MULTILINE)
    for requirement in re.split(r"\n(?! )", locked.strip()):
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+", requirement), requirement
        assert "--hash=sha256:" in requirement
