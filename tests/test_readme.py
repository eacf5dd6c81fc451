"""The README and the pages of docs/ tell the truth: commands are run and compared, Python is run, links exist.

``python tests/test_readme.py`` writes what the commands say today into them, and draws the picture again. A line
``...`` in an output stands for any number of lines; where the rest still holds, it is kept.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from attrib import styles
from attrib.rulebook import FAMILIES, Rule, load_rulebook

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
REFRESH = "if that is right, `python tests/test_readme.py` writes it into the page"

BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


class Said(NamedTuple):
    """A command of a page and the output that stands beneath it."""

    page: Path
    command: str
    output: str


def blocks(language: str, text: str = TEXT) -> list[str]:
    return [block["body"] for block in BLOCK.finditer(text) if block["language"] == language]


def commands() -> list[Said]:
    return [
        Said(page, said["command"], said["output"])
        for page in PAGES
        for block in blocks("console", page.read_text("utf-8"))
        for said in COMMAND.finditer(block)
    ]


def furnish(folder: Path, page: Path = README) -> Path:
    """A folder as the reader of a page has it: the examples, and the files that the page says to write."""
    (folder / "examples").symlink_to(ROOT / "examples")
    for block in blocks("toml", page.read_text("utf-8")):
        name = block.splitlines()[0].removeprefix("# ")
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(block, "utf-8")
    return folder


def run(command: str, folder: Path) -> str:
    """What a terminal of a hundred columns shows."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    place = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    shell = ["bash", "-c", command]
    done = subprocess.run(
        shell, cwd=folder, env=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    return done.stdout if not done.stdout or done.stdout.endswith("\n") else f"{done.stdout}\n"


def holds(expected: str, output: str) -> bool:
    """Whether the output is as expected; a line of three dots stands for any lines."""
    pattern = re.escape(expected).replace(re.escape("...\n"), "(?:.*\n)*?")
    return re.fullmatch(pattern, output) is not None


def families() -> str:
    """The table of the rules, a row a family."""
    asks = {
        "support": "what carries a statement, and whether that is enough for what it says",
        "attribution": "who is said to have said it, and whether the citation agrees",
        "citation": "the form of citations: what cannot be read, looked up or told apart",
        "date": "days: cited too late, too early, or on no calendar",
        "independence": "who stands behind the sources: states, owners, relays",
        "crossref": "references to other issues of the bulletin",
        "suppression": "comments that keep findings back, and drafts with nothing to check",
    }
    rows = ["| family | rules | looks at |", "| --- | --- | --- |"]
    for letter, group in groupby(load_rulebook().rules, key=lambda rule: rule.code[0]):
        rules = list(group)
        name = FAMILIES[letter]
        rows.append(f"| {name} | {rules[0].code} to {rules[-1].code} | {asks[name]}: {_severities(rules)} |")
    return "\n" + "\n".join(rows) + "\n\n"


def _severities(rules: list[Rule]) -> str:
    counts = [(severity, sum(rule.severity == severity for rule in rules)) for severity in ("error", "warning", "note")]
    return ", ".join(f"{number} {severity}{'s' * (number > 1)}" for severity, number in counts if number)


def habits() -> str:
    """The table of the styles."""
    rows = [f"| `{name}` | {style.summary} |" for name, style in sorted(styles.default().by_name.items())]
    return "\n" + "\n".join(["| style | how it cites |", "| --- | --- |", *rows]) + "\n\n"


TABLES = {"rules": families, "styles": habits}


def table(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)


def picture() -> ModuleType:
    """docs/picture.py, which is no part of the package."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["picture"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """The folder of each page's reader."""
    return {page: furnish(tmp_path_factory.mktemp("reader"), page) for page in PAGES}


@pytest.mark.parametrize("said", commands(), ids=lambda said: f"{said.page.name}: {said.command}")
def test_a_command_says_what_its_page_says(said: Said, folders: dict[Path, Path]) -> None:
    output = run(said.command, folders[said.page])
    assert holds(said.output, output), f"$ {said.command}\n{output}\n{REFRESH}"


def test_the_python_runs(folders: dict[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folders[README])
    test = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "README.md", str(README), 0)
    assert test.examples
    report: list[str] = []
    doctest.DocTestRunner().run(test, out=report.append)
    assert not report, "".join(report)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_that_of_today(name: str) -> None:
    written = table(name).search(TEXT)
    assert written
    assert written[0] == TABLES[name](), REFRESH


def test_the_picture_is_that_of_today() -> None:
    drawing = picture()
    assert drawing.PICTURE.read_text("utf-8") == drawing.drawn(drawing.said()), (
        "`python docs/picture.py` draws it again"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", BLOCK.sub("", page.read_text("utf-8")))
    assert targets
    for target in targets:
        file, _, heading = target.partition("#")
        if "://" not in target:
            led = page.parent / file if file else page
            assert led.exists()
            assert not heading or heading in _headings(led)


def _headings(page: Path) -> set[str]:
    return {_anchor(title) for title in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)}


def test_the_targets_of_make_exist() -> None:
    made = {name for block in blocks("sh") for name in re.findall(r"^make (\w+)", block, re.MULTILINE)}
    assert made >= {"demo", "test"}
    for name in made:
        assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def refreshed(text: str, folder: Path) -> Iterator[str]:
    """A page with the outputs of today."""
    at = 0
    for block in BLOCK.finditer(text):
        yield text[at : block.start("body")]
        at = block.end("body")
        if block["language"] != "console":
            yield block["body"]
            continue
        for said in COMMAND.finditer(block["body"]):
            output = run(said["command"], folder)
            if "attrib made a mistake" in output:
                raise SystemExit(f"$ {said['command']}\n{output}the page stays as it is")
            kept = said["output"] if holds(said["output"], output) else output
            if kept != said["output"] and "...\n" in said["output"]:
                print(f"cut the output of `{said['command']}` again by hand", file=sys.stderr)
            yield f"$ {said['command']}\n{kept}"
    yield text[at:]


def refresh() -> None:
    for page in PAGES:
        with tempfile.TemporaryDirectory() as place:
            text = "".join(refreshed(page.read_text("utf-8"), furnish(Path(place), page)))
        for name, made in TABLES.items():
            text = table(name).sub(lambda _, made=made: made(), text)  # type: ignore[misc]
        page.write_text(text, "utf-8")
    drawing = picture()
    drawing.PICTURE.write_text(drawing.drawn(drawing.said()), "utf-8")


if __name__ == "__main__":
    refresh()
