"""The data that ships: found, parsed once, kept where it can be, and named where it is broken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attrib import resources
from attrib.errors import RuleError


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of rules of one's own, with an empty cache beside it."""
    rules = tmp_path / "rules"
    write(rules / "styles" / "b.toml", 'name = "b"')
    write(rules / "styles" / "a.toml", 'name = "a"\nsince = 1999-12-02')
    write(rules / "styles" / "notes.txt", "no table")
    write(rules / "support" / "uncited.toml", 'code = "S1"\n[[bad]]\ntext = "x"\n[[good]]\ntext = "y"')
    write(rules / "stray.toml", "a = 1")
    monkeypatch.setattr(resources, "rules_folder", lambda: rules)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    resources._shipped.cache_clear()
    yield rules
    resources._shipped.cache_clear()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def again() -> None:
    resources._shipped.cache_clear()


def kept(rules: Path) -> list[Path]:
    return sorted((rules.parent / "cache" / "attrib").glob("*"))


def test_the_shipped_folder_holds_what_the_engine_is_handed() -> None:
    folder = resources.rules_folder()
    assert {"registry", "lexicon", "styles"} <= {path.name for path in folder.iterdir()}
    assert {"segment", "claims"} <= set(resources.tables("lexicon"))
    assert all(path.is_file() for path in resources.rule_tables())


def test_a_missing_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "lib" / "attrib" / "resources.py"))
    resources.rules_folder.cache_clear()
    with pytest.raises(RuleError, match="the folder of rules is missing; install attrib again"):
        resources.rules_folder()
    resources.rules_folder.cache_clear()


def test_tables_by_folder_sorted(house: Path) -> None:
    assert list(resources.tables("styles")) == ["a", "b"]
    assert resources.tables("styles")["b"] == {"name": "b"}
    assert resources.tables("registry") == {}


def test_rules_come_without_their_examples(house: Path) -> None:
    assert resources.rule_tables() == {house / "support" / "uncited.toml": {"code": "S1"}}
    assert set(resources.parse(house / "support" / "uncited.toml")) == {"code", "bad", "good"}


def test_what_was_parsed_is_kept_and_used(house: Path) -> None:
    resources.tables("styles")
    (file,) = kept(house)
    held = json.loads(file.read_text(encoding="utf-8"))
    assert held["tables"]["styles/a.toml"]["since"] == "1999-12-02"
    held["tables"]["styles/b.toml"]["name"] = "kept"
    file.write_text(json.dumps(held), encoding="utf-8")
    again()
    assert resources.tables("styles")["b"] == {"name": "kept"}


def test_a_changed_file_is_parsed_anew_and_kept_instead(house: Path) -> None:
    resources.tables("styles")
    write(house / "styles" / "b.toml", 'name = "changed"')
    again()
    assert resources.tables("styles")["b"] == {"name": "changed"}
    (file,) = kept(house)
    assert "changed" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"{\xff", b"", b"[]", b"{}"])
def test_a_broken_cache_is_made_anew(house: Path, content: bytes) -> None:
    resources.tables("styles")
    (file,) = kept(house)
    file.write_bytes(content)
    again()
    assert list(resources.tables("styles")) == ["a", "b"]
    assert json.loads(file.read_text(encoding="utf-8"))


def test_what_was_kept_of_a_checkout_that_is_gone_is_taken_out(house: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "attrib"
    for name, root in (("gone", tmp_path / "gone"), ("here", tmp_path)):
        write(cache / f"rules-{name}.json", json.dumps({"root": str(root), "key": "", "tables": {}}))
    write(cache / "rules-old.json", json.dumps({"key": "", "tables": {}}))
    write(cache / "rules-torn.json", "{")
    write(cache / "results" / "rules-1.json", "not ours")
    resources.tables("styles")
    left = {path.name for path in cache.rglob("*.json")}
    assert {"rules-here.json", "rules-1.json"} < left
    assert not left & {"rules-gone.json", "rules-old.json", "rules-torn.json"}
    assert len(left) == 3


def test_a_day_reads_the_same_from_the_file_and_from_the_cache(house: Path) -> None:
    first = resources.tables("styles")
    again()
    assert resources.tables("styles") == first


def test_without_a_writable_cache_everything_works(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = house.parent / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert list(resources.tables("styles")) == ["a", "b"]


def test_a_value_that_no_rule_holds_is_refused(house: Path) -> None:
    write(house / "styles" / "c.toml", "at = 12:30:00")
    with pytest.raises(RuleError, match=r"c\.toml: 12:30:00 is a time, which no table"):
        resources.tables("styles")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"name = ", r"x\.toml: not valid TOML: "),
        (b'name = "\xff"', r"x\.toml: byte 9 is not UTF-8; TOML files are UTF-8"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=message):
        resources.parse(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"gone\.toml: cannot be read: No such file"):
        resources.parse(tmp_path / "gone.toml")


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"])
def test_where_the_cache_is_kept(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, str(tmp_path))
    assert resources.cache_folder() == tmp_path / (".cache/attrib" if name == "HOME" else "attrib")
