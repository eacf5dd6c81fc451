"""The data that ships: found, parsed once, kept from start to start, and named where it is broken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from attrib import resources
from attrib.errors import RuleError
from attrib.keeping import kept


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of rules of one's own, with an empty cache beside it."""
    rules = tmp_path / "rules"
    write(rules / "styles" / "b.toml", 'name = "b"')
    write(rules / "styles" / "a.toml", 'name = "a"\nsince = 1999-12-02')
    write(rules / "styles" / "notes.txt", "no table")
    write(rules / "support" / "uncited.toml", 'code = "S1"\n[[bad]]\ntext = "x"\n[[good]]\ntext = "y"')
    write(rules / "stray.toml", "a = 1")
    monkeypatch.setattr(resources, "rules_place", lambda: str(rules))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    forget()
    yield rules
    forget()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def forget() -> None:
    """As a new process knows nothing."""
    kept._stores.clear()
    kept.shipped.cache_clear()
    resources.tables.cache_clear()
    resources.rule_tables.cache_clear()


def start(*folders: str) -> dict[str, resources.Table]:
    """The tables of a folder as a new process finds them, that then ends."""
    forget()
    found = {name: table for folder in folders or ("styles",) for name, table in resources.tables(folder).items()}
    kept.save()
    return found


def files(rules: Path) -> list[Path]:
    return sorted((rules.parent / "cache" / "attrib").glob("*"))


def test_the_shipped_folder_holds_what_the_engine_is_handed() -> None:
    folder = resources.rules_folder()
    assert {"registry", "lexicon", "styles"} <= {path.name for path in folder.iterdir()}
    assert {"segment", "claims"} <= set(resources.tables("lexicon"))
    assert all((folder / name).is_file() for name in resources.rule_tables())


def test_a_missing_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "lib" / "attrib" / "resources.py"))
    resources.rules_place.cache_clear()
    with pytest.raises(RuleError, match="the folder of rules is missing; install attrib again"):
        resources.rules_folder()
    resources.rules_place.cache_clear()


def test_tables_by_folder_sorted(house: Path) -> None:
    assert list(resources.tables("styles")) == ["a", "b"]
    assert resources.tables("styles")["b"] == {"name": "b"}
    assert resources.tables("registry") == {}


def test_days_in_tables_are_text(house: Path) -> None:
    assert start()["a"]["since"] == "1999-12-02"
    assert start()["a"]["since"] == "1999-12-02"


def test_rules_come_without_their_examples(house: Path) -> None:
    assert resources.rule_tables() == {"support/uncited.toml": {"code": "S1"}}
    assert set(resources.parse(house / "support" / "uncited.toml")) == {"code", "bad", "good"}


# --- from start to start ----------------------------------------------------------------------------------------------


def test_what_was_made_is_not_made_again(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = start()
    monkeypatch.setattr(resources, "parse", lambda path: pytest.fail(f"{path} is parsed again"))
    assert start() == first


def test_a_changed_file_is_parsed_anew_and_kept_instead(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start()
    write(house / "styles" / "b.toml", 'name = "changed"')
    assert start()["b"] == {"name": "changed"}
    (file,) = files(house)
    monkeypatch.setattr(resources, "parse", lambda path: pytest.fail(f"{path} is parsed again"))
    assert start()["b"] == {"name": "changed"}
    assert files(house) == [file]


def test_two_runs_keep_what_both_have_made(house: Path) -> None:
    write(house / "registry" / "x.toml", "a = 1")
    forget()
    resources.tables("styles")
    one = kept._store()
    start("registry")
    one.save()
    forget()
    assert {"tables of styles", "tables of registry"} <= set(kept._store().parts)


def test_a_table_that_grows_in_two_runs_holds_what_both_have_put_into_it(house: Path) -> None:
    forget()
    kept.table("patterns")["a"] = 1
    one = kept._store()
    forget()
    kept.table("patterns")["b"] = 2
    kept.save()
    one.save()
    forget()
    assert kept.table("patterns") == {"a": 1, "b": 2}


def test_a_row_is_given_as_it_was(house: Path) -> None:
    rows = kept.rows("rows", lambda: [{"a": 1}, {"b": (2, "c")}])
    assert list(rows) == [{"a": 1}, {"b": (2, "c")}]
    assert (len(rows), rows[-1], rows[:1]) == (2, {"b": (2, "c")}, [{"a": 1}])


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-9], lambda data: b"\0" * len(data)])
def test_a_damaged_file_is_written_anew(house: Path, damage: object) -> None:
    first = start()
    (file,) = files(house)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))  # type: ignore[operator]
    assert start() == first
    assert file.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="only POSIX has owners of files")
def test_a_file_that_others_may_write_is_not_believed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start()
    (file,) = files(house)
    file.chmod(0o666)
    forget()
    assert kept._store().parts == {}


def test_files_of_other_copies_are_pruned(house: Path) -> None:
    for number in range(kept.MOST + 3):
        write(house.parent / "cache" / "attrib" / f"globs-{number}.json", "{}")
    write(house.parent / "cache" / "attrib" / "results" / "kept", "")
    start()
    names = [file.name for file in files(house)]
    assert sum(name.startswith("globs-") for name in names) == kept.MOST
    assert "results" in names


def test_without_a_writable_cache_everything_works(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = house.parent / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert list(start()) == ["a", "b"]


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
def test_where_it_is_kept(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, str(tmp_path))
    assert Path(kept.folder()) == tmp_path / (".cache/attrib" if name == "HOME" else "attrib")
