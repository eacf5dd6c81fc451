"""The schemas that editors complete by: they take what attrib takes, and no more."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Run

from attrib.resources import parse, rules_folder, tables

RULES = sorted(
    file
    for file in rules_folder().rglob("*.toml")
    if file.parent.name not in ("registry", "lexicon", "styles", "profiles")
)


def faults(schema: dict[str, Any], value: object) -> list[str]:
    plain = json.loads(json.dumps(value, default=dt.date.isoformat))
    return [f"{error.json_path}: {error.message}" for error in jsonschema.Draft7Validator(schema).iter_errors(plain)]


@pytest.fixture
def config(command: Run) -> dict[str, Any]:
    return dict(json.loads(command("schema", "config").out))


@pytest.fixture
def rule(command: Run) -> dict[str, Any]:
    return dict(json.loads(command("schema", "rule").out))


def test_every_rule_that_ships_fits_the_schema(rule: dict[str, Any]) -> None:
    assert {file.name: found for file in RULES if (found := faults(rule, parse(file)))} == {}


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("when", {"kindd": "reported"}, "$.when"),
        ("when", {"support": "nobody"}, "$.when.support"),
        ("when", {"span": {"known": 1}}, "$.when.span.known"),
        ("when", {"any": [{"outlets": 1}]}, "$.when.any[0]"),
        ("code", "S1", "$.code"),
        ("severity", "fatal", "$.severity"),
        ("at", "middle", "$.at"),
        ("sumary", "?", "$"),
    ],
)
def test_a_mistake_in_a_rule_is_marked(rule: dict[str, Any], key: str, value: object, place: str) -> None:
    good = parse(rules_folder() / "support" / "uncited-statement.toml")
    assert place in [fault.partition(":")[0] for fault in faults(rule, {**good, key: value})]


def test_every_profile_and_example_fits_the_schema(config: dict[str, Any]) -> None:
    for name, table in tables("profiles").items():
        assert faults(config, {key: value for key, value in table.items() if key != "summary"}) == [], name


@pytest.mark.parametrize(
    "settings",
    [
        {"fail-om": "error"},
        {"fail-on": "eror"},
        {"select": "S"},
        {"min-supported": 101},
        {"severity": {"S101": "fatal"}},
        {"overrides": [{"select": ["S"]}]},
        {"overrides": [{"files": ["a"], "include": ["b"]}]},
    ],
)
def test_a_mistake_in_a_configuration_is_marked(config: dict[str, Any], settings: dict[str, Any]) -> None:
    assert len(faults(config, settings)) == 1


@pytest.mark.parametrize("of", ["config", "rule"])
def test_the_schemas_are_schemas(command: Run, of: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(command("schema", of).out))


def test_another_word_is_a_mistake(command: Run, tmp_path: Path) -> None:
    ran = command("schema", "confg")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean “config”?" in ran.err
